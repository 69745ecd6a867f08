package io.coreimage.store;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The credential of a build while it lasts: several threads use it, one makes it last longer. */
final class LoginSession {

    private final LoginService service;
    private Credential credential;

    LoginSession(Credential credential, LoginService service) {
        this.credential = credential;
        this.service = service;
    }

    synchronized @Nullable String authorizationFor(URI target) {
        return credential.isFor(target) ? credential.login().authorization() : null;
    }

    synchronized Credential credential() {
        return credential;
    }

    /** Make the login last longer, if it is for the target and can be; return whether that was done. */
    synchronized boolean refresh(URI target) {
        if (credential.isFor(target) && credential.login() instanceof Login.UbuntuOne login) {
            credential = credential.with(service.refresh(login));
            return true;
        }
        return false;
    }

    synchronized String origin() {
        return credential.origin();
    }
}
