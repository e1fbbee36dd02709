package press.gazette.sync;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.change.Change;
import press.gazette.change.LedgerPosition;
import press.gazette.change.Subject;
import press.gazette.database.Row;

/**
 * A change in the ledger, with what readers see of its subject now.
 *
 * @param touched the groups of the responses that may differ, those of hidden tags too
 * @param groups the same without hidden tags, by which readers would learn of them
 * @param slug absent: the subject has none, or readers do not see it
 * @param version absent: the subject has none, or readers do not see it
 * @param hiddenFrom the end of an article, or of the rights of a picture, that readers see; absent: none
 * @param isVisible true if readers see the subject
 * @param isReplaced true if the subject has a later change
 * @param tags of an article that readers see
 */
record ChangeRow(
        long seq,
        Instant at,
        Change.Kind kind,
        Subject subject,
        List<Subject> touched,
        List<Subject> groups,
        @Nullable String reason,
        List<String> formerSlugs,
        @Nullable Subject successor,
        @Nullable String slug,
        @Nullable Integer version,
        @Nullable Instant hiddenFrom,
        boolean isVisible,
        boolean isReplaced,
        Set<UUID> tags) {

    static ChangeRow of(Row row) {
        return new ChangeRow(
                row.number(),
                row.instant(),
                Change.Kind.parse(row.text()),
                Subject.parse(row.text()),
                words(row.textOrNull()).stream().map(Subject::parse).toList(),
                List.of(),
                row.textOrNull(),
                words(row.textOrNull()),
                subject(row.textOrNull()),
                row.textOrNull(),
                row.integerOrNull(),
                row.instantOrNull(),
                row.flag(),
                row.flag(),
                Set.copyOf(row.uuids()));
    }

    /** The place in the ledger behind the change. */
    LedgerPosition position() {
        return new LedgerPosition(seq, at);
    }

    /** The same change with the groups that readers may know: its own subject, even if it is hidden now, and visible ones. */
    ChangeRow without(Set<Subject> hidden) {
        return new ChangeRow(
                seq,
                at,
                kind,
                subject,
                touched,
                touched.stream()
                        .filter(group -> group.equals(subject) || !hidden.contains(group))
                        .toList(),
                reason,
                formerSlugs,
                successor,
                slug,
                version,
                hiddenFrom,
                isVisible,
                isReplaced,
                tags);
    }

    private static List<String> words(@Nullable String text) {
        return text == null ? List.of() : Arrays.asList(text.split(" ", -1));
    }

    private static @Nullable Subject subject(@Nullable String name) {
        return name == null ? null : Subject.parse(name);
    }
}
