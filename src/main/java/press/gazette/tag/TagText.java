package press.gazette.tag;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import press.gazette.address.NewsroomLanguage;
import press.gazette.address.Slug;
import press.gazette.database.SearchKey;
import press.gazette.json.JsonColumn;
import press.gazette.media.Media;
import press.gazette.tag.naming.NameWords;
import press.gazette.tag.naming.OtherName;

/**
 * The words, the address and the picture of a tag. Writing a field marks the tag as changed, even with an equal value: only an
 * edit that counts a new version may write here.
 */
@Embeddable
public class TagText {

    /** The form of the words that are stored: what {@code wordsOf} begins with. */
    public static final String FORM = NameWords.FORM + " ";

    @Column(nullable = false)
    private String slug;

    @Column(nullable = false)
    private String name;

    /** The search key of the name. */
    @Column(nullable = false)
    private String foldedName;

    /** The texts that the parameter {@code q} is compared with. */
    @ElementCollection
    @CollectionTable(name = "tag_word", joinColumns = @JoinColumn(name = "tag_id"))
    @Column(name = "word")
    private Set<String> words = new HashSet<>();

    /**
     * The form of the words and the search key that they were made of. Differs from the current form and name if a former
     * release wrote the tag.
     */
    @Column
    @SuppressWarnings("UnusedVariable") // read by a query only
    private @Nullable String wordsOf;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private TagType type;

    @Column(nullable = false)
    @Convert(converter = OtherNamesColumn.class)
    private List<OtherName> otherNames;

    private @Nullable String description;

    @Column(nullable = false)
    @Convert(converter = SameAsColumn.class)
    private List<String> sameAs;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "image_id")
    private @Nullable Media image;

    private @Nullable String role;

    protected TagText() {}

    void fill(TagContent content) {
        slug = content.slug().value();
        name = content.name();
        foldedName = SearchKey.of(name);
        type = content.type();
        otherNames = content.otherNames();
        description = content.description();
        sameAs = content.sameAs();
        image = content.image();
        role = content.role();
        index();
    }

    /** Replaces the words by those of the current names. Words that stay are not rewritten. */
    private void index() {
        Set<String> current = words(name, otherNames);
        words.retainAll(current);
        words.addAll(current);
        wordsOf = FORM + foldedName;
    }

    /** The texts that the parameter {@code q} is compared with. */
    public static Set<String> words(String name, List<OtherName> otherNames) {
        return NameWords.of(Stream.concat(Stream.of(name), otherNames.stream().map(OtherName::name))
                .map(SearchKey::of)
                .toList());
    }

    TagContent content(List<Tag> parents) {
        return new TagContent(new Slug(slug), name, type, otherNames, description, sameAs, parents, image, role());
    }

    /**
     * Adds the names of another tag that is merged into this one, up to {@link OtherName#MOST}, without those that it has and
     * without characters that other names must not have.
     */
    void addNamesOf(TagText other) {
        List<OtherName> names = new ArrayList<>(otherNames);
        List<OtherName> offered = new ArrayList<>();
        // Names of tags have a weaker check than other names.
        offered.add(new OtherName(OtherName.shown(other.name), NewsroomLanguage.tag()));
        offered.addAll(other.otherNames);
        for (OtherName name : offered) {
            boolean isKnown = name.name().isEmpty()
                    || SearchKey.of(name.name()).equals(foldedName)
                    || names.stream().anyMatch(known -> isSame(known, name));
            if (!isKnown && names.size() < OtherName.MOST) {
                names.add(name);
            }
        }
        otherNames = List.copyOf(names);
        index();
    }

    private static boolean isSame(OtherName one, OtherName other) {
        return one.language().equalsIgnoreCase(other.language())
                && SearchKey.of(one.name()).equals(SearchKey.of(other.name()));
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

    public List<OtherName> otherNames() {
        return otherNames;
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

    /** The role of a contributor in the newsroom; null: none, or a former release has made the tag another type. */
    public @Nullable String role() {
        return type == TagType.CONTRIBUTOR ? role : null;
    }

    @Converter
    @Immutable
    static final class OtherNamesColumn extends JsonColumn<List<OtherName>> {}

    @Converter
    @Immutable
    static final class SameAsColumn extends JsonColumn<List<String>> {}
}
