package press.gazette.curation.desk;

import java.time.Instant;
import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.CuratedList;
import press.gazette.curation.ListRevision;
import press.gazette.curation.reading.Edition;
import press.gazette.curation.reading.ListReading;
import press.gazette.curation.reading.ReadingCost;
import press.gazette.desk.Outcome;
import press.gazette.problem.Problem;

/** Which revision of a list is published. */
@Schema(description = "Which revision of a list is published.")
public record ListPublicationDraft(
        @Schema(
                description = "Its number; an earlier one rolls the list back. Absent: the working draft.",
                example = "3")
        @Nullable
        Integer revision) {

    /** Puts the revision before readers, unless fewer of its items would show than the list has at least. */
    Outcome publish(CuratedList list, ReadingCost cost, String editor, Instant now) {
        ListRevision chosen = chosen(list, revision);
        cost.checkLive(list, chosen.content());
        int least = chosen.content().settings().least();
        Edition edition = new Edition(list.id(), list.key(), chosen.number(), now, chosen.content());
        int shown = ListReading.edition(edition, now, false).resolved().slots().size();
        if (shown < least) {
            throw Problem.conflict("Of revision " + chosen.number() + " readers would be shown " + shown
                    + " items; the list has at least " + least + ".");
        }
        boolean again = list.live() != null;
        list.publish(chosen, editor, now);
        return Outcome.of(again);
    }

    /** The revision of that number, the working draft if there is none; refuses what is not there or closes a circle. */
    public static ListRevision chosen(CuratedList list, @Nullable Integer revision) {
        ListRevision chosen = ListRevision.numbered(
                        list.id(), Objects.requireNonNullElse(revision, list.latestRevision()))
                .orElseThrow(() -> Problem.invalidContent("/revision", "The list has no such revision."));
        Resolving.checkSources(list, chosen.content().sources(), "/revision");
        return chosen;
    }
}
