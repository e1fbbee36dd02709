package press.gazette.curation.resolver;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.Panache;

import press.gazette.curation.CuratedList;
import press.gazette.curation.resolution.Slot;
import press.gazette.media.PictureUse;

/** Finds the pictures of lists: those in place of an article's own, and those of links. */
@Singleton
final class ListPictures implements PictureUse {

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
}
