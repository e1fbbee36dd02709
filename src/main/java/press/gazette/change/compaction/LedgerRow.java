package press.gazette.change.compaction;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.change.Change;
import press.gazette.change.Subject;
import press.gazette.database.Row;

/** The columns of a change that the compaction reads. */
record LedgerRow(
        long seq,
        String subject,
        String kind,
        @Nullable String slug,
        String touched,
        @Nullable String formerSlugs) {

    /** Says of one change that it was to a page of the site. It is no group. */
    private static final String UNLISTED = Subject.UNLISTED.name();

    static final String COLUMNS = "c.seq, c.subject, c.kind, c.slug, c.touched, c.former_slugs";

    static LedgerRow of(Row row) {
        return new LedgerRow(row.number(), row.text(), row.text(), row.textOrNull(), row.text(), row.textOrNull());
    }

    /** True if a later change of the subject may replace it: a removal is kept for its time, an unknown kind for ever. */
    boolean isReplaceable() {
        return Arrays.stream(Change.Kind.values())
                .anyMatch(known -> known.word().equals(kind) && !known.isRemoval());
    }

    /** True if readers do not see the subject any more. */
    boolean isRemoval() {
        return Change.Kind.parse(kind).isRemoval();
    }

    /**
     * The same change in place of earlier ones, with their groups and former slugs besides its own. A follower that comes a
     * little late has not seen the subject begin or move, so the kind says that it did.
     *
     * @param compacted the number up to which changes were settled before: their kinds do not count, or each subject would be
     *     created for ever
     */
    LedgerRow inPlaceOf(Collection<LedgerRow> earlier, long compacted) {
        Set<String> former = joined(earlier, LedgerRow::formerSlugs);
        former.remove(slug);
        Set<String> groups = joined(earlier, LedgerRow::touched);
        if (!words(touched).contains(UNLISTED)) {
            groups.remove(UNLISTED);
        }
        return new LedgerRow(
                seq,
                subject,
                isReplaceable() ? kind(earlier, compacted) : kind,
                slug,
                String.join(" ", groups),
                former.isEmpty() ? null : String.join(" ", former));
    }

    private String kind(Collection<LedgerRow> earlier, long compacted) {
        for (Change.Kind stronger : List.of(Change.Kind.CREATED, Change.Kind.MOVED)) {
            String word = stronger.word();
            if (kind.equals(word)
                    || earlier.stream()
                            .filter(each -> each.isReplaceable() && each.seq > compacted)
                            .anyMatch(each -> each.kind.equals(word))) {
                return word;
            }
        }
        return kind;
    }

    private Set<String> joined(Collection<LedgerRow> earlier, Function<LedgerRow, @Nullable String> names) {
        Set<String> all = new LinkedHashSet<>(words(names.apply(this)));
        earlier.forEach(each -> all.addAll(words(names.apply(each))));
        return all;
    }

    private static List<String> words(@Nullable String names) {
        return names == null ? List.of() : Arrays.stream(names.split(" ", -1)).collect(Collectors.toList());
    }
}
