package press.gazette.curation.draft;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Faults;

/** Something placed in a list by hand. */
@Schema(description = "Something placed in a list by hand.")
public record EntryDraft(
        Target target,

        @Schema(
                description =
                        "The position at which it stands whenever enough items stand before it, from 1. Absent: in the order of the entries.",
                example = "2",
                minimum = "1",
                maximum = "" + ListSettings.MOST_ITEMS)
        @Nullable
        Integer pin,

        @Schema(description = "The key of its group. Absent: the first one, if there are groups.", example = "lead")
        @Nullable
        String group,

        @Schema(description = "It is not shown before. Absent: at once.") @Nullable
        Instant startsAt,

        @Schema(description = "It is not shown from then on. Absent: it does not end.") @Nullable
        Instant endsAt,

        @Schema(description = "Not of links, which have their own words. Absent: none.") @Nullable
        Overrides overrides,

        @Schema(description = "Links below it, at most 4.", maxItems = EntryDraft.MOST_SUPPORTING)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Supporting> supporting) {

    static final int MOST_SUPPORTING = 4;

    public EntryDraft {
        supporting = supporting == null ? List.of() : List.copyOf(supporting);
        Faults faults = new Faults();
        faults.check(
                pin == null || (pin >= 1 && pin <= ListSettings.MOST_ITEMS),
                "/pin",
                "A pin is a position from 1 to what the list holds.");
        faults.check(
                startsAt == null || endsAt == null || startsAt.isBefore(endsAt),
                "/endsAt",
                "An entry ends later than it starts.");
        faults.check(
                target.link() == null || overrides == null || overrides.equals(Overrides.NONE),
                "/overrides",
                "A link has its own words: change those of the target.");
        faults.check(
                supporting.size() <= MOST_SUPPORTING,
                "/supporting",
                "There are at most " + MOST_SUPPORTING + " supporting links.");
        Set<String> once = new HashSet<>();
        for (int i = 0; i < supporting.size(); i++) {
            Supporting link = supporting.get(i);
            faults.check(once.add(link.article() + " " + link.url()), "/supporting/" + i, "This is there twice.");
        }
        faults.refuse();
    }

    /** Nothing but an article. */
    public static EntryDraft of(String article, @Nullable Overrides overrides) {
        return new EntryDraft(new Target(article, null, null), null, null, null, null, overrides, List.of());
    }

    public boolean hasPin() {
        return pin != null;
    }

    /** Whether it may be shown at that instant. */
    public boolean isOpen(Instant at) {
        return hasStarted(at) && !hasEnded(at);
    }

    public boolean hasStarted(Instant at) {
        return startsAt == null || !startsAt.isAfter(at);
    }

    public boolean hasEnded(Instant at) {
        return endsAt != null && !endsAt.isAfter(at);
    }

    /** Whether there is a moment at which both may be shown. */
    boolean overlaps(EntryDraft other) {
        return (endsAt == null || other.beginsBefore(endsAt)) && (other.endsAt == null || beginsBefore(other.endsAt));
    }

    private boolean beginsBefore(Instant end) {
        return startsAt == null || startsAt.isBefore(end);
    }

    /** The same entry with other names of what it speaks of. */
    public EntryDraft naming(Target otherTarget, List<Supporting> otherSupporting) {
        return new EntryDraft(otherTarget, pin, group, startsAt, endsAt, overrides, otherSupporting);
    }
}
