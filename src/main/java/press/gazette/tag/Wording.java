package press.gazette.tag;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

import press.gazette.media.Media;

/** What is written of a tag, apart from its state and its place among the others. */
@MappedSuperclass
public class Wording extends PanacheEntityBase {

    @Column(nullable = false)
    private String slug;

    @Column(nullable = false)
    private String name;

    /** What the parameter {@code q} is compared with; follows the name. */
    @Column(nullable = false)
    private String foldedName;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private TagType type;

    private @Nullable String description;

    @Column(nullable = false)
    @Convert(converter = Words.class)
    private List<String> sameAs;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Media image;

    protected Wording() {}

    void fill(TagContent content) {
        slug = content.slug().value();
        name = content.name();
        foldedName = Folding.of(name);
        type = content.type();
        description = content.description();
        sameAs = content.sameAs();
        image = content.image();
    }

    /** Shows the tag with a picture. */
    public void illustrate(Media picture) {
        image = picture;
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public String foldedName() {
        return foldedName;
    }

    public TagType type() {
        return type;
    }

    public @Nullable String description() {
        return description;
    }

    public List<String> sameAs() {
        return sameAs;
    }

    public @Nullable Media image() {
        return image;
    }
}
