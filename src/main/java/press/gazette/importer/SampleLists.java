package press.gazette.importer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.curation.CuratedList;
import press.gazette.curation.CuratedPage;
import press.gazette.curation.draft.EntryDraft;
import press.gazette.curation.draft.Fill;
import press.gazette.curation.draft.FillQuery;
import press.gazette.curation.draft.ListContent;
import press.gazette.curation.draft.ListEntry;
import press.gazette.curation.draft.ListSettings;

/** The curated lists and pages of the sample newsroom. A list or page whose key is taken stays as it stands. */
final class SampleLists {

    private SampleLists() {}

    static void load(SampleFiles.Lists lists, Loaded loaded, Instant load) {
        lists.lists().stream()
                .filter(entry -> CuratedList.atDesk(entry.key()).isEmpty())
                .forEach(entry -> loadList(entry, loaded, load));
        lists.pages().stream()
                .filter(entry -> CuratedPage.atDesk(entry.key()).isEmpty())
                .forEach(entry -> CuratedPage.found(
                        new Slug(entry.key()),
                        entry.title(),
                        entry.lists().stream()
                                .map(CuratedList::atDesk)
                                .flatMap(Optional::stream)
                                .toList(),
                        null,
                        load));
    }

    private static void loadList(SampleFiles.ListEntry entry, Loaded loaded, Instant load) {
        List<ListEntry> placed = new ArrayList<>();
        for (SampleFiles.PlacedEntry each : entry.placed()) {
            Loaded.article(each.article())
                    .ifPresent(article -> placed.add(new ListEntry(
                            UUID.randomUUID(), EntryDraft.of(article.id().toString(), each.overrides()))));
        }
        ListSettings settings = new ListSettings(
                null,
                entry.title(),
                entry.kind(),
                null,
                entry.maxItems() == null ? Integer.valueOf(placed.size()) : entry.maxItems(),
                null,
                List.of(),
                entry.fill() == null ? List.of() : fill(entry.fill(), loaded),
                List.of(),
                null);
        CuratedList list =
                CuratedList.found(new Slug(entry.key()), new ListContent(settings, placed), null, null, load);
        list.publish(list.revision(list.latestRevision()), null, load);
    }

    /** A list whose tag is no more is not filled: all articles would be something else. */
    private static List<Fill> fill(SampleFiles.FillEntry entry, Loaded loaded) {
        if (entry.tag() == null) {
            return List.of(fill((String) null));
        }
        return loaded.tag(entry.tag()).stream()
                .map(tag -> fill(tag.id().toString()))
                .toList();
    }

    private static Fill fill(@Nullable String tag) {
        return new Fill(new FillQuery(tag, null, null, null, null, null), null, null, null);
    }
}
