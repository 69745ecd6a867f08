package io.coreimage.store;

import java.io.IOException;

/** Carries single requests: follows no redirect, adds no credential, tries nothing twice. */
public interface Transport {

    /** Send a request and wait for the head of its answer. */
    Reply send(Call call) throws IOException;

    /** Send a request for a file, which may be large, and wait for the head of its answer. */
    default Reply fetch(Call call) throws IOException {
        return send(call);
    }

    /** Return the proxy on the way to a host, for messages; nothing where there is none. */
    default String proxyFor(java.net.URI target) {
        return "";
    }
}
