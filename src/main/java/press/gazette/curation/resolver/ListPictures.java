package press.gazette.curation.resolver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.Panache;

import press.gazette.curation.CuratedList;
import press.gazette.curation.ListRevision;
import press.gazette.curation.content.ListEntry;
import press.gazette.curation.content.Placement;
import press.gazette.curation.resolution.Slot;
import press.gazette.database.Sql;
import press.gazette.media.MediaUser;
import press.gazette.media.PictureUse;
import press.gazette.media.UserKind;

/** Finds the pictures of lists: those in place of an article's own, and those of links. */
@Singleton
final class ListPictures implements PictureUse {

    @Override
    public UserKind kind() {
        return UserKind.LIST;
    }

    /** Resolves the few lists with the id in their text: the window of an entry may be closed, or its article hidden. */
    @Override
    public boolean shows(UUID picture, Instant now) {
        return Panache.getSession(CuratedList.class)
                .createNativeQuery(
                        "select l.id from curated_list l join list_revision r on r.id = l.live_id where r.content like :picture",
                        UUID.class)
                .setParameter("picture", "%" + picture + "%")
                .getResultList()
                .stream()
                .flatMap(list -> ListResolver.live(List.of(list), now, false).stream())
                .flatMap(read -> read.resolved().slots().stream())
                .flatMap(Slot::pictures)
                .anyMatch(picture::equals);
    }

    /** Reads the live and the latest revisions of all lists: a newsroom has a few hundred. */
    @Override
    public List<MediaUser> users(UUID medium, int most) {
        return Sql.of(
                        "select l.key, l.title from curated_list l where exists (select 1 from list_revision r"
                                + " where r.list_id = l.id and (r.number = l.latest_revision or r.id = l.live_id) and r.content like ?)"
                                + " order by l.key limit " + most,
                        "%" + medium + "%")
                .rows(row -> user(row.text(), row.text()));
    }

    private static MediaUser user(String key, String title) {
        return new MediaUser(UserKind.LIST, key, title, "/v1/desk/lists/" + key);
    }

    @Override
    public Optional<Set<UUID>> usedBy(String ref) {
        return CuratedList.atDesk(ref).map(ListPictures::pictures);
    }

    private static Set<UUID> pictures(CuratedList list) {
        return Stream.concat(
                        Stream.of(list.draft()), Stream.ofNullable(list.live()).map(ListRevision::content))
                .flatMap(content -> content.entries().stream())
                .map(ListEntry::placed)
                .flatMap(Placement::pictures)
                .collect(Collectors.toSet());
    }
}
