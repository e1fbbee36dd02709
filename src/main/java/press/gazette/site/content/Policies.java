package press.gazette.site.content;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.curation.content.PlainText;
import press.gazette.problem.Faults;

/** The addresses of the newsroom's policies, by the names that schema.org gives them in NewsMediaOrganization. */
@Schema(
        description =
                "The newsroom's policies by the names of schema.org's NewsMediaOrganization. Each is an absolute URL.")
public record Policies(
        @Schema(
                description = "The page with the editorial principles. Absent: none.",
                format = "uri",
                maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String publishingPrinciples,

        @Schema(
                description = "The page with the code of ethics. Absent: none.",
                format = "uri",
                maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String ethicsPolicy,

        @Schema(
                description = "The page with the policy on corrections. Absent: none.",
                example = "https://averil.example/corrections",
                format = "uri",
                maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String correctionsPolicy,

        @Schema(
                description = "The page with the way in which facts are checked. Absent: none.",
                format = "uri",
                maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String verificationFactCheckingPolicy,

        @Schema(
                description = "The page with the policy on sources without a name. Absent: none.",
                format = "uri",
                maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String unnamedSourcesPolicy,

        @Schema(
                description = "The page with the ways in which readers can respond and take part. Absent: none.",
                format = "uri",
                maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String actionableFeedbackPolicy,

        @Schema(
                description = "The page with the policy on diversity. Absent: none.",
                format = "uri",
                maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String diversityPolicy,

        @Schema(
                description = "The page with the report on the diversity of the staff. Absent: none.",
                format = "uri",
                maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String diversityStaffingReport,

        @Schema(
                description = "The page with the owners and the funding. Absent: none.",
                format = "uri",
                maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String ownershipFundingInfo,

        @Schema(
                description = "The page with the list of those who lead the newsroom. Absent: none.",
                format = "uri",
                maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String masthead,

        @Schema(
                description = "The page with the mission and the priorities of coverage. Absent: none.",
                format = "uri",
                maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String missionCoveragePrioritiesPolicy,

        @Schema(
                description = "The page with the reason why articles have no authors' names. Absent: none.",
                format = "uri",
                maxLength = WebAddress.MOST_CHARACTERS)
        @Nullable
        String noBylinesPolicy) {

    /** No policy. */
    public static final Policies NONE =
            new Policies(null, null, null, null, null, null, null, null, null, null, null, null);

    public Policies {
        Faults faults = new Faults();
        PlainText.checkUrl(faults, "/publishingPrinciples", publishingPrinciples);
        PlainText.checkUrl(faults, "/ethicsPolicy", ethicsPolicy);
        PlainText.checkUrl(faults, "/correctionsPolicy", correctionsPolicy);
        PlainText.checkUrl(faults, "/verificationFactCheckingPolicy", verificationFactCheckingPolicy);
        PlainText.checkUrl(faults, "/unnamedSourcesPolicy", unnamedSourcesPolicy);
        PlainText.checkUrl(faults, "/actionableFeedbackPolicy", actionableFeedbackPolicy);
        PlainText.checkUrl(faults, "/diversityPolicy", diversityPolicy);
        PlainText.checkUrl(faults, "/diversityStaffingReport", diversityStaffingReport);
        PlainText.checkUrl(faults, "/ownershipFundingInfo", ownershipFundingInfo);
        PlainText.checkUrl(faults, "/masthead", masthead);
        PlainText.checkUrl(faults, "/missionCoveragePrioritiesPolicy", missionCoveragePrioritiesPolicy);
        PlainText.checkUrl(faults, "/noBylinesPolicy", noBylinesPolicy);
        faults.refuse();
    }
}
