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
import press.gazette.database.Row;

/** The columns of a change that the compaction reads. */
record LedgerRow(
        long seq,
        String subject,
        String kind,
        String touched,
        @Nullable String formerSlugs) {

    static final String COLUMNS = "c.seq, c.subject, c.kind, c.touched, c.former_slugs";

    static LedgerRow of(Row row) {
        return new LedgerRow(row.number(), row.text(), row.text(), row.text(), row.textOrNull());
    }

    /** True if a later change of the subject may replace it: a removal is kept for its time, an unknown kind for ever. */
    boolean isReplaceable() {
        return Arrays.stream(Change.Kind.values())
                .anyMatch(known -> known.word().equals(kind) && !known.isRemoval());
    }

    /** The same change with the groups and former slugs of earlier ones besides its own. */
    LedgerRow with(Collection<LedgerRow> earlier) {
        Set<String> former = joined(earlier, LedgerRow::formerSlugs);
        return new LedgerRow(
                seq,
                subject,
                kind,
                String.join(" ", joined(earlier, LedgerRow::touched)),
                former.isEmpty() ? null : String.join(" ", former));
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
