package press.gazette.feed;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.article.listing.SelectedArticles.Found;
import press.gazette.feed.format.FeedFormat;
import press.gazette.feed.format.FeedLink;
import press.gazette.paging.Cursor;

/** Makes the links of a feed: itself, further pages and archives (RFC 5005), and the hub (WebSub). */
@Singleton
class FeedLinks {

    private final PageUrls urls;
    private final List<FeedLink> hub;

    FeedLinks(PageUrls urls, FeedConfig config) {
        this.urls = urls;
        this.hub = config.websubHub().map(url -> new FeedLink("hub", url.toString(), null)).stream()
                .toList();
    }

    /** All links of a feed, its own URL first. */
    List<FeedLink> of(FeedRequest request, List<FeedLink> more) {
        List<FeedLink> all = new ArrayList<>();
        all.add(link("self", request.self(), request.format()));
        all.addAll(hub);
        all.addAll(more);
        return all;
    }

    /** The link to the next page; empty on the last one. */
    List<FeedLink> next(FeedRequest request, @Nullable Cursor cursor) {
        return cursor == null
                ? List.of()
                : List.of(link("next", request.address().page(request.limit(), cursor), request.format()));
    }

    /**
     * The link to the archive before.
     *
     * @param older the newest article in it; empty if there is no archive
     */
    List<FeedLink> previousArchive(FeedTopic topic, FeedRequest request, List<Found> older) {
        return older.stream()
                .map(article -> article.date().atZone(ZoneOffset.UTC).toLocalDate())
                .map(day -> link("prev-archive", topic.path() + "/" + day + request.extension(), request.format()))
                .toList();
    }

    /** The link from an archive to the newest articles. */
    List<FeedLink> current(FeedTopic topic, FeedRequest request) {
        return List.of(link("current", topic.path() + request.extension(), request.format()));
    }

    private FeedLink link(String relation, String path, FeedFormat format) {
        return new FeedLink(relation, urls.absolute(path), format.mediaType);
    }
}
