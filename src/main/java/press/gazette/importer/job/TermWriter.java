package press.gazette.importer.job;

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
import press.gazette.importer.item.ImportedTerm;
import press.gazette.importer.item.Note;
import press.gazette.tag.Tag;
import press.gazette.tag.TagContent;
import press.gazette.tag.TagRef;
import press.gazette.tag.VocabularyLock;

/**
 * Finds or makes the tags of a file's terms. A term is the tag with its slug if that has its type; else its type is added to the
 * slug, so that a second run finds the same tag.
 */
final class TermWriter {

    private final Map<String, String> slugs = new HashMap<>();
    private final Set<Note> notes = new LinkedHashSet<>();

    /** Writes some terms in the running transaction, parents before their children. Returns their number. */
    int write(List<ImportedTerm> terms, Instant now) {
        VocabularyLock.lock();
        terms.forEach(term -> write(term, now));
        return terms.size();
    }

    private void write(ImportedTerm term, Instant now) {
        String wished = Ref.isSlug(term.slug()) && Slug.isKey(term.slug())
                ? term.slug()
                : Slug.from(term.name(), NewsroomLanguage.tag(), "tag").value();
        Slug slug = new Slug(wished);
        Optional<Tag> found = TagRef.atDesk(slug);
        if (found.isPresent() && found.get().type() != term.type()) {
            slug = Slug.from(wished + " " + term.type().word, "en", "tag");
            notes.add(new Note("tag-slug", term.name() + " (" + term.type().word + ") is " + slug));
            found = TagRef.atDesk(slug);
        }
        slugs.put(term.key(), slug.value());
        if (found.isEmpty()) {
            Tag tag = Tag.propose(
                    new TagContent(
                            slug,
                            term.name(),
                            term.type(),
                            List.of(),
                            term.description(),
                            List.of(),
                            List.of(),
                            null,
                            null),
                    now);
            parent(term).ifPresent(parent -> tag.narrow(List.of(parent)));
        }
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

    Set<Note> notes() {
        return notes;
    }
}
