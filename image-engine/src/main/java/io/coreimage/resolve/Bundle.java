package io.coreimage.resolve;

import io.coreimage.bytes.ByteSource;
import io.coreimage.cache.WholeFile;
import io.coreimage.problem.FaultException;
import io.coreimage.problem.RefusedException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * All that a build needs from a store in one archive, for places without a network: the lock, its assertions, and the
 * files of the store. Snaps are compressed already and are stored as they are; all times are that of the format's birth,
 * so that the same lock gives the same bytes.
 */
public final class Bundle {

    private static final String LOCK = "core-image.lock";
    private static final String ASSERTIONS = "core-image.assertions";
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int LONGEST_TEXT = 64 << 20;

    private Bundle() {}

    /** Write a bundle; it appears whole or not at all. */
    public static void write(Choice choice, KeptChoice kept, Path file) {
        try {
            WholeFile.write(file, target -> write(choice, kept, new ZipOutputStream(new BufferedOutputStream(target))));
        } catch (IOException ex) {
            throw new FaultException("cannot write bundle \"" + file + "\": " + ex.getMessage(), ex);
        }
    }

    private static void write(Choice choice, KeptChoice kept, ZipOutputStream zip) throws IOException {
        zip.setMethod(ZipOutputStream.STORED);
        add(zip, LOCK, ByteSource.of(kept.lockText().getBytes(StandardCharsets.UTF_8)));
        add(zip, ASSERTIONS, ByteSource.of(kept.assertionText()));
        for (Map.Entry<String, ByteSource> each : files(choice).entrySet()) {
            add(zip, each.getKey(), each.getValue());
        }
        zip.finish();
        zip.flush();
    }

    private static SortedMap<String, ByteSource> files(Choice choice) {
        SortedMap<String, ByteSource> files = new TreeMap<>();
        for (ChosenSnap each : choice.snaps()) {
            if (each.origin() == null) {
                files.put(each.name() + "_" + each.revision() + ".snap", each.content());
            }
            each.components().stream()
                    .filter(component -> component.origin() == null)
                    .forEach(component -> files.put(
                            component.info().name() + "_" + component.revision() + ".comp", component.content()));
        }
        return files;
    }

    private static void add(ZipOutputStream zip, String name, ByteSource content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setSize(content.size());
        entry.setCompressedSize(content.size());
        entry.setCrc(crc(content));
        zip.putNextEntry(entry);
        copy(content, Channels.newChannel(zip));
        zip.closeEntry();
    }

    private static long crc(ByteSource content) throws IOException {
        CheckedOutputStream nowhere = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        copy(content, Channels.newChannel(nowhere));
        return nowhere.getChecksum().getValue();
    }

    private static void copy(ByteSource content, WritableByteChannel target) throws IOException {
        content.copyTo(0, content.size(), target);
    }

    /** Return the lock of a bundle; nothing if the file is none, or a bundle without one. */
    public static @Nullable KeptChoice lockOf(Path file) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] lock = read(zip, LOCK);
            byte[] assertions = read(zip, ASSERTIONS);
            return lock == null || assertions == null
                    ? null
                    : KeptChoice.read(
                            LOCK + " of " + file.getFileName(), new String(lock, StandardCharsets.UTF_8), assertions);
        } catch (ZipException ex) {
            throw new RefusedException("cannot use bundle \"" + file + "\": it is no zip archive", null, ex);
        } catch (NoSuchFileException ex) {
            throw new RefusedException("cannot use bundle \"" + file + "\": there is no such file", null, ex);
        } catch (IOException ex) {
            throw new FaultException("cannot read bundle \"" + file + "\": " + ex.getMessage(), ex);
        }
    }

    private static byte @Nullable [] read(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] text = in.readNBytes(LONGEST_TEXT + 1);
            if (text.length > LONGEST_TEXT) {
                throw new RefusedException("cannot use bundle \"" + zip.getName() + "\": " + name + " is too long");
            }
            return text;
        }
    }
}
