package io.coreimage.store;

/** Makes logins last longer. */
interface LoginService {

    /** Return the login with fresh discharges. */
    Login.UbuntuOne refresh(Login.UbuntuOne login);
}
