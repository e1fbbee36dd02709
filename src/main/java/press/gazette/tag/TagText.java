package press.gazette.tag;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.json.JsonColumn;
import press.gazette.media.Media;

/**
 * The words, the address and the picture of a tag. Writing a field marks the tag as changed, even with an equal value: only an
 * edit that counts a new version may write here.
 */
@Embeddable
public class TagText {

    @Column(nullable = false)
    private String slug;

    @Column(nullable = false)
    private String name;

    /** The search key of the name, which the parameter {@code q} is compared with. */
    @Column(nullable = false)
    private String foldedName;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private TagType type;

    private @Nullable String description;

    @Column(nullable = false)
    @Convert(converter = SameAsColumn.class)
    private List<String> sameAs;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "image_id")
    private @Nullable Media image;

    protected TagText() {}

    void fill(TagContent content) {
        slug = content.slug().value();
        name = content.name();
        foldedName = SearchKey.of(name);
        type = content.type();
        description = content.description();
        sameAs = content.sameAs();
        image = content.image();
    }

    TagContent content(List<Tag> parents) {
        return new TagContent(new Slug(slug), name, type, description, sameAs, parents, image);
    }

    String slug() {
        return slug;
    }

    String name() {
        return name;
    }

    TagType type() {
        return type;
    }

    public String foldedName() {
        return foldedName;
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

    @Converter
    @Immutable
    static final class SameAsColumn extends JsonColumn<List<String>> {}
}
