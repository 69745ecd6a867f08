package io.coreimage.key;

import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A program that keeps keys for the user: GnuPG, or an external key manager. The only programs we ever start.
 * @param command its name or path
 * @param asked what it is asked on behalf of, for messages
 */
record ForeignProgram(String command, String asked) {

    private static final int LONGEST_ANSWER = 1 << 20;

    /**
     * What a program said.
     * @param status its exit status, 0 for success
     * @param output its standard output
     * @param complaint its standard error
     */
    record Answer(int status, Bytes output, String complaint) {

        boolean isSuccess() {
            return status == 0;
        }

        String text() {
            return new String(output.content(), StandardCharsets.UTF_8);
        }
    }

    /** Bytes that are equal by identity; a record must not hold a bare array. */
    static final class Bytes {

        private final byte[] content;

        Bytes(byte[] content) {
            this.content = content;
        }

        byte[] content() {
            return content;
        }
    }

    /** Run the program and insist on success. */
    byte[] require(List<String> arguments, byte[] input) {
        Answer answer = run(arguments, input);
        if (!answer.isSuccess()) {
            throw failed(answer);
        }
        return answer.output().content();
    }

    FaultException failed(Answer answer) {
        String said = answer.complaint().strip().replaceAll("\\s*\\R\\s*", "; ");
        return new FaultException(
                "cannot use the " + asked + ": the program \"" + command + "\" failed with status " + answer.status()
                        + (said.isEmpty() ? "" : " (" + said + ")"),
                null);
    }

    Answer run(List<String> arguments, byte[] input) {
        Process process = start(arguments);
        try {
            CompletableFuture<byte[]> complaint = CompletableFuture.supplyAsync(() -> answer(process.getErrorStream()));
            CompletableFuture<Void> question = CompletableFuture.runAsync(() -> tell(process, input));
            byte[] output = answer(process.getInputStream());
            question.join();
            String said = new String(complaint.join(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), new Bytes(output), said);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new FaultException(
                    "cannot use the " + asked + ": interrupted while waiting for \"" + command + "\"", ex);
        } finally {
            process.destroy();
        }
    }

    private Process start(List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start();
        } catch (IOException ex) {
            throw new RefusedException(
                    "cannot use the " + asked + ": the program \"" + command + "\" does not start",
                    "Install it, or keep the key in a key file or the key folder; see docs/keys.md.",
                    ex);
        }
    }

    private static void tell(Process process, byte[] input) {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input);
        } catch (IOException ex) {
            // It did not want to hear all of it; its exit status says whether that is a failure.
        }
    }

    private static byte[] answer(InputStream stream) {
        try (stream) {
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            kept.writeBytes(stream.readNBytes(LONGEST_ANSWER));
            stream.transferTo(OutputStream.nullOutputStream());
            return kept.toByteArray();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
