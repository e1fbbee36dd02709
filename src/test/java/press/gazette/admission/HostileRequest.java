package press.gazette.admission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line of the table of hostile requests, whose first lines explain it.
 *
 * @param name a name for the hostile part
 * @param text the whole request, one character for each byte
 * @param status of the response
 * @param code of the problem; empty: no problem, the response is a normal one; "-": no content at all
 * @param parameter that the problem names; empty: none
 */
record HostileRequest(String name, String text, int status, String code, String parameter) {

    private static final Path TABLE = Path.of("src/test/resources/hostile-reading.txt");

    private static final Pattern REPETITION = Pattern.compile("\\{([^{}]+)\\*(\\d+)}");
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9A-F]{2})");

    private static final String NO_HOST = "-Host";
    private static final String CONTENT = ">";

    static List<HostileRequest> table() {
        try (Stream<String> lines = Files.lines(TABLE)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(HostileRequest::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The table cannot be read", e);
        }
    }

    private static HostileRequest parse(String line) {
        String[] columns = line.split(" {2,}", -1);
        String[] response = (columns[2] + "  ").split(" ", 3);
        List<String> headers = Arrays.asList(columns).subList(3, columns.length);
        return new HostileRequest(
                columns[0],
                unescaped(request(columns[1], headers)),
                Integer.parseInt(response[0]),
                response[1],
                unescaped(response[2].strip()));
    }

    private static String request(String line, List<String> headers) {
        StringBuilder request = new StringBuilder(line);
        if (line.split(" ", -1).length == 2) {
            request.append(" HTTP/1.1");
        }
        request.append("\\r\\nConnection: close\\r\\n");
        if (!headers.contains(NO_HOST)) {
            request.append("Host: localhost\\r\\n");
        }
        headers.stream()
                .filter(header -> !header.equals(NO_HOST) && !header.startsWith(CONTENT))
                .forEach(header -> request.append(header).append("\\r\\n"));
        request.append("\\r\\n");
        headers.stream()
                .filter(header -> header.startsWith(CONTENT))
                .forEach(content -> request.append(content.substring(1)));
        return request.toString();
    }

    private static String unescaped(String text) {
        String repeated = REPETITION
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
        String ends = repeated.replace("\\r", "\r").replace("\\n", "\n").replace("\\\\", "\\");
        return BYTE.matcher(ends)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    @Override
    public String toString() {
        return name;
    }
}
