package press.gazette.media;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** All places that show pictures to readers. */
@Singleton
public class PictureUses {

    private final Instance<PictureUse> all;

    PictureUses(Instance<PictureUse> all) {
        this.all = all;
    }

    /** True if readers see the picture anywhere at that instant, if its rights allow. */
    public boolean isShown(UUID picture, Instant now) {
        return all.stream().anyMatch(showcase -> showcase.shows(picture, now));
    }
}
