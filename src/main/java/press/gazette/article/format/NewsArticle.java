package press.gazette.article.format;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An article as schema.org's NewsArticle in JSON-LD 1.1. It has no body: search engines read the page, and listings stay small. */
@Schema(
        name = "NewsArticle",
        description =
                "An article as schema.org's NewsArticle in JSON-LD 1.1, without the body. Every < > & is escaped: put "
                        + "the response as it comes into a script element of the type application/ld+json.")
record NewsArticle(
        @Schema(description = "https://schema.org.", example = "https://schema.org") @JsonProperty("@context")
        String context,

        @Schema(
                description =
                        "NewsArticle, or AnalysisNewsArticle, OpinionNewsArticle, ReviewNewsArticle by the article's "
                                + "type. Expect further types.",
                example = "AnalysisNewsArticle")
        @JsonProperty("@type")
        String type,

        @Schema(
                description = "urn:uuid: and the article's id, for ever; the same as in feeds.",
                example = "urn:uuid:01a20588-7c40-7d5e-9a53-5b1d3f0c2a11")
        @JsonProperty("@id")
        String id,

        @Schema(
                description = "The article's page on the newsroom's own site.",
                example = "https://www.example.org/2026/gas-contract-averil")
        String url,

        @Schema(
                description = "The URL of the original: the page, unless the article comes from elsewhere.",
                example = "https://www.example.org/2026/gas-contract-averil")
        String mainEntityOfPage,

        @Schema(description = "The headline.") String headline,

        @Schema(description = "The title for search engines. Absent: the headline.") @Nullable
        String alternativeHeadline,

        @Schema(description = "The description for search engines, else the standfirst. Absent: neither.") @Nullable
        String description,

        @Schema(description = "The date to show.") Instant datePublished,

        @Schema(description = "The last significant edit or correction.")
        Instant dateModified,

        @Schema(
                description =
                        "A Person for each contributor, else one with the byline; without either, the organisation "
                                + "that the article comes from.")
        List<Thing> author,

        @Schema(description = "The lead picture in all its shapes. Absent: none.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<ImageObject> image,

        @Schema(description = "The section's name. Absent: none.", example = "World") @Nullable
        String articleSection,

        @Schema(description = "The names of the tags in editorial order. Absent: none.", examples = "[\"Putin\"]")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> keywords,

        @Schema(
                description =
                        "A Person, Place, Organization or Thing for each tag that names a subject. Absent: no such tag.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Thing> about,

        @Schema(description = "A CreativeWorkSeries for each series. Absent: none.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Thing> isPartOf,

        @Schema(description = "BCP 47.", example = "en") String inLanguage,

        @Schema(description = "Words in the body.", example = "540")
        int wordCount,

        @Schema(description = "true: anyone can read it.") boolean isAccessibleForFree,

        @Schema(description = "Corrections and clarifications, oldest first. Absent: none.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<CorrectionComment> correction,

        @Schema(description = "The URL of the terms of use. Absent: none is known.") @Nullable
        String usageInfo,

        @Schema(description = "The terms of use as text. Absent: none are known.") @Nullable
        String copyrightNotice,

        @Schema(description = "The source, such as an agency. Absent: this newsroom.") @Nullable
        Thing sourceOrganization,

        @Schema(description = "The newsroom, as a NewsMediaOrganization.")
        Thing publisher) {

    /** A person, a place, an organisation, a series or anything else with a name. */
    @Schema(name = "NewsArticleThing", description = "A person, a place, an organisation or anything else with a name.")
    record Thing(
            @Schema(description = "The type in schema.org. Expect further types.", example = "Person")
            @JsonProperty("@type")
            String type,

            @Schema(description = "For readers.", example = "Putin")
            String name,

            @Schema(
                    description = "Further names, in other languages and scripts. Absent: none are known.",
                    examples = "[\"Путин\"]")
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<String> alternateName,

            @Schema(description = "The page about it. Absent: none is known.") @Nullable
            String url,

            @Schema(
                    description = "URIs of the same thing elsewhere. Absent: none are known.",
                    examples = "[\"https://www.wikidata.org/entity/Q7747\"]")
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<String> sameAs) {

        /** A thing of which nothing is known but the name. */
        static Thing named(String type, String name, @Nullable String url) {
            return new Thing(type, name, List.of(), url, List.of());
        }
    }

    /** One shape of a picture. */
    @Schema(name = "NewsArticleImage", description = "One shape of the picture.")
    record ImageObject(
            @Schema(description = "ImageObject.", example = "ImageObject") @JsonProperty("@type")
            String type,

            @Schema(
                    description = "Absolute URL of the file.",
                    example = "https://www.example.org/newsroom/pictures/gas-pipeline.svg")
            String url,

            @Schema(description = "Width in CSS pixels.", example = "1600")
            String width,

            @Schema(description = "Height in CSS pixels.", example = "900")
            String height,

            @Schema(description = "Absent: none.") @Nullable String caption,

            @Schema(description = "Credit line. Absent if no credit is required.") @Nullable
            String creditText) {}

    /** A note to readers about an error. */
    @Schema(name = "NewsArticleCorrection", description = "A note to readers about an error.")
    record CorrectionComment(
            @Schema(description = "CorrectionComment.", example = "CorrectionComment") @JsonProperty("@type")
            String type,

            @Schema(description = "The time of its creation.")
            Instant datePublished,

            @Schema(description = "Plain text for readers.") String text) {}
}
