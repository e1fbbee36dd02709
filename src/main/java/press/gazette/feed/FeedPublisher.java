package press.gazette.feed;

import java.time.Instant;

import jakarta.inject.Singleton;

import press.gazette.feed.format.Publisher;
import press.gazette.site.reading.CurrentSite;
import press.gazette.site.reading.Publication;

/** Reads the publisher of feeds from the site document, with one statement. */
@Singleton
class FeedPublisher {

    private final CurrentSite site;
    private final PageUrls urls;

    FeedPublisher(CurrentSite site, PageUrls urls) {
        this.site = site;
        this.urls = urls;
    }

    /** The publisher at this time. The running response changes with the site document. */
    Publisher read(Instant now) {
        Publication publication = site.publication(now);
        return new Publisher(
                publication.publisher().name(),
                publication.title(),
                publication.description(),
                publication.language(),
                publication.url(),
                publication.publisher().logo(),
                urls.absolute(""));
    }
}
