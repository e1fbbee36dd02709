package press.gazette.search.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.search.query.Facet;
import press.gazette.tag.TagLabel;

/** The facets of a search, with the names of tags. */
@Schema(
        description = "Numbers of articles by their properties, exact, each counted under all filters but its own; the "
                + "greatest first; at most 20 of each.")
public record FacetsView(
        @Schema(description = "Tags without sections and contributors. Absent unless requested.") @Nullable
        List<TagCount> tags,

        @Schema(description = "Absent unless requested.") @Nullable
        List<TagCount> section,

        @Schema(description = "Absent unless requested.") @Nullable
        List<TagCount> contributor,

        @Schema(description = "By the word of the type. Absent unless requested.") @Nullable
        List<ValueCount> type,

        @Schema(description = "By BCP 47. Absent unless requested.") @Nullable
        List<ValueCount> language,

        @Schema(description = "By the year of publishedAt in UTC, the latest first. Absent unless requested.") @Nullable
        List<ValueCount> year) {

    /** More values are no choice. */
    static final int MOST_VALUES = 20;

    /** A tag with the number of articles. */
    @Schema(description = "A tag with the number of articles that carry it.")
    public record TagCount(
            TagLabel tag,

            @Schema(description = "At least 1.", example = "12")
            long count) {}

    /** A value with the number of articles. */
    @Schema(description = "A value with the number of articles that have it.")
    public record ValueCount(
            @Schema(description = "To be sent as the filter.", example = "analysis")
            String value,

            @Schema(description = "At least 1.", example = "12")
            long count) {}

    /** @param labels of the tags that readers may see; the others are left out */
    static FacetsView of(Map<Facet, List<Facet.Count>> counted, Map<UUID, TagLabel> labels) {
        return new FacetsView(
                tags(counted.get(Facet.TAGS), labels),
                tags(counted.get(Facet.SECTION), labels),
                tags(counted.get(Facet.CONTRIBUTOR), labels),
                values(counted.get(Facet.TYPE)),
                values(counted.get(Facet.LANGUAGE)),
                years(counted.get(Facet.YEAR)));
    }

    /** The ids of all tags that were counted. */
    static List<UUID> tags(Map<Facet, List<Facet.Count>> counted) {
        return Stream.of(Facet.TAGS, Facet.SECTION, Facet.CONTRIBUTOR)
                .map(counted::get)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(count -> UUID.fromString(count.value()))
                .toList();
    }

    private static @Nullable List<TagCount> tags(@Nullable List<Facet.Count> counts, Map<UUID, TagLabel> labels) {
        return shown(counts, count -> {
            TagLabel label = labels.get(UUID.fromString(count.value()));
            return label == null ? Stream.empty() : Stream.of(new TagCount(label, count.count()));
        });
    }

    private static @Nullable List<ValueCount> values(@Nullable List<Facet.Count> counts) {
        return shown(counts, count -> Stream.of(new ValueCount(count.value(), count.count())));
    }

    /** A year has four digits, so texts are in order. */
    private static @Nullable List<ValueCount> years(@Nullable List<Facet.Count> counts) {
        return counts == null
                ? null
                : values(counts.stream()
                        .sorted(Comparator.comparing(Facet.Count::value).reversed())
                        .toList());
    }

    private static <T> @Nullable List<T> shown(
            @Nullable List<Facet.Count> counts, Function<Facet.Count, Stream<T>> view) {
        return counts == null
                ? null
                : counts.stream().flatMap(view).limit(MOST_VALUES).toList();
    }
}
