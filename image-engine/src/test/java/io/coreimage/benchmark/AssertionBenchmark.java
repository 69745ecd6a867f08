package io.coreimage.benchmark;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionDatabase;
import io.coreimage.assertion.KeyMoment;
import io.coreimage.assertion.TrustedRoots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * Reading and verifying assertions beside the bare RSA operations, and reading their headers beside Jackson's YAML,
 * which understands the same text. Measures the CPU time of one thread.
 *
 * <p>Argument: how many rounds.
 */
public final class AssertionBenchmark {

    private static final int COUNT = 1000;
    private static final int SNAPS = 500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int rounds;

    private AssertionBenchmark(int rounds) {
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        AssertionBenchmark benchmark =
                new AssertionBenchmark(arguments.length == 0 ? 15 : Integer.parseInt(arguments[0]));
        benchmark.verify();
        benchmark.parse();
    }

    private void verify() throws Exception {
        byte[] encoded = vector("chain/07-model.assert");
        AssertionDatabase database = database();
        byte[] content = Assertion.decode(encoded).content();
        Callable<Boolean> rsa = rsa(content);
        double[] times = interleaved(
                () -> times(COUNT, () -> Assertion.decode(encoded)),
                () -> times(
                        COUNT, () -> database.check(Assertion.decode(encoded)).orThrow()),
                () -> times(COUNT, rsa));
        say("decode %d models: %.1f ms", COUNT, times[0]);
        say("decode and verify %d models: %.1f ms, of these RSA: %.1f ms", COUNT, times[1], times[2]);
        say("beyond RSA: %.1f ms; all / RSA = %.2f", times[1] - times[2], times[1] / times[2]);
    }

    static AssertionDatabase database() throws IOException {
        ByteArrayOutputStream roots = new ByteArrayOutputStream();
        roots.writeBytes(vector("chain/01-root-account.assert"));
        roots.write('\n');
        roots.writeBytes(vector("chain/02-root-account-key.assert"));
        AssertionDatabase database = new AssertionDatabase(
                TrustedRoots.none().plus(roots.toByteArray(), "the vectors' root"),
                KeyMoment.at(Instant.parse("2026-01-01T00:00:00Z")));
        database.add(Assertion.decode(vector("chain/03-brand-account.assert")));
        database.add(Assertion.decode(vector("chain/04-brand-account-key.assert")));
        return database;
    }

    /** Return the work that nobody can save: one verification with a key of the same length, over the same text. */
    static Callable<Boolean> rsa(byte[] content) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(4096);
        KeyPair pair = generator.generateKeyPair();
        Signature signer = Signature.getInstance("SHA512withRSA");
        signer.initSign(pair.getPrivate());
        signer.update(content);
        byte[] signature = signer.sign();
        return () -> {
            Signature verifier = Signature.getInstance("SHA512withRSA");
            verifier.initVerify(pair.getPublic());
            verifier.update(content);
            return verifier.verify(signature);
        };
    }

    private void parse() throws Exception {
        String headers = largeModel();
        byte[] encoded = (headers + "\n\nc2ln\n").getBytes(StandardCharsets.UTF_8);
        YAMLMapper yaml = new YAMLMapper();
        double[] times = interleaved(
                () -> times(20, () -> Assertion.decode(encoded)), () -> times(20, () -> yaml.readTree(headers)));
        double mebibytes = 20.0 * headers.length() / (1 << 20);
        say(
                "a model of %d bytes: assertion %.1f MiB/s with all checks of a model",
                headers.length(), mebibytes / times[0] * 1000);
        say("the same text by Jackson YAML: %.1f MiB/s; ratio %.1f", mebibytes / times[1] * 1000, times[1] / times[0]);
    }

    static String largeModel() {
        StringBuilder model = new StringBuilder("""
                type: model
                authority-id: VectorBrandAccountId000000000001
                series: 16
                brand-id: VectorBrandAccountId000000000001
                model: large
                architecture: amd64
                base: core24
                grade: signed
                snaps:
                  -
                    default-channel: 24/stable
                    id: UqFziVZDHLSyO3TqSWgNBoAdHbLI4dAH
                    name: pc
                    type: gadget
                  -
                    default-channel: 24/stable
                    id: pYVQrBcKmBa0mZ4CCN7ExT6jH8rY1hza
                    name: pc-kernel
                    type: kernel
                """);
        for (int i = 0; i < SNAPS; i++) {
            model.append("  -\n    default-channel: latest/stable\n")
                    .append(String.format(Locale.ROOT, "    id: app%029d\n", i))
                    .append("    modes:\n      - run\n      - recover\n")
                    .append("    name: app-")
                    .append(i)
                    .append('\n')
                    .append("    presence: optional\n    type: app\n");
        }
        String text = model.toString().stripTrailing();
        return text + "\ntimestamp: 2024-03-10T12:05:38Z\n"
                + "sign-key-sha3-384: PCYOQwiHySvGi0L6V1ddqWfEQHrU14q0yf-pBLeppt0YTBf1ecu7UwGFW6dPoDtr";
    }

    static byte[] vector(String file) throws IOException {
        try (InputStream in = AssertionBenchmark.class.getResourceAsStream("/assertion/vectors/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }

    /** Return the median CPU time of each piece of work in milliseconds, measured in turns after as many rounds of warming up. */
    private double[] interleaved(Work... pieces) throws Exception {
        double[][] times = new double[pieces.length][rounds];
        for (int round = -rounds; round < rounds; round++) {
            for (int i = 0; i < pieces.length; i++) {
                long start = THREADS.getCurrentThreadCpuTime();
                pieces[i].run();
                times[i][Math.max(0, round)] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
            }
        }
        return Arrays.stream(times).mapToDouble(AssertionBenchmark::median).toArray();
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static void times(int count, Callable<?> work) throws Exception {
        for (int i = 0; i < count; i++) {
            Objects.requireNonNull(work.call());
        }
    }

    private static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }

    /** Something to measure. */
    private interface Work {
        void run() throws Exception;
    }
}
