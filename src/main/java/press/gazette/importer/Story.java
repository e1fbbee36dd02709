package press.gazette.importer;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.article.ArticleType;
import press.gazette.article.Correction;
import press.gazette.article.Seo;
import press.gazette.article.Status;
import press.gazette.article.Withdrawal;
import press.gazette.json.Json;

/**
 * One article of the sample newsroom: YAML between lines of three hyphens, then Markdown. Times are durations before the
 * load (or behind it, where the name says so), so that the newsroom always looks current.
 */
record Story(String slug, Head head, String markdown) {

    private static final String FENCE = "---\n";

    /**
     * What stands above the Markdown.
     *
     * @param age how long before the load it was published; absent in drafts and scheduled articles
     * @param updated how long before the load it was last edited significantly
     * @param aliases slugs that it had before
     * @param status absent: published
     * @param publishIn how long behind the load a scheduled article is due
     * @param embargoFor how long behind the load it stays hidden
     * @param expiredFor how long before the load it expired
     */
    record Head(
            String title,
            @Nullable String kicker,
            @Nullable String standfirst,
            ArticleType type,
            String section,
            List<String> tags,
            List<String> contributors,
            @Nullable String byline,
            String image,
            @Nullable String age,
            @Nullable String updated,
            @Nullable List<String> related,
            @Nullable List<String> aliases,
            @Nullable List<Note> corrections,
            @Nullable Seo seo,
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

    /** When it was published, or the load itself for what was not. */
    Instant date(Instant load) {
        return head.age == null ? load : before(load, head.age);
    }

    static Instant before(Instant load, String duration) {
        return load.minus(Duration.parse(duration));
    }

    static Instant behind(Instant load, String duration) {
        return load.plus(Duration.parse(duration));
    }

    /** The slugs of its tags in editorial order, section and contributors last. */
    List<String> tags() {
        List<String> all = new ArrayList<>(head.tags);
        all.add(head.section);
        all.addAll(head.contributors);
        return all;
    }
}
