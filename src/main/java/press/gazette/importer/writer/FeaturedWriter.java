package press.gazette.importer.writer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import press.gazette.address.Slug;
import press.gazette.article.Article;
import press.gazette.article.ArticlePast;
import press.gazette.article.Status;
import press.gazette.change.Edit;
import press.gazette.curation.CuratedList;
import press.gazette.curation.content.Dedupe;
import press.gazette.curation.content.ListContent;
import press.gazette.curation.content.ListKind;
import press.gazette.curation.content.Placement;
import press.gazette.curation.content.Settings;
import press.gazette.importer.item.ImportSource;
import press.gazette.importer.item.Note;

/**
 * Makes a public list of the articles that stood first on the former site, sticky or featured, the newest first. A list with this
 * key that an editor has changed stays.
 */
final class FeaturedWriter {

    static final String KEY = "featured";

    private FeaturedWriter() {}

    static List<Note> write(ImportSource source, Instant now) {
        List<Placement> placed = placements(source);
        if (placed.isEmpty()) {
            return List.of();
        }
        Edit edit = Edit.unsigned(now);
        Optional<CuratedList> known = CuratedList.locked(KEY);
        if (known.filter(list -> list.modifiedBy() != null).isPresent()) {
            return List.of(new Note("list-is-there", "An editor has changed the list " + KEY + " here: it stays."));
        }
        ListContent content = known.map(list -> list.draft().with(settings(placed.size())))
                .orElseGet(() -> ListContent.of(settings(placed.size())))
                .replaced(placed);
        CuratedList list = known.orElseGet(() -> CuratedList.create(new Slug(KEY), content, null, edit));
        list.save(content, null, edit);
        list.publish(list.revision(list.latestRevision()), edit);
        return List.of(new Note("featured", "The list " + KEY + " has " + placed.size() + " articles."));
    }

    private static List<Placement> placements(ImportSource source) {
        List<Article> articles = new ArrayList<>();
        for (String id : source.site().featured()) {
            ArticlePast.find(source.system(), id)
                    .flatMap((UUID found) -> Article.<Article>findByIdOptional(found))
                    .filter(article -> article.life().status() == Status.PUBLISHED
                            && article.life().embargoUntil() == null
                            && article.text().type().isListed())
                    .ifPresent(articles::add);
        }
        return articles.stream()
                .sorted(Comparator.comparing(FeaturedWriter::date).reversed())
                .map(article -> Placement.of(article.id(), null))
                .toList();
    }

    private static Instant date(Article article) {
        return Objects.requireNonNullElse(article.dates().publishedAt(), Instant.EPOCH);
    }

    private static Settings settings(int items) {
        return new Settings("Featured", ListKind.MANUAL, 0, items, Dedupe.NONE, List.of(), List.of(), List.of());
    }
}
