package press.gazette.media.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.database.SearchKey;
import press.gazette.media.MediaWords;
import press.gazette.media.PictureUses;
import press.gazette.media.UserKind;
import press.gazette.media.file.MediumKind;
import press.gazette.problem.ParameterValue;
import press.gazette.problem.Problem;

/**
 * The filters of the desk's listing of media.
 *
 * @param words each must be the beginning of a word of the medium; empty: all media
 * @param kind null: all
 * @param rights null: all
 * @param user null: used or not
 */
record MediaFilter(
        List<String> words,
        @Nullable MediumKind kind,
        @Nullable RightsFilter rights,
        @Nullable User user) {

    static final int LONGEST_SEARCH = 200;
    static final int MOST_WORDS = 8;

    /** The content whose media are listed. */
    record User(UserKind kind, String ref) {}

    /**
     * Parses the parameters.
     *
     * @throws Problem {@code invalid-parameter}, before any statement
     */
    static MediaFilter parse(
            @Nullable String q, @Nullable String type, @Nullable String rights, @Nullable String usedBy) {
        return new MediaFilter(
                q == null ? List.of() : words(q),
                type == null ? null : ParameterValue.parse("type", type, MediumKind.values(), MediumKind::word),
                rights == null
                        ? null
                        : ParameterValue.parse("rights", rights, RightsFilter.values(), each -> each.word),
                usedBy == null ? null : user(usedBy));
    }

    private static List<String> words(String q) {
        boolean isReadable = q.length() <= LONGEST_SEARCH && q.chars().noneMatch(Character::isISOControl);
        List<String> words = isReadable ? MediaWords.asked(q) : List.of();
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            throw Problem.invalidParameter(
                    "q",
                    "The parameter q is 1 to " + MOST_WORDS + " words of letters and digits, at most " + LONGEST_SEARCH
                            + " characters without control characters.");
        }
        return words;
    }

    private static User user(String usedBy) {
        int colon = usedBy.indexOf(':');
        for (UserKind kind : UserKind.values()) {
            if (usedBy.equals(kind.word()) && kind == UserKind.SITE) {
                return new User(kind, usedBy);
            }
            if (kind != UserKind.SITE && colon > 0 && usedBy.substring(0, colon).equals(kind.word())) {
                return new User(kind, usedBy.substring(colon + 1));
            }
        }
        throw Problem.invalidParameter(
                "usedBy", "The parameter usedBy is article:, tag: or list: with an id, slug or key, or site.");
    }

    /** The conditions on a medium {@code m} in HQL, with their values in the map, but for {@code :now} of the rights. */
    List<String> conditions(Map<String, Object> values, PictureUses uses) {
        List<String> conditions = new ArrayList<>();
        if (kind != null) {
            conditions.add("m.kind = :kind");
            values.put("kind", kind.word());
        }
        if (rights != null) {
            conditions.add(rights.condition);
        }
        for (int i = 0; i < words.size(); i++) {
            conditions.add("m.id in (select o.id from Media o join o.search.words w where w >= :from" + i
                    + " and w < :to" + i + ")");
            values.put("from" + i, words.get(i));
            values.put("to" + i, words.get(i) + SearchKey.LAST);
        }
        if (user != null) {
            Set<UUID> used = uses.usedBy(user.kind(), user.ref())
                    .orElseThrow(() -> Problem.invalidParameter(
                            "usedBy", "There is no " + user.kind().word() + " with this id, slug or key."));
            conditions.add("m.id in :used");
            values.put("used", used);
        }
        return conditions;
    }
}
