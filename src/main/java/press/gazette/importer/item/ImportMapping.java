package press.gazette.importer.item;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.article.draft.ArticleType;
import press.gazette.importer.item.ImportedArticle.Place;
import press.gazette.json.Json;
import press.gazette.tag.TagType;

/**
 * The decisions of a newsroom before an import, in YAML. All of them may be absent.
 *
 * @param zone of dates without one, such as Europe/Berlin; absent: UTC
 * @param site the address of the former site, for formats that do not have it
 * @param categories the types of categories by their slugs; absent: all are sections
 * @param tags the types of tags by their slugs; absent: all are keywords
 * @param types the types of articles by kinds and formats of posts; absent: posts are news, pages are pages
 * @param fields the places of custom fields by their names; absent: all are kept beside the article
 * @param publish true: usable items of agencies are published; absent: they are drafts
 */
public record ImportMapping(
        @Nullable String zone,
        @Nullable String site,
        @Nullable Map<String, TagType> categories,
        @Nullable Map<String, TagType> tags,
        @Nullable Map<String, ArticleType> types,
        @Nullable Map<String, Place> fields,
        @Nullable Boolean publish) {

    public static final ImportMapping NONE = new ImportMapping(null, null, null, null, null, null, null);

    public ImportMapping {
        categories = categories == null ? Map.of() : Map.copyOf(categories);
        tags = tags == null ? Map.of() : Map.copyOf(tags);
        types = types == null ? Map.of() : Map.copyOf(types);
        fields = fields == null ? Map.of() : Map.copyOf(fields);
        if (site != null && !WebAddress.isAbsolute(site)) {
            throw new IllegalArgumentException("The site is an absolute http or https URL, not \"" + site + "\"");
        }
        if (zone != null) {
            try {
                ZoneId.of(zone);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("There is no time zone \"" + zone + "\"");
            }
        }
    }

    /**
     * Reads a mapping.
     *
     * @throws UnreadableFile that names the line of a mistake
     */
    public static ImportMapping read(String yaml) {
        if (yaml.isBlank()) {
            return NONE;
        }
        try {
            return Json.fromYaml(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), ImportMapping.class);
        } catch (UncheckedIOException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new UnreadableFile("The mapping cannot be used: "
                    + String.valueOf(cause.getMessage())
                            .replaceAll("press\\.gazette[\\w.$]*", "mapping")
                            .replaceAll("\\(through reference chain.*", "")
                            .replaceAll("(?s)\\s+at \\[Source:[^;]*; line: (\\d+), column: (\\d+)]", " Near line $1.")
                            .strip());
        }
    }

    /** The address of the former site without the slash at its end; empty: it is not known. */
    public String siteAddress() {
        return site == null ? "" : site.replaceAll("/+$", "");
    }

    /** The host of the former site without www; empty: it is not known. */
    public Optional<String> siteHost() {
        return siteAddress().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(URI.create(siteAddress()).getHost())
                        .map(host -> host.replaceFirst("^www\\.", ""));
    }

    /** True if usable items of agencies are published. */
    public boolean publishes() {
        return Boolean.TRUE.equals(publish);
    }

    public ZoneId timeZone() {
        return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    }

    public TagType category(String slug) {
        return Objects.requireNonNull(categories).getOrDefault(slug, TagType.SECTION);
    }

    /** The type that the newsroom has chosen for a category; empty: none. */
    public Optional<TagType> typeOfCategory(String slug) {
        return Optional.ofNullable(Objects.requireNonNull(categories).get(slug));
    }

    public TagType tag(String slug) {
        return Objects.requireNonNull(tags).getOrDefault(slug, TagType.KEYWORD);
    }

    public Optional<ArticleType> type(String kind) {
        return Optional.ofNullable(Objects.requireNonNull(types).get(kind));
    }

    public Optional<Place> place(String field) {
        return Optional.ofNullable(Objects.requireNonNull(fields).get(field));
    }
}
