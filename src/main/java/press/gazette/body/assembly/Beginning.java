package press.gazette.body.assembly;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import press.gazette.body.block.Block;
import press.gazette.body.block.NotesBlock;
import press.gazette.body.block.NotesBlock.Footnote;
import press.gazette.body.inline.Span;

/**
 * The first blocks of a body, with the footnotes that they refer to at their end, wherever those stand in the body. All other
 * footnotes belong to the rest.
 */
public final class Beginning {

    private final List<Block> text;

    /** The footnotes of the body that no block of the text has in itself, by their ids and in order. */
    private final Map<String, Footnote> footnotes = new LinkedHashMap<>();

    private Beginning(List<Block> text, List<Block> body) {
        this.text = text;
        body.stream().flatMap(Block::footnotes).forEach(note -> footnotes.put(note.id(), note));
        text.stream().flatMap(Block::noteIds).forEach(footnotes::remove);
    }

    /**
     * The beginning of a body.
     *
     * @param count of blocks; at most those of the body. A box counts as one
     */
    public static List<Block> of(List<Block> body, int count) {
        List<Block> text =
                body.subList(0, count).stream().filter(block -> !isNotes(block)).toList();
        return Stream.concat(text.stream(), new Beginning(text, body).notes()).toList();
    }

    /** True if the block has nothing but footnotes. */
    public static boolean isNotes(Block block) {
        return block.inner().findAny().isEmpty() && block.footnotes().findAny().isPresent();
    }

    private Stream<Block> notes() {
        Set<String> ids = referredTo();
        List<Footnote> shown = footnotes.values().stream()
                .filter(note -> ids.contains(note.id()))
                .toList();
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < shown.size(); from += NotesBlock.MAX_NOTES) {
            blocks.add(new NotesBlock(shown.subList(from, Math.min(shown.size(), from + NotesBlock.MAX_NOTES))));
        }
        return blocks.stream();
    }

    /** The ids of the footnotes to which the text refers, or one of these footnotes. */
    private Set<String> referredTo() {
        Set<String> ids = new LinkedHashSet<>();
        Deque<List<Span>> unread = new ArrayDeque<>();
        text.stream().flatMap(Block::texts).forEach(unread::add);
        while (!unread.isEmpty()) {
            unread.remove().stream()
                    .map(Span::note)
                    .filter(Objects::nonNull)
                    .filter(footnotes::containsKey)
                    .filter(ids::add)
                    .forEach(id ->
                            unread.add(Objects.requireNonNull(footnotes.get(id)).text()));
        }
        return ids;
    }
}
