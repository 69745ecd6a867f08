package io.coreimage.store;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers that say who asks for what machine. Names differ by endpoint: the old ones are still those of assertions
 * and files.
 */
final class StoreHeaders {

    private final Device device;
    private final StoreAccess access;

    StoreHeaders(Device device, StoreAccess access) {
        this.device = device;
        this.access = access;
    }

    /** Return the headers for snaps. */
    Map<String, String> modern() {
        Map<String, String> headers = common();
        headers.put("Accept", "application/json");
        headers.put("Accept-Encoding", "gzip");
        headers.put("Snap-Device-Series", Device.SERIES);
        headers.put("Snap-Device-Architecture", device.architecture().name());
        headers.put("Snap-Classic", String.valueOf(device.classic()));
        if (device.storeId() != null) {
            headers.put("Snap-Device-Store", device.storeId());
        }
        return headers;
    }

    /** Return the headers for assertions. */
    Map<String, String> assertions() {
        Map<String, String> headers = old();
        headers.put("Accept", "application/x.ubuntu.assertion");
        headers.put("Accept-Encoding", "gzip");
        return headers;
    }

    /** Return the headers for files. */
    Map<String, String> files() {
        Map<String, String> headers = old();
        if (access.withoutCdn()) {
            headers.put("Snap-CDN", "none");
        }
        return headers;
    }

    private Map<String, String> old() {
        Map<String, String> headers = common();
        headers.put("X-Ubuntu-Series", Device.SERIES);
        headers.put("X-Ubuntu-Architecture", device.architecture().name());
        headers.put("X-Ubuntu-Classic", String.valueOf(device.classic()));
        headers.put("X-Ubuntu-Wire-Protocol", "1");
        if (device.storeId() != null) {
            headers.put("X-Ubuntu-Store", device.storeId());
        }
        return headers;
    }

    private Map<String, String> common() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", access.userAgent());
        headers.put("Snap-Device-Capabilities", "default-tracks");
        return headers;
    }
}
