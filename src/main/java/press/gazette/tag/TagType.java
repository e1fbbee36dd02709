package press.gazette.tag;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a tag stands for. Clients must expect further types. */
public enum TagType {
    KEYWORD,
    PERSON,
    PLACE,
    ORGANISATION,
    SECTION,
    SERIES,
    CONTRIBUTOR,
    TONE;

    /** The type in JSON, in SQL and in URLs. */
    @JsonValue
    @EnumeratedValue
    final String word = name().toLowerCase(Locale.ROOT);

    public static Optional<TagType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(type -> type.word).toList();
    }
}
