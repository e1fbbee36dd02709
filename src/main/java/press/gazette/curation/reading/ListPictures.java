package press.gazette.curation.reading;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.Panache;

import press.gazette.curation.CuratedList;
import press.gazette.curation.resolution.Slot;
import press.gazette.media.Showcase;

/** The pictures that lists show in place of those of their articles, and beside links. */
@Singleton
final class ListPictures implements Showcase {

    /** Asked of the few lists that speak of the picture: an entry that shows it may be closed, or its article hidden. */
    @Override
    public boolean shows(UUID picture, Instant now) {
        return Panache.getSession(CuratedList.class)
                .createNativeQuery(
                        "select l.id from curated_list l join list_revision r on r.id = l.live_id where r.content like :picture",
                        UUID.class)
                .setParameter("picture", "%" + picture + "%")
                .getResultList()
                .stream()
                .flatMap(list -> ListReading.live(List.of(list), now, false).stream())
                .flatMap(read -> read.resolved().slots().stream())
                .flatMap(Slot::pictures)
                .anyMatch(picture::equals);
    }
}
