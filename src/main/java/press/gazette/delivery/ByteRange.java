package press.gazette.delivery;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A range of the bytes of a file (RFC 9110 §14).
 *
 * @param first the place of the first byte
 * @param last the place of the last byte; before the first one if the file has none of the range
 */
record ByteRange(long first, long last) {

    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})", Pattern.CASE_INSENSITIVE);

    /**
     * Parses the header Range. Several ranges and other units get the whole file, as §14.2 allows.
     *
     * @param size of the file
     */
    static Optional<ByteRange> parse(@Nullable String header, long size) {
        Matcher single = SINGLE.matcher(header == null ? "" : header.strip());
        if (!single.matches() || (single.group(1).isEmpty() && single.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (single.group(1).isEmpty()) {
            long suffix = Long.parseLong(single.group(2));
            return Optional.of(
                    suffix == 0 ? new ByteRange(size, size - 1) : new ByteRange(Math.max(0, size - suffix), size - 1));
        }
        long first = Long.parseLong(single.group(1));
        long last = single.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(single.group(2)));
        boolean isBackwards = !single.group(2).isEmpty() && Long.parseLong(single.group(2)) < first;
        return isBackwards ? Optional.empty() : Optional.of(new ByteRange(first, last));
    }

    boolean isSatisfiable() {
        return first <= last;
    }

    long length() {
        return last - first + 1;
    }
}
