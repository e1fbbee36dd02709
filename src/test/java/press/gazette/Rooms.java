package press.gazette;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The rooms and the permitted imports between them (docs/architecture.md), as data: one table, however long. */
final class Rooms {

    static final String ROOT = "press.gazette";

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** The rooms that all content and all entry points may use. */
    private static final Set<String> GROUND = Set.of(
            "address",
            "admission",
            "cache",
            "change",
            "connection",
            "database",
            "delivery",
            "desk",
            "json",
            "paging",
            "problem",
            "response",
            "security",
            "sending",
            "time");

    /** The rooms that each room may import. */
    static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("time", Set.of()),
            Map.entry("problem", Set.of()),
            Map.entry("sending", Set.of()),
            Map.entry("body", Set.of("problem")),
            Map.entry("json", Set.of("problem", "time")),
            Map.entry("address", Set.of("problem")),
            Map.entry("paging", Set.of("problem", "time")),
            Map.entry("database", Set.of("time")),
            Map.entry("change", Set.of("database", "paging", "problem", "time")),
            Map.entry("response", Set.of("address", "json", "problem")),
            Map.entry("admission", Set.of("address", "database", "problem", "response")),
            Map.entry("cache", Set.of("admission", "change", "database", "problem", "response", "time")),
            Map.entry("connection", Set.of("admission", "cache", "change", "problem", "response")),
            Map.entry(
                    "delivery",
                    Set.of(
                            "admission",
                            "cache",
                            "change",
                            "database",
                            "json",
                            "paging",
                            "problem",
                            "response",
                            "time")),
            Map.entry(
                    "security",
                    Set.of(
                            "address",
                            "admission",
                            "database",
                            "delivery",
                            "json",
                            "paging",
                            "problem",
                            "response",
                            "sending",
                            "time")),
            Map.entry(
                    "desk",
                    Set.of(
                            "address",
                            "admission",
                            "change",
                            "database",
                            "delivery",
                            "json",
                            "paging",
                            "problem",
                            "response",
                            "security",
                            "time")),
            Map.entry("media", GROUND),
            Map.entry("tag", withGround("media")),
            Map.entry("article", withGround("body", "tag", "media")),
            Map.entry("curation", withGround("article", "body", "tag", "media")),
            Map.entry("site", withGround("curation", "article", "tag", "media")),
            Map.entry("document", withGround("site", "curation", "article", "body", "tag", "media")),
            Map.entry("feed", withGround("site", "curation", "article", "body", "tag", "media")),
            Map.entry("search", withGround("article", "body", "tag", "media")),
            Map.entry("sync", withGround("curation", "article", "tag", "media")),
            Map.entry("agenda", GROUND),
            Map.entry("forwarding", withGround("article", "body", "tag", "media")),
            Map.entry("exporter", withGround("site", "curation", "article", "body", "tag", "media")),
            Map.entry(
                    "importer",
                    withGround("exporter", "forwarding", "site", "curation", "article", "body", "tag", "media")),
            Map.entry("command", Set.of("exporter", "json")),
            Map.entry("purge", GROUND),
            Map.entry("webhook", withGround("article", "tag")),
            Map.entry("warmup", GROUND),
            Map.entry("metrics", GROUND),
            Map.entry("contract", GROUND),
            Map.entry("door", withGround("document", "article", "contract", "tag", "media")));

    /** The packages of its own room that each package may import; packages that are missing may import none. */
    static final Map<String, Set<String>> ARROWS_INSIDE = Map.ofEntries(
            Map.entry(
                    "admission",
                    Set.of("admission.limit", "admission.deadline", "admission.resource", "admission.stage")),
            Map.entry("admission.limit", Set.of("admission.deadline", "admission.resource", "admission.stage")),
            Map.entry("admission.deadline", Set.of("admission.resource", "admission.stage")),
            Map.entry("body.table", Set.of("body.inline")),
            Map.entry("body.block", Set.of("body.inline", "body.table")),
            Map.entry("body.assembly", Set.of("body.block", "body.inline")),
            Map.entry("body.text", Set.of("body.assembly", "body.block", "body.inline", "body.table")),
            Map.entry("body.html", Set.of("body.block", "body.inline", "body.table")),
            Map.entry(
                    "body.reading",
                    Set.of("body.assembly", "body.block", "body.html", "body.inline", "body.table", "body.text")),
            Map.entry(
                    "body.markdown",
                    Set.of(
                            "body.assembly",
                            "body.block",
                            "body.html",
                            "body.inline",
                            "body.reading",
                            "body.table",
                            "body.text")),
            Map.entry(
                    "body",
                    Set.of(
                            "body.assembly",
                            "body.block",
                            "body.html",
                            "body.inline",
                            "body.markdown",
                            "body.reading",
                            "body.text")),
            Map.entry("delivery.stream", Set.of("delivery")),
            Map.entry("desk", Set.of("desk.audit", "desk.idempotency")),
            Map.entry("desk.audit", Set.of("desk.changes")),
            Map.entry("change.compaction", Set.of("change")),
            Map.entry("change.follower", Set.of("change")),
            Map.entry("database.due", Set.of("database")),
            Map.entry("security.key", Set.of("security", "security.token")),
            Map.entry("security.token", Set.of("security")),
            Map.entry("media.file", Set.of("media.format", "media.metadata", "media.picture", "media.storage")),
            Map.entry("media.rendition", Set.of("media.file", "media.picture", "media.storage")),
            Map.entry("media", Set.of("media.file", "media.metadata", "media.picture", "media.rendition")),
            Map.entry("media.desk", Set.of("media", "media.file", "media.rendition")),
            Map.entry("media.reading", Set.of("media", "media.file", "media.rendition")),
            Map.entry("tag", Set.of("tag.naming")),
            Map.entry("tag.reading", Set.of("tag", "tag.naming")),
            Map.entry("tag.desk", Set.of("tag", "tag.naming", "tag.reading")),
            Map.entry("tag.rebuild", Set.of("tag", "tag.naming")),
            Map.entry("article.draft", Set.of("article.access")),
            Map.entry("article", Set.of("article.access", "article.draft", "article.slug", "article.translation")),
            Map.entry(
                    "article.reading",
                    Set.of(
                            "article",
                            "article.access",
                            "article.draft",
                            "article.page",
                            "article.seo",
                            "article.translation")),
            Map.entry("article.page", Set.of("article")),
            Map.entry("article.seo", Set.of("article.draft")),
            Map.entry("article.tagging", Set.of("article")),
            Map.entry("article.rebuild", Set.of("article", "article.draft")),
            Map.entry("article.listing", Set.of("article", "article.draft", "article.reading")),
            Map.entry("article.related", Set.of("article", "article.listing", "article.reading")),
            Map.entry("article.preview", Set.of("article", "article.draft", "article.reading")),
            Map.entry("article.desk", Set.of("article", "article.draft")),
            Map.entry("article.publication", Set.of("article", "article.desk", "article.draft")),
            Map.entry("article.batch", Set.of("article", "article.desk", "article.draft", "article.publication")),
            Map.entry("curation.draft", Set.of("curation.content")),
            Map.entry("curation", Set.of("curation.content")),
            Map.entry("curation.resolution", Set.of("curation.content")),
            Map.entry("curation.resolver", Set.of("curation", "curation.content", "curation.resolution")),
            Map.entry(
                    "curation.reading",
                    Set.of("curation", "curation.content", "curation.resolution", "curation.resolver")),
            Map.entry(
                    "curation.desk",
                    Set.of(
                            "curation",
                            "curation.content",
                            "curation.draft",
                            "curation.resolution",
                            "curation.resolver")),
            Map.entry(
                    "curation.revision",
                    Set.of("curation", "curation.content", "curation.desk", "curation.draft", "curation.resolver")),
            Map.entry("curation.page", Set.of("curation", "curation.desk", "curation.resolver")),
            Map.entry(
                    "curation.explain",
                    Set.of(
                            "curation",
                            "curation.content",
                            "curation.desk",
                            "curation.reading",
                            "curation.resolution",
                            "curation.resolver")),
            Map.entry("exporter", Set.of("exporter.format")),
            Map.entry("exporter.restoration", Set.of("exporter.format")),
            Map.entry("forwarding.desk", Set.of("forwarding")),
            Map.entry("importer", Set.of("importer.sample")),
            Map.entry("importer.wordpress", Set.of("importer.item", "importer.xml")),
            Map.entry("importer.ninjs", Set.of("importer.item", "importer.xml")),
            Map.entry("importer.writer", Set.of("importer.item", "importer.xml")),
            Map.entry("importer.copy", Set.of("importer.item", "importer.writer")),
            Map.entry("importer.ghost", Set.of("importer.item", "importer.xml")),
            Map.entry("importer.feed", Set.of("importer.item", "importer.xml")),
            Map.entry("importer.xml", Set.of("importer.item")),
            Map.entry(
                    "importer.job",
                    Set.of(
                            "importer.copy",
                            "importer.feed",
                            "importer.ghost",
                            "importer.item",
                            "importer.ninjs",
                            "importer.wordpress",
                            "importer.writer")),
            Map.entry("importer.desk", Set.of("importer.copy", "importer.item", "importer.job", "importer.writer")),
            Map.entry("site", Set.of("site.content")),
            Map.entry("site.draft", Set.of("site.content")),
            Map.entry("site.reading", Set.of("site", "site.content")),
            Map.entry("site.desk", Set.of("site", "site.content", "site.draft")),
            Map.entry("site.revision", Set.of("site", "site.desk", "site.draft")),
            Map.entry("search.question", Set.of("search.analysis", "search.query")),
            Map.entry(
                    "search.index.document",
                    Set.of("search.analysis", "search.query", "search.question", "search.source")),
            Map.entry(
                    "search.index.retrieval",
                    Set.of("search.analysis", "search.index.document", "search.query", "search.question")),
            Map.entry(
                    "search.index",
                    Set.of(
                            "search.engine",
                            "search.index.document",
                            "search.index.retrieval",
                            "search.query",
                            "search.source")),
            Map.entry(
                    "search.opensearch.retrieval",
                    Set.of("search.analysis", "search.opensearch.cluster", "search.query", "search.question")),
            Map.entry(
                    "search.opensearch",
                    Set.of(
                            "search.analysis",
                            "search.engine",
                            "search.opensearch.cluster",
                            "search.opensearch.retrieval",
                            "search.query",
                            "search.question",
                            "search.source")),
            Map.entry("search", Set.of("search.engine", "search.index", "search.opensearch", "search.query")),
            Map.entry("search.reading", Set.of("search.query")),
            Map.entry("feed", Set.of("feed.format")),
            Map.entry("feed.sitemap", Set.of("feed", "feed.format")),
            Map.entry("feed.hub", Set.of("feed", "feed.format")),
            Map.entry("webhook.desk", Set.of("webhook")),
            Map.entry("webhook.dispatch", Set.of("webhook")));

    private static Set<String> withGround(String... rooms) {
        Set<String> all = new TreeSet<>(GROUND);
        all.addAll(List.of(rooms));
        return all;
    }

    private Rooms() {}

    /** The room of a class; empty for classes at the root. */
    static String room(JavaClass type) {
        String inside = inside(type);
        int dot = inside.indexOf('.');
        return dot < 0 ? inside : inside.substring(0, dot);
    }

    /** The package of a class below the root, with dots; empty for classes at the root. */
    static String inside(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1) : "";
    }
}
