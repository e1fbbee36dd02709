package press.gazette.importer.ninjs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.address.WebAddress;
import press.gazette.article.draft.ArticleType;
import press.gazette.article.draft.Foreign;
import press.gazette.importer.item.Fate;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedArticle.Place;
import press.gazette.importer.item.ImportedArticle.SearchWords;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.ImportedPicture;
import press.gazette.importer.item.ImportedState;
import press.gazette.importer.item.LeftOut;
import press.gazette.importer.item.Note;
import press.gazette.importer.xml.FileDates;
import press.gazette.importer.xml.PlainText;
import press.gazette.importer.xml.RepairedXml;
import press.gazette.problem.Language;

/** Makes articles of the items of an agency that have a text. */
final class NinjsArticles {

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_STANDFIRST = 4_000;
    private static final int LONGEST_WORD = 200;

    /** Members that have a place in an article, in both generations, and the largest ones. */
    private static final Set<String> PLACED = Set.of(
            "uri",
            "type",
            "standard",
            "version",
            "language",
            "headline",
            "title",
            "by",
            "byline",
            "pubstatus",
            "firstcreated",
            "versioncreated",
            "usageterms",
            "copyrightnotice",
            "mimetype",
            "charcount",
            "wordcount",
            "representationtype");

    private final ImportMapping mapping;
    private final NinjsTerms terms;

    NinjsArticles(ImportMapping mapping, NinjsTerms terms) {
        this.mapping = mapping;
        this.terms = terms;
    }

    ImportedItem item(NinjsItem item) {
        String id = item.text("uri");
        String title = PlainText.plain(item.text("headline", "title"));
        String type = item.text("type");
        if (id.isEmpty()) {
            return new LeftOut("", title, new Note("no-id", "It has no uri."), item.line());
        }
        if (!type.isEmpty() && !type.equals("text")) {
            Note reason = new Note("no-article", "Its type is " + type + ": it is kept for the desk.");
            return new LeftOut(id, title, reason, item.line(), false, item.values());
        }
        List<Note> notes = new ArrayList<>();
        String body = NinjsBody.html(item);
        return body.length() > RepairedXml.LONGEST_TEXT
                ? new LeftOut(id, title, new Note("too-long", "Its text is too long."), item.line())
                : article(item, id, body, notes);
    }

    private ImportedArticle article(NinjsItem item, String id, String body, List<Note> notes) {
        ImportedPicture lead = NinjsMedia.lead(item);
        String language = item.text("language").replace('_', '-');
        List<NinjsItem.Text> headlines = item.texts("headline", "headlines");
        Map<Place, String> texts = texts(item, headlines);
        ImportedState state = state(item, notes);
        return new ImportedArticle(
                id,
                type(item),
                Language.isValid(language) ? language : "",
                title(item, headlines, body, notes),
                slug(item),
                List.of(),
                paths(item),
                standfirst(item),
                texts,
                body + NinjsMedia.rest(item, lead, body, notes),
                null,
                terms.of(item),
                lead,
                SearchWords.NONE,
                state,
                fields(item, state.version(), notes),
                List.of(),
                notes,
                item.line());
    }

    private ArticleType type(NinjsItem item) {
        return item.items("genre", "genres").stream()
                .map(genre -> Slug.from(genre.text("name", "code", "literal"), "en", "genre")
                        .value())
                .flatMap(genre -> mapping.type(genre).stream())
                .findFirst()
                .orElse(ArticleType.NEWS);
    }

    private static String title(NinjsItem item, List<NinjsItem.Text> headlines, String body, List<Note> notes) {
        String headline = headlines.stream()
                .filter(each -> each.role().isEmpty() || each.role().equals("main"))
                .findFirst()
                .or(() -> headlines.stream().findFirst())
                .map(NinjsItem.Text::value)
                .orElse(item.text("title"));
        String title = PlainText.plain(headline);
        if (title.isEmpty()) {
            String words = PlainText.plain(body);
            title = words.isEmpty() ? "Item " + item.text("uri") : PlainText.beginning(words, 80);
            notes.add(new Note("title-made", title));
        }
        return PlainText.beginning(title, LONGEST_TITLE);
    }

    private static String standfirst(NinjsItem item) {
        return item.texts("description", "descriptions").stream()
                .findFirst()
                .map(text -> PlainText.beginning(PlainText.plain(text.value()), LONGEST_STANDFIRST))
                .orElse("");
    }

    /** A slugline of an agency is words for its desk; one that is a slug is an address. */
    private static String slug(NinjsItem item) {
        String slugline = item.text("slugline");
        return slugline.matches("[a-z0-9]+(?:-[a-z0-9]+)+") ? slugline : "";
    }

    /** The addresses of an item on the site of the mapping. Those of agencies are addresses elsewhere. */
    private List<String> paths(NinjsItem item) {
        String site = mapping.siteAddress();
        List<String> paths = new ArrayList<>();
        for (NinjsItem each : item.items("altids")) {
            String address = each.text("value", "name");
            if (!site.isEmpty() && WebAddress.isAbsolute(address) && address.startsWith(site)) {
                paths.add(address);
            }
        }
        return paths;
    }

    private static Map<Place, String> texts(NinjsItem item, List<NinjsItem.Text> headlines) {
        Map<Place, String> texts = new EnumMap<>(Place.class);
        String kicker = headlines.stream()
                .filter(each -> each.role().equals("kicker"))
                .findFirst()
                .map(NinjsItem.Text::value)
                .orElse("");
        put(texts, Place.KICKER, kicker, LONGEST_WORD);
        put(texts, Place.BYLINE, PlainText.withoutEmail(item.text("by", "byline")), LONGEST_TITLE);
        String source = item.items("infosource", "infosources").stream()
                .map(each -> each.text("name"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(item.text("copyrightholder"));
        put(texts, Place.SOURCE, source, LONGEST_WORD);
        put(
                texts,
                Place.RIGHTS,
                (item.text("copyrightnotice") + " " + item.text("usageterms")).strip(),
                LONGEST_STANDFIRST);
        return texts;
    }

    private static void put(Map<Place, String> texts, Place place, String text, int most) {
        String plain = PlainText.plain(text);
        if (!plain.isEmpty()) {
            texts.put(place, PlainText.beginning(plain, most));
        }
    }

    private ImportedState state(NinjsItem item, List<Note> notes) {
        Instant published = date(item, "firstcreated", "contentcreated", "versioncreated");
        Instant updated = date(item, "versioncreated");
        String embargo = item.text("embargoed", "embargoeduntil");
        Instant until = date(item, "embargoed", "embargoeduntil");
        Fate fate = fate(item, notes);
        if (!embargo.isEmpty() && until == null && fate != Fate.WITHDRAWN) {
            notes.add(
                    new Note("embargo", "The end of its embargo cannot be read: " + embargo + ". An editor ends it."));
            fate = Fate.HIDDEN;
        }
        Long version = item.number("version");
        Long age = updated == null ? null : Long.valueOf(updated.getEpochSecond());
        return new ImportedState(fate, published, updated, until, version == null ? age : version);
    }

    private static @Nullable Instant date(NinjsItem item, String... names) {
        return FileDates.of(item.text(names)).orElse(null);
    }

    private Fate fate(NinjsItem item, List<Note> notes) {
        String status = item.text("pubstatus");
        switch (status) {
            case "usable", "" -> {
                boolean partial = item.text("representationtype").matches("partial|incomplete");
                if (partial) {
                    notes.add(new Note("partial", "The file has a part of its text only: a draft."));
                }
                return mapping.publishes() && !partial ? Fate.PUBLISHED : Fate.DRAFT;
            }
            case "withheld" -> {
                notes.add(new Note("withheld", "Its source holds it back: a draft under embargo."));
                return Fate.WITHHELD;
            }
            case "canceled", "cancelled" -> {
                return Fate.WITHDRAWN;
            }
            default -> {
                notes.add(new Note("unknown-state", "Its state is \"" + status + "\": a draft."));
                return Fate.DRAFT;
            }
        }
    }

    /** Members without a place in an article, for the desk alone: the notes to editors among them. */
    private static Map<String, List<String>> fields(NinjsItem item, @Nullable Long version, List<Note> notes) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (version != null) {
            fields.put(ImportedArticle.VERSION, List.of(version.toString()));
        }
        item.values().forEach((name, value) -> {
            boolean isText = !(value instanceof Map) && !(value instanceof List);
            boolean isWords = name.startsWith("body_") || name.startsWith("description") || name.startsWith("headline");
            if (isText && !isWords && !PLACED.contains(name)) {
                fields.put(name, List.of(value.toString()));
                if (fields.size() > Foreign.MOST_FIELDS || Foreign.bytes(fields) > Foreign.MOST_BYTES) {
                    fields.remove(name);
                    notes.add(new Note("field-not-kept", name));
                }
            }
        });
        if (!item.text("ednote").isEmpty()) {
            notes.add(new Note("ednote", item.text("ednote")));
        }
        return fields;
    }
}
