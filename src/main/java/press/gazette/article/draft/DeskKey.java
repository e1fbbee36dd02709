package press.gazette.article.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import press.gazette.database.SearchKey;
import press.gazette.tag.Tag;
import press.gazette.tag.TagType;

/**
 * The words by which the desk finds an article, in one text: each behind a blank, once, without case and accents. A query
 * word matches behind a blank; one that begins with an ideograph matches anywhere. A word ends behind the last of several
 * ideographs.
 */
public final class DeskKey {

    /** The most characters of the text: it is in an index, which has little room. */
    public static final int LONGEST = 500;

    private static final Pattern SEPARATORS =
            Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{IsIdeographic})(?=\\P{IsIdeographic})");

    private DeskKey() {}

    /**
     * The text of a draft.
     *
     * @param tags of which the names of contributors count
     */
    public static String of(String title, @Nullable String kicker, List<Tag> tags, String slug) {
        List<String> parts = new ArrayList<>(List.of(title));
        if (kicker != null) {
            parts.add(kicker);
        }
        tags.stream().filter(tag -> tag.type() == TagType.CONTRIBUTOR).forEach(tag -> parts.add(tag.name()));
        parts.add(slug);
        return of(parts);
    }

    /** The text of these parts; the words of the later ones are missing if it would be too long. */
    public static String of(Collection<String> parts) {
        Set<String> words = new LinkedHashSet<>();
        parts.forEach(part -> words.addAll(words(part)));
        StringBuilder key = new StringBuilder();
        for (String word : words) {
            if (key.length() + 1 + word.length() <= LONGEST) {
                key.append(' ').append(word);
            }
        }
        return key.toString();
    }

    /** The words of a text in their order; empty: it has no letters and digits. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>(List.of(SEPARATORS.split(SearchKey.of(text))));
        words.removeIf(String::isEmpty);
        return words;
    }

    /** The pattern of SQL's LIKE for keys with a word that begins like this one. It has letters and digits only. */
    public static String pattern(String word) {
        return Character.isIdeographic(word.codePointAt(0)) ? "%" + word + "%" : "% " + word + "%";
    }
}
