package press.gazette.importer.wordpress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import press.gazette.importer.item.Note;
import press.gazette.importer.xml.Markup;

/**
 * Turns the shortcodes of WordPress itself into HTML. Of others the content stays and the tags go, with a line in the report;
 * text in brackets that is no shortcode stays, and {@code [[name]]} is {@code [name]}.
 */
final class Shortcodes {

    private static final Pattern CODE = Pattern.compile(
            "(\\[?)\\[(/?)([a-zA-Z][a-zA-Z0-9_-]{1,60})((?:[^\\[\\]\"']|\"[^\"]*\"|'[^']*')*?)(/?)\\](\\]?)");

    private static final Pattern ATTRIBUTE = Pattern.compile(
            "([a-zA-Z_][a-zA-Z0-9_-]*)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'\\]]+))|\"([^\"]*)\"|(\\S+)");

    private static final Pattern PICTURE =
            Pattern.compile("(?is)\\s*((?:<a\\b[^>]*>\\s*)?<img\\b[^>]*>(?:\\s*</a>)?)(.*)");

    /** Text in brackets that people write: words of one shortcode would have a closing tag, or attributes. */
    private static final Pattern PROSE = Pattern.compile("(?i)sic|update|video|photo|foto|editor|note|…");

    private final Attachments attachments;
    private final String post;
    private final Losses losses;

    /** @param post the id of the post, whose attachments a gallery without ids shows */
    Shortcodes(Attachments attachments, String post, Losses losses) {
        this.attachments = attachments;
        this.post = post;
        this.losses = losses;
    }

    String html(String source) {
        StringBuilder html = new StringBuilder();
        Matcher code = CODE.matcher(source);
        int from = 0;
        while (from <= source.length() && code.find(from)) {
            html.append(source, from, code.start());
            from = code.end();
            if (!code.group(1).isEmpty() && !code.group(6).isEmpty()) {
                String escaped = code.group();
                html.append(escaped, 1, escaped.length() - 1);
                continue;
            }
            html.append(code.group(1));
            String name = code.group(3).toLowerCase(Locale.ROOT);
            if (!code.group(2).isEmpty()) {
                // The end of one whose beginning was not there: WordPress shows it, and it says nothing.
                losses.add(new Note("shortcode-end", "[/" + name + "]"));
                continue;
            }
            int end = code.group(5).isEmpty() ? closing(source, name, from) : -1;
            String content = end < 0 ? "" : source.substring(from, end);
            String made = made(name, attributes(code.group(4)), content, end >= 0);
            if (made == null) {
                html.append(code.group().substring(code.group(1).length()));
                continue;
            }
            html.append(made);
            if (end >= 0) {
                from = source.indexOf(']', end) + 1;
            } else {
                html.append(code.group(6));
            }
        }
        return html.append(source.substring(Math.min(from, source.length()))).toString();
    }

    /** The place of the closing tag that belongs to a tag before {@code from}; -1: there is none. */
    private static int closing(String source, String name, int from) {
        Matcher tags = Pattern.compile("(?i)\\[(/?)" + Pattern.quote(name) + "(?=[\\s/\\]])")
                .matcher(source);
        int depth = 1;
        int at = from;
        while (tags.find(at)) {
            at = tags.end();
            depth += tags.group(1).isEmpty() ? 1 : -1;
            if (depth == 0) {
                return source.indexOf(']', tags.end()) < 0 ? -1 : tags.start();
            }
        }
        return -1;
    }

    private @Nullable String made(String name, Map<String, String> attributes, String content, boolean closed) {
        return switch (name) {
            case "caption", "wp_caption" -> caption(attributes, content);
            case "gallery" -> gallery(attributes);
            case "embed" ->
                "\n\n<p>" + (content.isBlank() ? attributes.getOrDefault("src", "") : content.strip()) + "</p>\n\n";
            case "audio", "video", "playlist" -> player(name, attributes, content);
            default -> unknown(name, attributes, content, closed);
        };
    }

    private String caption(Map<String, String> attributes, String content) {
        Matcher parts = PICTURE.matcher(html(content));
        if (!parts.matches()) {
            losses.add(new Note("caption-without-picture", text(content)));
            return html(content);
        }
        String words = parts.group(2).strip();
        String caption = words.isEmpty() ? attributes.getOrDefault("caption", "") : words;
        String align = attributes.getOrDefault("align", "");
        return "\n\n<figure class=\"wp-caption " + Markup.escaped(align) + "\">" + parts.group(1)
                + (caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>") + "</figure>\n\n";
    }

    private String gallery(Map<String, String> attributes) {
        String ids = attributes.getOrDefault("ids", attributes.getOrDefault("include", ""));
        List<String> shown = ids.isBlank() ? attachments.of(post) : List.of(ids.split("[\\s,]+", -1));
        if (ids.isBlank()) {
            losses.add(new Note(
                    "gallery-without-ids",
                    "The gallery shows the " + shown.size() + " pictures attached to the post."));
        }
        StringBuilder figures = new StringBuilder();
        for (String id : shown) {
            if (!id.isEmpty()) {
                String picture = attachments.figure(id);
                figures.append(picture);
                if (picture.isEmpty()) {
                    losses.add(new Note(
                            "missing-picture",
                            "The gallery shows attachment " + id + ", which the file does not have."));
                }
            }
        }
        return figures.isEmpty()
                ? ""
                : "\n\n<figure class=\"wp-block-gallery\" data-gallery>" + figures + "</figure>\n\n";
    }

    private String player(String name, Map<String, String> attributes, String content) {
        String url = "";
        for (String key : new String[] {"src", "mp3", "m4a", "ogg", "wav", "mp4", "m4v", "webm", "ogv", "flv"}) {
            url = url.isEmpty() ? attributes.getOrDefault(key, "") : url;
        }
        if (url.isEmpty() && !attributes.getOrDefault("ids", "").isEmpty()) {
            StringBuilder players = new StringBuilder();
            for (String id : attributes.getOrDefault("ids", "").split("[\\s,]+", -1)) {
                String own = attachments.url(id);
                players.append(own.isEmpty() ? "" : element("audio", own, ""));
            }
            return players.toString();
        }
        url = url.isEmpty() && content.strip().startsWith("http") ? content.strip() : url;
        if (url.isEmpty()) {
            losses.add(new Note("player-without-file", "[" + name + "]"));
            return "";
        }
        return element(name.equals("video") ? "video" : "audio", url, attributes.getOrDefault("poster", ""));
    }

    private static String element(String name, String url, String poster) {
        return "\n\n<figure><" + name + " src=\"" + Markup.escaped(url) + "\""
                + (poster.isEmpty() ? "" : " poster=\"" + Markup.escaped(poster) + "\"") + "></" + name
                + "></figure>\n\n";
    }

    private @Nullable String unknown(String name, Map<String, String> attributes, String content, boolean closed) {
        boolean prose = !closed
                && (attributes.keySet().stream().allMatch(key -> key.matches("\\d+"))
                        && (PROSE.matcher(name).matches() || !attributes.isEmpty()));
        if (prose) {
            return null;
        }
        losses.add(new Note("unknown-shortcode", "[" + name + "]" + (content.isBlank() ? "" : " " + text(content))));
        return html(content);
    }

    private static Map<String, String> attributes(String source) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher each = ATTRIBUTE.matcher(source);
        int bare = 0;
        while (each.find()) {
            if (each.group(1) == null) {
                attributes.put(String.valueOf(bare++), each.group());
                continue;
            }
            String value =
                    each.group(2) != null ? each.group(2) : each.group(3) != null ? each.group(3) : each.group(4);
            attributes.put(each.group(1).toLowerCase(Locale.ROOT), value);
        }
        return attributes;
    }

    private static String text(String html) {
        String words = html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        return words.length() > 60 ? words.substring(0, 60) : words;
    }
}
