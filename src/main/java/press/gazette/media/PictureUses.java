package press.gazette.media;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** All content that uses media. */
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

    /** The content that uses the medium, kind by kind, at most so many of each kind. */
    public List<MediaUser> users(UUID medium, int most) {
        return all.stream()
                .sorted(Comparator.comparing(PictureUse::kind))
                .flatMap(each -> each.users(medium, most).stream())
                .toList();
    }

    /** The media that one content uses; empty: there is no such content. */
    public Optional<Set<UUID>> usedBy(UserKind kind, String ref) {
        return all.stream().filter(each -> each.kind() == kind).findFirst().flatMap(each -> each.usedBy(ref));
    }
}
