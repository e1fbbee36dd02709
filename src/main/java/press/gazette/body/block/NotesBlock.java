package press.gazette.body.block;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;

/**
 * Footnotes, to which spans refer by their id.
 *
 * @param notes at least one, each with an id of its own
 */
@Schema(description = "Footnotes, to which spans refer by their note.")
public record NotesBlock(@Schema(description = "In order.") List<Footnote> notes) implements Block {

    /** The prefix of a footnote's id in a page. A heading never takes the id of a footnote or of its mark. */
    public static final String PLACE = "note-";

    public static final String MARK = "noteref-";

    /** Footnotes in one block: more than a dissertation has. */
    public static final int MAX_NOTES = 1_000;

    /**
     * One footnote.
     *
     * @param id lower-case letters, digits and hyphens; also the text of the mark that refers to it
     * @param text never empty
     */
    @Schema(name = "Footnote", description = "One footnote.")
    public record Footnote(
            @Schema(
                    description = "Lower-case letters, digits and hyphens; the mark in the text shows it.",
                    example = "1")
            String id,

            @Schema(description = "Running text.") List<Span> text) {

        public Footnote {
            if (id == null || !Span.isNote(id)) {
                throw new IllegalArgumentException(
                        "notes.id must be 1 to 40 lower-case letters, digits or hyphens, such as \"1\".");
            }
            text = Spans.required("notes.text", text);
        }
    }

    public NotesBlock {
        if (notes == null || notes.isEmpty() || notes.size() > MAX_NOTES) {
            throw new IllegalArgumentException("notes.notes must be a list of 1 to " + MAX_NOTES
                    + " footnotes; this has " + (notes == null ? 0 : notes.size()) + ".");
        }
        notes = List.copyOf(notes);
        Set<String> ids = new HashSet<>();
        for (Footnote note : notes) {
            if (!ids.add(note.id())) {
                throw new IllegalArgumentException(
                        "notes.id must be there once; \"" + note.id() + "\" is there twice.");
            }
        }
    }

    @Override
    public <T> T writeTo(BlockWriter<T> format) {
        return format.notes(this);
    }

    @Override
    public List<List<Span>> prose() {
        return notes.stream().map(Footnote::text).toList();
    }

    @Override
    public Stream<Footnote> footnotes() {
        return notes.stream();
    }

    @Override
    public Block withTexts(UnaryOperator<List<Span>> change) {
        return new NotesBlock(notes.stream()
                .map(note -> new Footnote(note.id(), change.apply(note.text())))
                .toList());
    }

    @Override
    public long length() {
        return notes.stream().mapToLong(note -> Spans.length(note.text())).sum();
    }

    @Override
    public NotesBlock withPictures(UnaryOperator<ImageBlock> change) {
        return this;
    }

    @Override
    public Stream<ImageBlock> pictures() {
        return Stream.empty();
    }
}
