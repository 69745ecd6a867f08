package io.coreimage.key;

import io.coreimage.problem.FaultException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.util.Optional;

/**
 * RSA by the JDK: in memory, or on a token by the provider that holds it.
 * @param key the secret half, or a handle of it
 * @param provider who must be asked to sign; without one, whom the JDK prefers
 */
record JdkRsa(PrivateKey key, Optional<Provider> provider) implements PacketSigningKey.RsaOperation {

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature rsa = signature();
            rsa.initSign(key);
            rsa.update(message);
            return rsa.sign();
        } catch (GeneralSecurityException ex) {
            throw new FaultException("cannot sign: the key's provider failed (" + ex.getMessage() + ")", ex);
        }
    }

    private Signature signature() throws GeneralSecurityException {
        String name = HashFunction.SHA512.signatureName();
        return provider.isPresent() ? Signature.getInstance(name, provider.get()) : Signature.getInstance(name);
    }
}
