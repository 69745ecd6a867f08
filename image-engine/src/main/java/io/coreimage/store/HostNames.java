package io.coreimage.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks hosts up before they are asked, as Java's client does not say whether a name is unknown or nobody could tell.
 *
 * <p>For some seconds after a failure Java answers out of its memory and without the reason, which is therefore kept here.
 */
final class HostNames {

    /** What the system calls EAI_AGAIN. */
    private static final String TEMPORARY = "temporary failure";

    private final Directory directory;
    private final Set<String> undecided = ConcurrentHashMap.newKeySet();

    HostNames(Directory directory) {
        this.directory = directory;
    }

    /** Knows addresses by name. */
    @FunctionalInterface
    interface Directory {
        InetAddress find(String name) throws UnknownHostException;
    }

    /** Make sure that a name stands for an address. */
    void find(String name) throws IOException {
        try {
            directory.find(name);
            undecided.remove(name);
        } catch (UnknownHostException ex) {
            throw isUndecided(name, String.valueOf(ex.getMessage())) ? new NoAnswerAboutHostException(ex) : ex;
        }
    }

    private boolean isUndecided(String name, String reason) {
        if (reason.equals(name)) {
            return undecided.contains(name);
        }
        boolean temporary = reason.toLowerCase(Locale.ROOT).contains(TEMPORARY);
        if (temporary) {
            undecided.add(name);
        } else {
            undecided.remove(name);
        }
        return temporary;
    }

    /** Nobody answers who knows names; he may the next time. */
    static final class NoAnswerAboutHostException extends IOException {

        private static final long serialVersionUID = 1;

        NoAnswerAboutHostException(UnknownHostException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
