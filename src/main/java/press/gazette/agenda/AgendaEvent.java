package press.gazette.agenda;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event that time alone brings. */
@Schema(name = "AgendaEvent")
enum AgendaEvent {
    /** A scheduled publication: of an article, of a revision of a list, of a revision of the site document. */
    PUBLICATION(0),
    /** The end of an embargo: readers see the article from then on. */
    EMBARGO_END(1),
    /** The window of an entry of a list opens. */
    ENTRY_START(2),
    /** The window of an entry of a list closes. */
    ENTRY_END(3),
    /** The expiry of an article: readers do not see it from then on. */
    EXPIRY(4),
    /** The end of the rights of a picture or another file: no response shows it from then on. */
    RIGHTS_END(5);

    @JsonValue
    final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Its place among events at the same time. */
    final int place;

    AgendaEvent(int place) {
        this.place = place;
    }

    static AgendaEvent at(int place) {
        return Arrays.stream(values())
                .filter(event -> event.place == place)
                .findFirst()
                .orElseThrow();
    }
}
