package press.gazette.site.revision;

import java.util.List;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.json.RecordDiff;
import press.gazette.site.SiteRevision;
import press.gazette.site.desk.SiteReferences;

/** The differences between two revisions of the site document, member by member. */
@Schema(description = "The differences between two revisions of the site document.")
public record SiteComparison(
        @Schema(description = "The number of the former revision.", example = "2")
        int from,

        @Schema(description = "The number of the later revision.", example = "3")
        int to,

        @Schema(description = "The members that differ, in the order of the document's members.")
        List<MemberChange> members) {

    /** One member that differs. */
    @Schema(description = "One member that differs.")
    public record MemberChange(
            @Schema(description = "The name of the member.", example = "menus")
            String name,

            @Schema(description = "The former value. Absent: none.") @Nullable
            Object from,

            @Schema(description = "The later value. Absent: none.") @Nullable
            Object to) {}

    static SiteComparison between(SiteRevision from, SiteRevision to) {
        return new SiteComparison(
                from.number(),
                to.number(),
                RecordDiff.of(SiteReferences.draft(from.content()), SiteReferences.draft(to.content()), Set.of())
                        .stream()
                        .map(member -> new MemberChange(member.name(), member.from(), member.to()))
                        .toList());
    }
}
