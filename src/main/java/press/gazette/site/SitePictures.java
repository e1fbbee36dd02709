package press.gazette.site;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import press.gazette.media.MediaUser;
import press.gazette.media.PictureUse;
import press.gazette.media.UserKind;

/** The pictures of the site: its logo and that of the publisher. */
@Singleton
final class SitePictures implements PictureUse {

    @Override
    public UserKind kind() {
        return UserKind.SITE;
    }

    @Override
    public boolean shows(UUID picture, Instant now) {
        SiteRevision live = SiteDocument.atDesk().live();
        return live != null && live.content().pictures().contains(picture);
    }

    @Override
    public List<MediaUser> users(UUID medium, int most) {
        SiteDocument site = SiteDocument.atDesk();
        return pictures(site).contains(medium)
                ? List.of(
                        new MediaUser(UserKind.SITE, kind().word(), site.draft().title(), "/v1/desk/site"))
                : List.of();
    }

    @Override
    public Optional<Set<UUID>> usedBy(String ref) {
        return ref.equals(kind().word()) ? Optional.of(pictures(SiteDocument.atDesk())) : Optional.empty();
    }

    private static Set<UUID> pictures(SiteDocument site) {
        Set<UUID> all = new HashSet<>();
        if (site.latestRevision() > 0) {
            all.addAll(site.draft().pictures());
        }
        if (site.live() != null) {
            all.addAll(site.live().content().pictures());
        }
        return all;
    }
}
