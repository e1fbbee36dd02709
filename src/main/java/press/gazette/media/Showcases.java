package press.gazette.media;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** All that shows readers pictures. */
@Singleton
public class Showcases {

    private final Instance<Showcase> all;

    Showcases(Instance<Showcase> all) {
        this.all = all;
    }

    /** Whether readers see the picture anywhere at that instant, if its rights allow. */
    public boolean show(UUID picture, Instant now) {
        return all.stream().anyMatch(showcase -> showcase.shows(picture, now));
    }
}
