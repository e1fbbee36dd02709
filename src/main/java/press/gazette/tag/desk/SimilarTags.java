package press.gazette.tag.desk;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import press.gazette.desk.Warning;
import press.gazette.problem.Problem;
import press.gazette.tag.Folding;
import press.gazette.tag.Tag;
import press.gazette.tag.TagType;

/** Tags of one type whose names people take for the same. */
final class SimilarTags {

    /** As many as a person looks at. */
    private static final int MOST_NAMED = 5;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private SimilarTags() {}

    /**
     * Refuses a name that another tag has apart from case and blanks.
     *
     * @param self the tag that gets the name; absent: a new one
     */
    static void refuse(String name, TagType type, @Nullable Tag self) {
        others(name, type, self).stream()
                .filter(other -> plain(other.name()).equals(plain(name)))
                .findFirst()
                .ifPresent(other -> {
                    throw Problem.conflict("The " + type.word + " " + named(other) + " has this name already. Use "
                            + "that tag, or send the request with allowSimilar=true to have both.");
                });
    }

    /** Names the others; empty: there are none. */
    static List<Warning> warnings(Tag tag) {
        return others(tag.name(), tag.type(), tag).stream()
                .map(other -> new Warning(
                        "similar-tag",
                        "/name",
                        "The " + tag.type().word + " " + named(other) + " has nearly this name."))
                .toList();
    }

    private static List<Tag> others(String name, TagType type, @Nullable Tag self) {
        return Tag.<Tag>find("foldedName = ?1 and type = ?2 order by slug", Folding.of(name), type)
                .range(0, MOST_NAMED)
                .<Tag>stream()
                .filter(other -> !other.equals(self))
                .limit(MOST_NAMED)
                .toList();
    }

    /** Without regard to case and blanks; accents count. */
    private static String plain(String name) {
        return BLANKS.matcher(name).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    private static String named(Tag tag) {
        return "\"" + tag.name() + "\" (" + tag.slug() + ")";
    }
}
