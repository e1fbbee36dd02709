package press.gazette.site;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Singleton;

import press.gazette.media.PictureUse;

/** The pictures of the site: its logo and that of the publisher. */
@Singleton
final class SitePictures implements PictureUse {

    @Override
    public boolean shows(UUID picture, Instant now) {
        SiteRevision live = SiteDocument.atDesk().live();
        return live != null && live.content().pictures().contains(picture);
    }
}
