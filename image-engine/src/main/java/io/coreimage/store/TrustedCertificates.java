package io.coreimage.store;

import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The authorities that Java trusts, and further ones from a file. */
public final class TrustedCertificates {

    private TrustedCertificates() {}

    /**
     * Return a context that trusts the authorities in a PEM file too.
     * @param pem the file
     * @param own the certificates to show to hosts that ask for one
     */
    public static SSLContext with(Path pem, KeyManager... own) {
        List<Certificate> all = new ArrayList<>(read(pem));
        try {
            Stream.of(managers(null))
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .flatMap(each -> Stream.of(each.getAcceptedIssuers()))
                    .forEach((X509Certificate each) -> all.add(each));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own, managers(store(all)), null);
            return context;
        } catch (GeneralSecurityException | IOException ex) {
            throw new FaultException("cannot use the certificates of \"" + pem + "\": " + ex.getMessage(), ex);
        }
    }

    private static List<Certificate> read(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            List<Certificate> found =
                    List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (found.isEmpty()) {
                throw new RefusedException("cannot use the certificates of \"" + pem + "\": there are none in it");
            }
            return found;
        } catch (NoSuchFileException ex) {
            throw new RefusedException("cannot use the certificates of \"" + pem + "\": there is no such file");
        } catch (CertificateException ex) {
            throw new RefusedException(
                    "cannot use the certificates of \"" + pem + "\": not a PEM file of certificates", null, ex);
        } catch (IOException ex) {
            throw new FaultException("cannot use the certificates of \"" + pem + "\": " + ex, ex);
        }
    }

    private static KeyStore store(List<Certificate> certificates) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("authority-" + i, certificates.get(i));
        }
        return store;
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
