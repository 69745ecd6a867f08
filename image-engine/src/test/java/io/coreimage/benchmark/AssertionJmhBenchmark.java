package io.coreimage.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.coreimage.assertion.Assertion;
import io.coreimage.assertion.AssertionDatabase;
import io.coreimage.assertion.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The pieces of {@link AssertionBenchmark}, one by one, by the clock and under JMH. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class AssertionJmhBenchmark {

    private final byte[] model;
    private final AssertionDatabase database;
    private final Callable<Boolean> rsa;
    private final String headers = AssertionBenchmark.largeModel();
    private final byte[] large = (headers + "\n\nc2ln\n").getBytes(StandardCharsets.UTF_8);
    private final YAMLMapper yaml = new YAMLMapper();

    public AssertionJmhBenchmark() {
        try {
            model = AssertionBenchmark.vector("chain/07-model.assert");
            database = AssertionBenchmark.database();
            rsa = AssertionBenchmark.rsa(Assertion.decode(model).content());
        } catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
    }

    @Benchmark
    public Assertion decode() {
        return Assertion.decode(model);
    }

    @Benchmark
    public Verdict decodeAndVerify() {
        return database.check(Assertion.decode(model)).orThrow();
    }

    @Benchmark
    public boolean nothingButRsa() throws Exception {
        return rsa.call();
    }

    @Benchmark
    public Assertion readLargeModel() {
        return Assertion.decode(large);
    }

    @Benchmark
    public JsonNode readTheSameTextAsYaml() throws IOException {
        return yaml.readTree(headers);
    }
}
