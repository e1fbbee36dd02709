package press.gazette.tag.desk;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import press.gazette.database.SearchKey;
import press.gazette.desk.Warning;
import press.gazette.problem.Problem;
import press.gazette.tag.Tag;
import press.gazette.tag.TagType;

/** Tags of one type whose names people may confuse. */
final class SimilarTags {

    /** People do not read longer lists. */
    private static final int MOST_NAMED = 5;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private SimilarTags() {}

    /**
     * Rejects a name that another tag has, ignoring case and blanks.
     *
     * @param self the tag that gets the name; absent: a new one
     */
    static void refuse(String name, TagType type, @Nullable Tag self) {
        others(name, type, self).stream()
                .filter(other -> plain(other.name()).equals(plain(name)))
                .findFirst()
                .ifPresent(other -> {
                    throw Problem.conflict("The " + type.word + " " + named(other) + " already has this name. Use "
                            + "that tag, or send the request with allowSimilar=true to have both.");
                });
    }

    /** A warning for each tag with a similar name. */
    static List<Warning> warnings(Tag tag) {
        return others(tag.name(), tag.type(), tag).stream()
                .map(other -> new Warning(
                        "similar-tag",
                        "/name",
                        "The " + tag.type().word + " " + named(other) + " has nearly this name."))
                .toList();
    }

    private static List<Tag> others(String name, TagType type, @Nullable Tag self) {
        return Tag.<Tag>find("text.foldedName = ?1 and text.type = ?2 order by text.slug", SearchKey.of(name), type)
                .range(0, MOST_NAMED)
                .<Tag>stream()
                .filter(other -> !other.equals(self))
                .limit(MOST_NAMED)
                .toList();
    }

    /** The name without case and repeated blanks, with accents. */
    private static String plain(String name) {
        return BLANKS.matcher(name).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    private static String named(Tag tag) {
        return "\"" + tag.name() + "\" (" + tag.slug() + ")";
    }
}
