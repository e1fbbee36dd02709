package press.gazette.importer.writer;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import press.gazette.address.NewsroomLanguage;
import press.gazette.address.Ref;
import press.gazette.address.Slug;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.importer.item.ImportedTerm;
import press.gazette.importer.item.Note;
import press.gazette.tag.Tag;
import press.gazette.tag.TagContent;
import press.gazette.tag.TagRef;
import press.gazette.tag.TagType;
import press.gazette.tag.VocabularyLock;

/**
 * Finds or makes the tags of a file's terms. A term is the tag with its slug if that has its type; else its type is added to the
 * slug, so that a second run finds the same tag.
 */
public final class TermWriter {

    private final Map<String, String> slugs = new HashMap<>();
    private final Map<String, TagType> given = new HashMap<>();
    private final Set<Note> notes = new LinkedHashSet<>();

    /** Writes some terms in the running transaction, parents before their children. Returns their number. */
    public int write(List<ImportedTerm> terms, Instant now) {
        VocabularyLock.lock();
        terms.forEach(term -> write(term, now));
        return terms.size();
    }

    private void write(ImportedTerm term, Instant now) {
        String wished = Ref.isSlug(term.slug()) && Slug.isKey(term.slug())
                ? term.slug()
                : Slug.from(term.name(), NewsroomLanguage.tag(), "tag").value();
        Slug slug = new Slug(wished);
        Optional<Tag> found = same(term).or(() -> TagRef.atDesk(new Slug(wished)));
        if (found.filter(tag -> tag.type() != term.type()).isPresent() || isGivenToAnother(term, wished)) {
            slug = Slug.from(wished + " " + term.type().word, "en", "tag");
            notes.add(new Note("tag-slug", term.name() + " (" + term.type().word + ") is " + slug));
            found = TagRef.atDesk(slug);
        }
        given.put(slug.value(), term.type());
        slugs.put(term.key(), found.map(Tag::slug).orElse(slug.value()));
        if (found.isEmpty()) {
            create(term, slug, now);
        }
    }

    /** The tag that other vocabularies call the same. */
    private static Optional<Tag> same(ImportedTerm term) {
        return term.sameAs().isEmpty()
                ? Optional.empty()
                : Sql.of(
                                "select t.id from tag t where t.same_as like ?",
                                "%\"" + term.sameAs().get(0) + "\"%")
                        .first(Row::uuid)
                        .flatMap(id -> Tag.<Tag>findByIdOptional(id))
                        .filter(tag -> tag.type() == term.type())
                        .filter(tag ->
                                tag.text().sameAs().contains(term.sameAs().get(0)));
    }

    /** True if a term of another type has this slug: in a dry run its tag is not stored. */
    private boolean isGivenToAnother(ImportedTerm term, String slug) {
        TagType type = given.get(slug);
        return type != null && type != term.type();
    }

    private void create(ImportedTerm term, Slug slug, Instant now) {
        Tag tag = Tag.propose(
                new TagContent(
                        slug,
                        term.name(),
                        term.type(),
                        List.of(),
                        term.description(),
                        term.sameAs(),
                        List.of(),
                        null,
                        null),
                now);
        parent(term).ifPresent(parent -> tag.narrow(List.of(parent)));
    }

    private Optional<Tag> parent(ImportedTerm term) {
        String parent = term.parent() == null ? null : slugs.get(term.parent());
        return parent == null ? Optional.empty() : TagRef.atDesk(new Slug(parent));
    }

    /** The slugs of the tags of terms, each once. */
    List<String> slugs(List<String> keys) {
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(slugs.get(key)).stream())
                .distinct()
                .toList();
    }

    public Set<Note> notes() {
        return notes;
    }
}
