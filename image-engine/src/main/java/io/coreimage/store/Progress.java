package io.coreimage.store;

/** Hears how a download goes on; called from the thread that downloads. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress SILENT = (file, received) -> {};

    /**
     * Hear that some more bytes are here.
     * @param file what is downloaded
     * @param received how many of its bytes are here in all
     */
    void received(Download file, long received);
}
