package press.gazette.feed.format;

import press.gazette.media.Picture;

/** Pictures in RSS and Atom: the elements of Media RSS 1.5.1. */
final class MediaRss {

    static final String NAMESPACE = "http://search.yahoo.com/mrss/";

    private MediaRss() {}

    /**
     * What it shows is the description, what stands below it the title, whom to name the credit. The description says that
     * it is HTML, since some readers take it as HTML whatever it says.
     */
    static void write(Xml xml, Picture picture, Publisher publisher) {
        String url = publisher.absolute(picture.url());
        xml.open("media:content")
                .with("url", url)
                .with("medium", "image")
                .with("type", PictureType.of(url))
                .with("width", String.valueOf(picture.width()))
                .with("height", String.valueOf(picture.height()));
        if (picture.caption() != null) {
            xml.open("media:title")
                    .with("type", "plain")
                    .text(picture.caption())
                    .close();
        }
        if (!picture.alt().isEmpty()) {
            xml.open("media:description")
                    .with("type", "html")
                    .plainAsHtml(picture.alt())
                    .close();
        }
        xml.text("media:credit", picture.credit());
        xml.close();
    }
}
