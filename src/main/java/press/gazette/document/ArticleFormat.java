package press.gazette.document;

import press.gazette.article.reading.Detail;

/** A format of articles besides JSON. Its suffix stands behind the article's address. */
enum ArticleFormat {
    JSON_LD(".jsonld", "application/ld+json", ""),
    MARKDOWN(".md", "text/markdown", "; charset=utf-8");

    /** Behind the id or slug, which have no dots. */
    final String suffix;

    final String mediaType;

    /** The value of Content-Type. */
    final String contentType;

    ArticleFormat(String suffix, String mediaType, String charset) {
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.contentType = mediaType + charset;
    }

    /** The parts of an article that the format shows. */
    Detail detail() {
        return switch (this) {
            case JSON_LD -> Detail.CARD;
            case MARKDOWN -> Detail.MARKDOWN;
        };
    }
}
