package press.gazette.media;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A picture and its rights. The file itself lives elsewhere: on an image service, a CDN, or this server's static files. */
@Entity
public class Media extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(nullable = false)
    private String url;

    @Column(nullable = false)
    private String alt;

    private @Nullable String caption;
    private @Nullable String credit;

    @Column(nullable = false)
    private int width;

    @Column(nullable = false)
    private int height;

    @Column(nullable = false)
    @Convert(converter = Renditions.class)
    private List<Rendition> renditions;

    protected Media() {}

    /** A picture that is not stored yet. */
    public Media(Picture picture) {
        this.url = picture.url();
        this.alt = picture.alt();
        this.caption = picture.caption();
        this.credit = picture.credit();
        this.width = picture.width();
        this.height = picture.height();
        this.renditions = picture.renditions();
    }

    /** What readers see of it. */
    public Picture picture() {
        return new Picture(id, url, alt, caption, credit, width, height, renditions);
    }
}
