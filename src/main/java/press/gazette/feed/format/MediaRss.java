package press.gazette.feed.format;

import press.gazette.media.Picture;

/** Pictures in RSS and Atom: the elements of Media RSS 1.5.1. */
final class MediaRss {

    static final String NAMESPACE = "http://search.yahoo.com/mrss/";

    private MediaRss() {}

    /** What it shows is the description, what stands below it the title, whom to name the credit. */
    static void write(Xml xml, Picture picture, Publisher publisher) {
        String url = publisher.absolute(picture.url());
        xml.open("media:content")
                .with("url", url)
                .with("medium", "image")
                .with("type", PictureType.of(url))
                .with("width", String.valueOf(picture.width()))
                .with("height", String.valueOf(picture.height()));
        xml.text("media:title", picture.caption());
        if (!picture.alt().isEmpty()) {
            xml.text("media:description", picture.alt());
        }
        xml.text("media:credit", picture.credit());
        xml.close();
    }
}
