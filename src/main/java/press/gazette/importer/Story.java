package press.gazette.importer;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.article.Correction;
import press.gazette.article.Status;
import press.gazette.article.Withdrawal;
import press.gazette.article.access.AccessDraft;
import press.gazette.article.draft.ArticleType;
import press.gazette.article.draft.Seo;
import press.gazette.json.Json;

/**
 * An article of the sample newsroom: YAML between lines of three hyphens, then Markdown. Times are durations before the
 * load (or after it, for the members that say so), so that the newsroom always looks current.
 */
record Story(String slug, Head head, String markdown) {

    private static final String FENCE = "---\n";

    /** A link to another story, which has the slug in the place of the id that the load gives it. */
    private static final Pattern LINK = Pattern.compile("data-article=\"([a-z0-9-]+)\"");

    /** A medium of the sample newsroom, which has the key in the place of the address that the load gives it. */
    private static final Pattern MEDIUM = Pattern.compile("media:([a-z-]+)");

    /**
     * The YAML above the Markdown.
     *
     * @param language BCP 47; absent: English
     * @param translationOf the slug of the original, which is older
     * @param section absent in pages of the site, as the image is
     * @param age the time from publication to load; absent in drafts and scheduled articles
     * @param updated the time from the last significant edit to the load
     * @param aliases former slugs
     * @param status absent: published
     * @param publishIn the time from the load to the scheduled publication
     * @param embargoFor the time from the load to the end of the embargo
     * @param expiredFor the time from the expiry to the load
     */
    record Head(
            String title,
            @Nullable String kicker,
            @Nullable String standfirst,
            ArticleType type,
            @Nullable String language,
            @Nullable String translationOf,
            @Nullable String section,
            List<String> tags,
            List<String> contributors,
            @Nullable String byline,
            @Nullable String image,
            @Nullable String age,
            @Nullable String updated,
            @Nullable List<String> related,
            @Nullable List<String> aliases,
            @Nullable List<Note> corrections,
            @Nullable Seo seo,
            @Nullable AccessDraft access,
            @Nullable Status status,
            @Nullable String publishIn,
            @Nullable String embargoFor,
            @Nullable String expiredFor,
            @Nullable Retraction withdrawn) {}

    record Note(String age, Correction.Kind kind, String text) {}

    record Retraction(String age, Withdrawal.Reason reason, String note) {}

    static Story parse(String slug, String file) {
        int end = file.indexOf("\n" + FENCE, FENCE.length());
        if (!file.startsWith(FENCE) || end < 0) {
            throw new IllegalArgumentException(
                    "The article " + slug + " does not begin with YAML between lines of ---");
        }
        byte[] yaml = file.substring(FENCE.length(), end).getBytes(StandardCharsets.UTF_8);
        return new Story(
                slug,
                Json.fromYaml(new ByteArrayInputStream(yaml), Head.class),
                file.substring(end + 1 + FENCE.length()));
    }

    /** The slugs of the articles that the text links to. They are older than this one, and so loaded before it. */
    List<String> links() {
        return LINK.matcher(markdown).results().map(link -> link.group(1)).toList();
    }

    /**
     * The text with links to the ids of articles, and with the addresses of media.
     *
     * @param ids the id of an article by its slug; empty: it has been removed, and the link leaves its words
     * @param media the address of a medium by its key; empty: it is not in the store, and its line is left out
     */
    String linked(Function<String, Optional<UUID>> ids, Function<String, Optional<String>> media) {
        String shown = markdown.lines()
                .filter(line -> MEDIUM.matcher(line)
                        .results()
                        .allMatch(each -> media.apply(each.group(1)).isPresent()))
                .map(line -> MEDIUM.matcher(line)
                        .replaceAll(each -> media.apply(each.group(1)).orElseThrow()))
                .collect(Collectors.joining("\n"));
        return LINK.matcher(shown)
                .replaceAll(link -> ids.apply(link.group(1))
                        .map(id -> "data-article=\"" + id + "\"")
                        .orElse(""));
    }

    /** The time of publication; the load itself if it is not published. */
    Instant date(Instant load) {
        return head.age == null ? load : before(load, head.age);
    }

    static Instant before(Instant load, String duration) {
        return load.minus(Duration.parse(duration));
    }

    static Instant after(Instant load, String duration) {
        return load.plus(Duration.parse(duration));
    }

    /** The slugs of its tags in editorial order, section and contributors last. */
    List<String> tags() {
        List<String> all = new ArrayList<>(head.tags);
        if (head.section != null) {
            all.add(head.section);
        }
        all.addAll(head.contributors);
        return all;
    }
}
