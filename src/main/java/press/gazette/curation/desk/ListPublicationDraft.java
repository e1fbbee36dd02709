package press.gazette.curation.desk;

import java.time.Instant;
import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Edit;
import press.gazette.curation.CuratedList;
import press.gazette.curation.ListRevision;
import press.gazette.curation.Sources;
import press.gazette.curation.resolver.ListResolver;
import press.gazette.curation.resolver.ReadingCost;
import press.gazette.curation.resolver.ResolvableRevision;
import press.gazette.problem.Problem;

/** The revision of a list to publish. */
@Schema(description = "The revision of a list to publish.")
public record ListPublicationDraft(
        @Schema(
                description =
                        "The number of the revision; an earlier one rolls the list back. Absent: the working draft.",
                example = "3")
        @Nullable
        Integer revision) {

    /**
     * Publishes the revision, unless it would show fewer items than its minimum. Returns true if the list was not public.
     */
    boolean publish(CuratedList list, ReadingCost cost, Edit edit) {
        Instant now = edit.at();
        ListRevision chosen = chosen(list, revision);
        cost.checkLive(list, chosen.content(), now);
        int least = chosen.content().settings().minItems();
        ResolvableRevision resolvable =
                new ResolvableRevision(list.id(), list.key(), chosen.number(), now, chosen.content());
        int shown =
                ListResolver.revision(resolvable, now, false).resolved().slots().size();
        if (shown < least) {
            throw Problem.conflict("Revision " + chosen.number() + " would show " + shown
                    + " items; the list must show at least " + least + ".");
        }
        return list.publish(chosen, edit);
    }

    /** The revision with this number; null: the working draft. Rejects an unknown number and sources that close a circle. */
    public static ListRevision chosen(CuratedList list, @Nullable Integer revision) {
        ListRevision chosen = ListRevision.numbered(
                        list.id(), Objects.requireNonNullElse(revision, list.latestRevision()))
                .orElseThrow(() -> Problem.invalidContent("/revision", "The list has no such revision."));
        Sources.check(list, chosen.content().sources(), "/revision");
        return chosen;
    }
}
