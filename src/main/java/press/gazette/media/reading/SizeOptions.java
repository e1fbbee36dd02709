package press.gazette.media.reading;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.media.rendition.Focus;
import press.gazette.problem.Problem;

/**
 * A size in imgproxy's words: options, a slash, and the address of the picture. Of its options these are known: the size, whether
 * it is cropped, the point that a crop keeps, and the format.
 *
 * @param width in pixels, at most
 * @param height in pixels, at most
 * @param isCropped true if both sides are filled
 * @param focus the point that a crop keeps; null: that of the picture
 * @param source the address of any rendition of the picture
 */
record SizeOptions(
        int width, int height, boolean isCropped, @Nullable Focus focus, String source, boolean isWebP) {

    private static final String PLAIN = "plain";

    private static final double PERCENT = 100;

    /** Parses the options of a path. */
    private static final class OptionParser {

        private final int most;
        private int width;
        private int height;
        private boolean cropped;
        private @Nullable Focus focus = Focus.MIDDLE;
        private String format = "";

        OptionParser(int most) {
            this.most = most;
        }

        void option(String text) {
            List<String> parts = List.of(text.split(":", -1));
            List<String> values = parts.subList(1, parts.size());
            switch (parts.get(0)) {
                case "rs", "resize" -> {
                    type(values.get(0));
                    size(values.subList(1, values.size()), text);
                }
                case "s", "size" -> size(values, text);
                case "rt", "resizing_type" -> type(values.get(0));
                case "w", "width" -> width = side(values.get(0));
                case "h", "height" -> height = side(values.get(0));
                case "g", "gravity" -> gravity(values, text);
                case "f", "format", "ext" -> format = values.get(0);
                default ->
                    throw fault("The option " + text + " is unknown. Known are resize, size, resizing_type, width, "
                            + "height, gravity and format.");
            }
        }

        /** Behind the sides imgproxy has flags for pictures that are enlarged or extended, which are not. */
        private void size(List<String> values, String text) {
            if (values.isEmpty() || values.stream().skip(2).anyMatch(flag -> !flag.isEmpty() && !flag.equals("0"))) {
                throw fault("The option " + text
                        + " must have a width, a height, and no 1 behind them: no picture is enlarged.");
            }
            width = side(values.get(0));
            height = values.size() > 1 ? side(values.get(1)) : 0;
        }

        private int side(String text) {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > most) {
                throw fault("A side of a picture has 0 to " + most + " pixels.");
            }
            return Integer.parseInt(text);
        }

        private void type(String text) {
            if (!text.equals("fit") && !text.equals("fill")) {
                throw fault("The resizing type is fit or fill.");
            }
            cropped = text.equals("fill");
        }

        private void gravity(List<String> values, String text) {
            switch (values.get(0)) {
                case "sm" -> focus = null;
                case "ce" -> focus = Focus.MIDDLE;
                case "fp" -> focus = point(values, text);
                default ->
                    throw fault("The gravity is sm (the focus of the picture), ce, or fp:x:y with parts of one.");
            }
        }

        private static Focus point(List<String> values, String text) {
            if (values.size() != 3
                    || !values.subList(1, 3).stream().allMatch(each -> each.matches("0(\\.\\d+)?|1(\\.0+)?"))) {
                throw fault("The gravity " + text + " must have two parts of one, such as fp:0.3:0.5.");
            }
            return new Focus(percent(values.get(1)), percent(values.get(2)));
        }

        private static int percent(String part) {
            return (int) Math.round(Double.parseDouble(part) * PERCENT);
        }

        SizeOptions of(String source, String extension) {
            String wanted = extension.isEmpty() ? format : extension;
            if (width == 0 && height == 0) {
                throw fault("A width or a height must be there.");
            }
            return switch (wanted) {
                case "", "jpg", "jpeg" -> of(source, false);
                case "webp" -> of(source, true);
                default -> throw fault("The format is jpg or webp.");
            };
        }

        /** A side without a bound has the largest one: a narrow picture would else become a very high one. */
        private SizeOptions of(String source, boolean isWebP) {
            boolean isCropped = cropped && width > 0 && height > 0;
            return new SizeOptions(
                    width == 0 ? most : width, height == 0 ? most : height, isCropped, focus, source, isWebP);
        }
    }

    /**
     * Parses a path behind its signature, percent-encoded as it was sent.
     *
     * @param most pixels of a side
     * @throws Problem {@code invalid-parameter}
     */
    static SizeOptions parse(String path, int most) {
        List<String> segments = new ArrayList<>(Arrays.asList(path.substring(1).split("/", -1)));
        OptionParser parser = new OptionParser(most);
        while (!segments.isEmpty() && segments.get(0).contains(":")) {
            parser.option(segments.remove(0));
        }
        boolean isPlain = !segments.isEmpty() && segments.get(0).equals(PLAIN);
        String rest = String.join("/", isPlain ? segments.subList(1, segments.size()) : segments);
        int end = rest.lastIndexOf(isPlain ? '@' : '.');
        String address = end < 0 ? rest : rest.substring(0, end);
        String extension = end < 0 ? "" : rest.substring(end + 1);
        return parser.of(isPlain ? decoded(address) : fromBase64(address.replace("/", "")), extension);
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw fault("The address of the picture behind plain/ must be percent-encoded.");
        }
    }

    private static String fromBase64(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw fault("The address of the picture must be base64url, or follow plain/.");
        }
    }

    private static Problem fault(String detail) {
        return Problem.invalidParameter("path", detail);
    }
}
