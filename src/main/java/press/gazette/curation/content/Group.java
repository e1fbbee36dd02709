package press.gazette.curation.content;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.problem.Faults;

/** A part of a list that is shown in its own way, such as the lead above the rest. */
@Schema(description = "A part of a list that is shown in its own way, such as the lead above the rest.")
public record Group(
        @Schema(
                description = "The name of the group in items: words of a-z and 0-9 joined by hyphens.",
                example = "lead",
                maxLength = Slug.LONGEST_KEY)
        String key,

        @Schema(
                description = "The heading of the group, at most 200 characters. Absent: none.",
                minLength = 1,
                maxLength = PlainText.WORD)
        @Nullable
        String title,

        @Schema(
                description = "The most items in the group. Absent: as many as the list holds.",
                example = "1",
                minimum = "1",
                maximum = "" + Settings.MOST_ITEMS)
        @Nullable
        Integer limit) {

    public Group {
        Faults faults = new Faults();
        faults.check(
                Slug.isKey(key),
                "/key",
                "A key is words of a-z and 0-9 joined by single hyphens, at most 100 characters.");
        title = PlainText.checked(faults, "/title", title, PlainText.WORD);
        faults.check(
                limit == null || (limit >= 1 && limit <= Settings.MOST_ITEMS),
                "/limit",
                "A limit is from 1 to " + Settings.MOST_ITEMS + "; without one, the group holds what the list holds.");
        faults.refuse();
    }
}
