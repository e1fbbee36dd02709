package press.gazette.curation.draft;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.curation.content.Overrides;
import press.gazette.curation.content.Settings;
import press.gazette.problem.Faults;

/** An entry of a list, as an editor sends it. */
@Schema(description = "An entry of a list, as an editor sends it.")
public record EntryDraft(
        TargetDraft target,

        @Schema(
                description =
                        "The position of the entry in the list, from 1, whenever enough items come before it. Absent: in the order of the entries.",
                example = "2",
                minimum = "1",
                maximum = "" + Settings.MOST_ITEMS)
        @Nullable
        Integer pin,

        @Schema(
                description = "The key of the entry's group. Absent: the first group, if the list has groups.",
                example = "lead")
        @Nullable
        String group,

        @Schema(description = "The instant from which the entry is shown. Absent: at once.") @Nullable
        Instant startsAt,

        @Schema(description = "The instant from which the entry is no longer shown. Absent: no end.") @Nullable
        Instant endsAt,

        @Schema(
                description =
                        "Replacements for the words and the picture of the article; not allowed with a link. Absent: none.")
        @Nullable
        Overrides overrides,

        @Schema(description = "Links below the item, at most 4.", maxItems = EntryDraft.MOST_SUPPORTING)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<SupportingDraft> supporting) {

    static final int MOST_SUPPORTING = 4;

    public EntryDraft {
        supporting = supporting == null ? List.of() : List.copyOf(supporting);
        Faults faults = new Faults();
        faults.check(
                pin == null || (pin >= 1 && pin <= Settings.MOST_ITEMS),
                "/pin",
                "A pin is a position from 1 to the maximum of the list.");
        faults.check(
                startsAt == null || endsAt == null || startsAt.isBefore(endsAt),
                "/endsAt",
                "An entry must end later than it starts.");
        faults.check(
                target.link() == null || overrides == null || overrides.equals(Overrides.NONE),
                "/overrides",
                "A link has no overrides: change the words of the target.");
        faults.check(
                supporting.size() <= MOST_SUPPORTING,
                "/supporting",
                "There are at most " + MOST_SUPPORTING + " supporting links.");
        Set<String> once = new HashSet<>();
        for (int i = 0; i < supporting.size(); i++) {
            SupportingDraft link = supporting.get(i);
            faults.check(once.add(link.article() + " " + link.url()), "/supporting/" + i, "This link is there twice.");
        }
        faults.refuse();
    }
}
