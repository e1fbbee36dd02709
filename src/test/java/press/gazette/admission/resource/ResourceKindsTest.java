package press.gazette.admission.resource;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.Newsroom;

/** Bounds, deadlines, caching and cross-origin reading are decided by these kinds. */
@QuarkusTest
class ResourceKindsTest {

    @Inject
    ResourceKinds kinds;

    @ParameterizedTest
    @CsvSource({
        "/v1/articles, PUBLIC",
        "/v1/articles/" + Newsroom.GAS_CONTRACT + ", PUBLIC",
        "/v1/articles/" + Newsroom.GAS_CONTRACT + "/related, PUBLIC",
        "/v1/articles/" + Newsroom.GAS_CONTRACT + ".jsonld, DOCUMENT",
        "/v1/articles/" + Newsroom.GAS_CONTRACT + ".md, DOCUMENT",
        "/v1/articles/" + Newsroom.GAS_CONTRACT + ".pdf, PUBLIC",
        "/v1/tags, PUBLIC",
        "/v1/tags/putin, PUBLIC",
        "/v1/tags/putin/articles, PUBLIC",
        "/v1/lists/picks, PUBLIC",
        "/v1/pages/home, PUBLIC",
        "/feeds/articles.rss, DOCUMENT",
        "/feeds/articles/2026-11-28.atom, DOCUMENT",
        "/feeds/tags/putin.json, DOCUMENT",
        "/feeds/tags/putin/2026-11-28.json, DOCUMENT",
        "/feeds/lists/picks.ninjs, DOCUMENT",
        "/feeds.opml, DOCUMENT",
        "/sitemap.xml, DOCUMENT",
        "/sitemaps/news.xml, DOCUMENT",
        "/sitemaps/articles-1.xml, DOCUMENT",
        "/robots.txt, TEXT",
        "/reader, TEXT",
        "/reader/, TEXT",
        "/reader/articles/" + Newsroom.GAS_CONTRACT + ", PAGE",
        "/reader/tags/putin, PAGE",
        "/reader/search, TEXT",
        "/reader/previews/made-up, TEXT",
        "/reader/files/reader.js, FILE",
        "/, TEXT",
        "/door.css, FILE",
        "/icon.svg, FILE",
        "/.well-known/api-catalog, TEXT",
        "/problems, TEXT",
        "/problems/not-found, TEXT",
        "/q/openapi, TEXT",
        "/q/openapi/desk.json, TEXT",
        "/q/swagger-ui, TEXT",
        "/docs, TEXT",
        "/docs/, TEXT",
        "/docs/files/docs.js, FILE",
        "/newsroom/pictures/harbour-dawn.svg, FILE",
        "/v1/previews/made-up, PREVIEW",
        "/v1/changes, PUBLIC",
        "/v1/changes/stream, STREAM",
        "/v1/search, RESULTS",
        "/v1/search/suggestions, RESULTS",
        "/v1/site, PUBLIC",
        "/v1/addresses, PUBLIC",
        "/v1/desk/addresses/x, DESK",
        "/v1/desk/imports, DESK",
        "/v1/desk/imports/x/report, DESK",
        "/v1/desk/articles, DESK",
        "/v1/desk/articles/x/publication, DESK",
        "/v1/desk/lists/picks/entries/x, DESK",
        "/v1/desk/site/revisions/1/comparison, DESK",
        "/v1/desk/keys/x, DESK",
        "/v1/desk/webhooks/x/secrets, DESK",
        "/v1/desk/media, DESK",
        "/media/0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4/file/0011223344556677.mp4, MEDIA"
    })
    void everyResourceHasItsKind(String path, Kind kind) {
        assertThat(kinds.at(path)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/desk, DESK",
        "/v1/desk/made-up, DESK",
        "/v1/previews, PREVIEW",
        "/v1/articles/x/made-up, PUBLIC",
        "/feeds/made-up, DOCUMENT",
        "/problems/a/b, TEXT",
        "/q/made-up, TEXT",
        "/docs/made-up, TEXT",
        "/newsroom/made-up, FILE",
        "/media/made-up, MEDIA",
        "/reader/made-up, PAGE",
        "/reader/previews/a/b, TEXT"
    })
    void folderOfOneKindHasItAtAddressesWithoutAResource(String path, Kind kind) {
        assertThat(kinds.at(path)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/made-up",
                "/v1/deskx",
                "/v1/desk-x",
                "/v1/articlesx",
                "/made-up",
                "/docsx",
                "/robots.txtx",
                "/V1/articles",
                "/V1/deskx"
            })
    void otherAddressesHaveNone(String path) {
        assertThat(kinds.at(path)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/V1/desk/articles",
                "/v1/DESK/articles",
                "/v1%2Fdesk/articles",
                "/v1/desk%2Farticles",
                "/v1/desk%2farticles",
                "/v1/desk%3Bx=1/articles",
                "/v1/desk;x=1/articles",
                "/v1;x=1/desk/articles",
                "/v1/desk%20/articles",
                "/v1/desk%00",
                "/v1/desk%5Carticles",
                "/v1/%64esk/articles",
                "/%761/desk",
                "/v1/desk.json",
                "//v1//desk/articles",
                "/%2Fv1/desk"
            })
    void everySpellingOfTheDeskIsTheDesk(String path) {
        assertThat(kinds.at(path)).isEqualTo(Kind.DESK);
        assertThat(Kind.DESK.isCached()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/, true",
        "/docs/, true",
        "/q/, true",
        "/q/openapi/, true",
        "/q/made/up/, true",
        "/reader/, true",
        "/reader/articles/x/, true",
        "/reader/tags/x/, true",
        "/reader/previews/x/, true",
        "/reader/articles/, false",
        "/reader/articles/x/y/, false",
        "/reader/files/x/, false",
        "/reader/made-up/, false",
        "/docs/files/, false",
        "/v1/articles/, false",
        "/v1/desk/, false",
        "/problems/, false",
        "/feeds/, false"
    })
    void lastSlashIsAcceptedWherePeopleTypeIt(String path, boolean accepted) {
        assertThat(kinds.acceptsLastSlash(path)).isEqualTo(accepted);
    }
}
