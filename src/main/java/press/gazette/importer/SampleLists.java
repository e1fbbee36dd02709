package press.gazette.importer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.change.Edit;
import press.gazette.curation.CuratedList;
import press.gazette.curation.CuratedPage;
import press.gazette.curation.content.Dedupe;
import press.gazette.curation.content.ListContent;
import press.gazette.curation.content.ListEntry;
import press.gazette.curation.content.Placement;
import press.gazette.curation.content.Settings;
import press.gazette.curation.content.Source;
import press.gazette.curation.content.SourceQuery;

/** The curated lists and pages of the sample newsroom. A list or page whose key exists is left alone. */
final class SampleLists {

    private SampleLists() {}

    static void load(SampleFiles.Lists lists, SampleLookup loaded, Instant load) {
        lists.lists().stream()
                .filter(entry -> CuratedList.atDesk(entry.key()).isEmpty())
                .forEach(entry -> loadList(entry, loaded, load));
        lists.pages().stream()
                .filter(entry -> CuratedPage.atDesk(entry.key()).isEmpty())
                .forEach(entry -> CuratedPage.create(
                        new Slug(entry.key()),
                        entry.title(),
                        entry.lists().stream()
                                .map(CuratedList::atDesk)
                                .flatMap(Optional::stream)
                                .toList(),
                        Edit.unsigned(load)));
    }

    private static void loadList(SampleFiles.ListEntry entry, SampleLookup loaded, Instant load) {
        List<ListEntry> placed = new ArrayList<>();
        for (SampleFiles.PlacedEntry each : entry.placed()) {
            SampleLookup.article(each.article())
                    .ifPresent(article ->
                            placed.add(new ListEntry(UUID.randomUUID(), Placement.of(article.id(), each.overrides()))));
        }
        Settings settings = new Settings(
                entry.title(),
                entry.kind(),
                0,
                entry.maxItems() == null ? placed.size() : entry.maxItems(),
                Dedupe.PAGE,
                List.of(),
                entry.fill() == null ? List.of() : fill(entry.fill(), loaded),
                List.of());
        CuratedList list =
                CuratedList.create(new Slug(entry.key()), new ListContent(settings, placed), null, Edit.unsigned(load));
        list.publish(list.revision(list.latestRevision()), Edit.unsigned(load));
    }

    /** A list without its tag is not filled, since a filter without a tag matches all articles. */
    private static List<Source> fill(SampleFiles.FillEntry entry, SampleLookup loaded) {
        if (entry.tag() == null) {
            return List.of(source(null));
        }
        return loaded.tag(entry.tag()).stream()
                .map(tag -> source(tag.id().toString()))
                .toList();
    }

    private static Source source(@Nullable String tags) {
        return new Source.Query(new SourceQuery(tags, null, null, null, null, null), null);
    }
}
