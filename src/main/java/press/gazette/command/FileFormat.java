package press.gazette.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Finds the format of a file by its beginning, and the number of its items, for the progress. */
final class FileFormat {

    private static final int HEAD = 1 << 16;
    private static final int MAGIC_AT = 257;

    private FileFormat() {}

    /** The word of the format; empty: not known. */
    static Optional<String> of(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            String head = new String(content.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            return Optional.ofNullable(word(head, head.replaceFirst("^(?:\u00ef\u00bb\u00bf)?\\s*", "")));
        } catch (IOException e) {
            throw new Failure(Exit.NO_INPUT, "The file " + file + " cannot be read.");
        }
    }

    private static @Nullable String word(String head, String text) {
        if (head.startsWith("ustar", MAGIC_AT) || text.startsWith("{\"gazette\":\"export\"")) {
            return "ndjson";
        }
        if (text.startsWith("<")) {
            return text.contains("wordpress.org/export")
                    ? "wordpress"
                    : text.contains("<rss") || text.contains("<feed") ? "rss" : null;
        }
        return text.startsWith("{") && text.contains("\"db\"") ? "ghost" : null;
    }

    /** The number of items in a file; 0: it is not known without reading it as the import does. */
    static long items(Path file, String format) {
        return switch (format) {
            case "wordpress" -> count(file, "<item>") + count(file, "<item ");
            case "rss" ->
                count(file, "<item>") + count(file, "<item ") + count(file, "<entry>") + count(file, "<entry ");
            case "ndjson" -> count(file, "\n");
            default -> 0;
        };
    }

    private static long count(Path file, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        long found = 0;
        int matched = 0;
        byte[] piece = new byte[HEAD];
        try (InputStream content = Files.newInputStream(file)) {
            int read = content.read(piece);
            while (read >= 0) {
                for (int i = 0; i < read; i++) {
                    // The first byte is in none of the texts again.
                    matched = piece[i] == wanted[matched] ? matched + 1 : piece[i] == wanted[0] ? 1 : 0;
                    if (matched == wanted.length) {
                        found++;
                        matched = 0;
                    }
                }
                read = content.read(piece);
            }
        } catch (IOException e) {
            throw new Failure(Exit.NO_INPUT, "The file " + file + " cannot be read.");
        }
        return found;
    }
}
