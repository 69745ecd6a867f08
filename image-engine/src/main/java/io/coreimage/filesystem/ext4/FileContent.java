package io.coreimage.filesystem.ext4;

import io.coreimage.bytes.ByteSource;
import java.util.ArrayList;
import java.util.List;

/** The content of a file that lies in a file system: parts of the disk, and holes. */
final class FileContent {

    private final Volume volume;
    private final long size;
    private final List<ByteSource> parts = new ArrayList<>();
    private long position;

    private FileContent(Volume volume, long size) {
        this.volume = volume;
        this.size = size;
    }

    static ByteSource of(Volume volume, FileMap map, long size) {
        FileContent content = new FileContent(volume, size);
        map.mappings().stream().filter(Mapping::written).forEach(content::add);
        content.addHole(size);
        return ByteSource.concat(content.parts);
    }

    private void add(Mapping mapping) {
        long from = mapping.logical() * volume.blockSize();
        long end = Math.min(size, mapping.logicalEnd() * volume.blockSize());
        if (from < end) {
            addHole(from);
            parts.add(volume.device().slice(volume.offset(mapping.start()), end - from));
            position = end;
        }
    }

    private void addHole(long end) {
        if (position < end) {
            parts.add(ByteSource.zeros(end - position));
            position = end;
        }
    }
}
