package press.gazette.importer.writer;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.NewsroomLanguage;
import press.gazette.address.Ref;
import press.gazette.address.Slug;
import press.gazette.article.Article;
import press.gazette.article.ArticlePast;
import press.gazette.article.draft.ArticleDraft;
import press.gazette.article.draft.BodyDraft;
import press.gazette.article.draft.Seo;
import press.gazette.desk.LossReport;
import press.gazette.forwarding.ForwardingTarget;
import press.gazette.forwarding.OldAddress;
import press.gazette.forwarding.OldPath;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedArticle.Place;
import press.gazette.importer.item.ImportedPicture;
import press.gazette.importer.item.Note;
import press.gazette.importer.writer.ItemBatch.Kind;

/** Makes the draft of one imported article, with its addresses, and notes what it could not hold. */
final class ArticleDrafts {

    private static final int MOST_TAGS = 50;
    private static final int MOST_ALIASES = 50;

    private final Destination destination;
    private final LinkRewriter links;
    private final ImportedArticle item;
    private final List<Note> notes;

    /** @param notes takes the losses */
    ArticleDrafts(Destination destination, LinkRewriter links, ImportedArticle item, List<Note> notes) {
        this.destination = destination;
        this.links = links;
        this.item = item;
        this.notes = notes;
    }

    ArticleDraft draft(String slug) {
        Map<Place, String> texts = item.texts();
        List<String> tags = destination.terms().slugs(item.terms());
        if (tags.size() > MOST_TAGS) {
            notes.add(
                    new Note("too-many-tags", "Its tags beyond the first 50: " + tags.subList(MOST_TAGS, tags.size())));
            tags = tags.subList(0, MOST_TAGS);
        }
        UUID image = image();
        return new ArticleDraft(
                slug,
                item.type(),
                language(),
                item.title(),
                texts.get(Place.KICKER),
                item.standfirst() == null || item.standfirst().isEmpty() ? null : item.standfirst(),
                new BodyDraft(null, null, html(image == null), base()),
                null,
                tags,
                texts.get(Place.BYLINE),
                image == null ? null : image.toString(),
                null,
                item.search().canonicalUrl(),
                texts.get(Place.SOURCE),
                texts.get(Place.RIGHTS),
                seo(),
                List.of(),
                null,
                null);
    }

    private String html(boolean withoutLead) {
        ImportedPicture lead = item.image();
        String whole = withoutLead && lead != null ? PictureWriter.figure(lead) + item.html() : item.html();
        String linked = links.rewrite(whole, item.base(), this::linkTarget);
        return destination.pictures().rewrite(linked, item.base(), notes);
    }

    private String language() {
        return item.language().isEmpty() ? NewsroomLanguage.tag() : item.language();
    }

    /** The lead picture; null: it has none, or one that cannot lead. */
    private @Nullable UUID image() {
        ImportedPicture picture = item.image();
        if (picture == null) {
            return null;
        }
        UUID copied = destination.pictures().find(picture.url()).orElse(null);
        UUID id = copied == null ? record(picture) : copied;
        if (id == null) {
            notes.add(new Note(
                    "picture-in-body",
                    "The size of its lead picture is not known: it begins the body. " + picture.url()));
        }
        return id;
    }

    private @Nullable UUID record(ImportedPicture picture) {
        if (!PictureWriter.isRecordable(picture)) {
            return null;
        }
        if (destination.batch().mayHave(Kind.PICTURE, picture.url())) {
            return PictureWriter.write(picture, destination.now());
        }
        destination.batch().add(Kind.PICTURE, picture.url());
        return PictureWriter.create(picture, destination.now());
    }

    private @Nullable URI base() {
        try {
            boolean none = item.base() == null
                    || item.base().isEmpty()
                    || destination.pictures().areThere();
            return none ? null : URI.create(item.base());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable Seo seo() {
        ImportedArticle.SearchWords words = item.search();
        return words.title() == null && words.description() == null && !words.noIndex()
                ? null
                : new Seo(words.title(), words.description(), words.noIndex(), null);
    }

    private Optional<UUID> linkTarget(OldPath path) {
        return destination.batch().mayHave(Kind.PATH, path.value()) ? article(path) : Optional.empty();
    }

    static Optional<UUID> article(OldPath path) {
        return OldAddress.at(path)
                .flatMap(address -> Optional.ofNullable(address.target().article()));
    }

    /** The slug there, romanised if its form is invalid here, and with a number if it is taken. */
    String freeSlug() {
        Slug wished = Ref.isSlug(item.slug())
                ? new Slug(item.slug())
                : Slug.from(item.slug().isBlank() ? item.title() : item.slug(), language(), "article");
        if (!item.slug().isBlank() && !wished.value().equals(item.slug())) {
            notes.add(new Note("slug-changed", item.slug() + " is " + wished));
        }
        Slug free = wished.free(this::isFree);
        if (!free.equals(wished)) {
            notes.add(new Note("slug-taken", wished + " is taken: it is " + free));
        }
        destination.slugs().give(free, item.id());
        return free.value();
    }

    private boolean isFree(Slug slug) {
        return !destination.slugs().isGivenToAnother(slug, item.id())
                && (!destination.batch().mayHave(Kind.SLUG, slug.value())
                        || ArticlePast.taken(List.of(slug.value())).isEmpty());
    }

    List<String> aliases(String slug) {
        return item.formerSlugs().stream()
                .filter(former -> Ref.isSlug(former) && !former.equals(slug) && isFree(new Slug(former)))
                .distinct()
                .limit(MOST_ALIASES)
                .toList();
    }

    void keepAddresses(UUID article) {
        List<OldPath> paths = item.paths().stream()
                .flatMap(text -> OldPath.of(text).stream())
                .filter(path -> !path.value().equals("/"))
                .distinct()
                .toList();
        Map<String, OldAddress> taken = OldAddress.at(paths.stream()
                .filter(path -> destination.batch().mayHave(Kind.PATH, path.value()))
                .toList());
        for (OldPath path : paths) {
            OldAddress known = taken.get(path.value());
            if (known == null) {
                OldAddress.bring(
                        path,
                        ForwardingTarget.article(article),
                        destination.source().toString());
                destination.batch().add(Kind.PATH, path.value());
            } else if (!article.equals(known.target().article())) {
                notes.add(new Note("address-taken", path + " leads elsewhere."));
            }
        }
    }

    void noteLosses(LossReport losses) {
        List<LossReport.Entry> entries = losses.entries();
        if (entries != null) {
            entries.forEach(entry -> notes.add(
                    new Note("loss", entry.what() + " (" + entry.count() + " times), near: " + entry.near())));
        }
    }

    /** Compares the words of the text there with those of the body that is live here. */
    void compareWords(Article article) {
        String missing = article.revisions().areAhead()
                ? ""
                : WordCheck.missing(item.html(), article.text().body().text());
        if (!missing.isEmpty()) {
            notes.add(new Note("words", "Words that the body does not have: " + missing));
        }
    }

    Written written(Outcome outcome, UUID article) {
        notes.addAll(links.notes());
        return new Written(outcome, article, links.hasUnknown(), notes);
    }
}
