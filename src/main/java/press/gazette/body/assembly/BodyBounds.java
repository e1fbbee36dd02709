package press.gazette.body.assembly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import press.gazette.body.block.Block;
import press.gazette.body.block.NotesBlock;
import press.gazette.body.block.NotesBlock.Footnote;
import press.gazette.body.inline.Span;

/** The bounds of every body, sent as blocks or read from a document. */
public final class BodyBounds {

    /** Blocks of a body, including those in boxes: several times the longest live blog. More is a failed import. */
    public static final int BLOCKS = 10_000;

    /** UTF-16 units of prose and code in all blocks: a long novel, which browsers still open as one page. */
    public static final int TEXT = 1_000_000;

    private BodyBounds() {}

    /**
     * An immutable copy with unique ids. Rejected if a block is null, a bound is exceeded, or a footnote that a mark
     * refers to is missing.
     */
    public static List<Block> checked(List<Block> blocks) {
        if (blocks == null || blocks.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("blocks must be a list of blocks, each an object with a type.");
        }
        long count = count(blocks);
        if (count > BLOCKS) {
            throw new IllegalArgumentException(
                    "blocks must hold at most " + BLOCKS + " blocks; this has " + count + ".");
        }
        long length = blocks.stream().mapToLong(Block::length).sum();
        if (length > TEXT) {
            throw new IllegalArgumentException(
                    "blocks must hold at most " + TEXT + " characters of text; this has " + length + ".");
        }
        requireNotes(blocks);
        requireArticles(blocks);
        return named(blocks);
    }

    /** Counts the blocks with those in boxes. The recursion ends because boxes have a bounded depth. */
    private static long count(List<Block> blocks) {
        return blocks.size()
                + blocks.stream()
                        .mapToLong(block -> count(block.inner().toList()))
                        .sum();
    }

    private static void requireNotes(List<Block> blocks) {
        Set<String> ids = noteIds(blocks);
        for (Block block : blocks) {
            block.texts()
                    .flatMap(List::stream)
                    .map(Span::note)
                    .filter(Objects::nonNull)
                    .forEach(note -> {
                        if (!ids.contains(note)) {
                            throw new IllegalArgumentException(
                                    "span.note must be the id of a footnote in a notes block; there is no \"" + note
                                            + "\".");
                        }
                    });
        }
    }

    private static void requireArticles(List<Block> blocks) {
        int count = articles(blocks).size();
        if (count > Span.MAX_ARTICLES) {
            throw new IllegalArgumentException("span.article and image.article must lead to at most "
                    + Span.MAX_ARTICLES + " different articles in one body; this has " + count + ".");
        }
    }

    /** The articles that links lead to by their ids, block by block. */
    public static Set<UUID> articles(List<Block> blocks) {
        Set<UUID> articles = new LinkedHashSet<>();
        blocks.stream().flatMap(Block::articles).forEach(articles::add);
        return articles;
    }

    /** The ids of all footnotes. Rejected if two footnotes share an id. */
    public static Set<String> noteIds(List<Block> blocks) {
        Set<String> ids = new HashSet<>();
        for (Block block : blocks) {
            block.noteIds().forEach(id -> {
                if (!ids.add(id)) {
                    throw new IllegalArgumentException(
                            "notes.id must be there once in a body; \"" + id + "\" is there twice.");
                }
            });
        }
        return ids;
    }

    private static List<Block> named(List<Block> blocks) {
        return named(blocks, new HashSet<>());
    }

    /** @param given the ids of headings, footnotes and their marks are added to this set */
    private static List<Block> named(List<Block> blocks, Set<String> given) {
        HeadingIds ids = new HeadingIds();
        UnaryOperator<String> free = wanted -> {
            String id = ids.take(wanted);
            given.add(id);
            return id;
        };
        noteIds(blocks).stream()
                .flatMap(note -> Stream.of(NotesBlock.PLACE + note, NotesBlock.MARK + note))
                .map(free)
                .forEach(given::add);
        List<Block> named = new ArrayList<>(blocks.size());
        blocks.forEach(block -> named.add(block.withIds(free)));
        return List.copyOf(named);
    }

    /** The ids of headings, footnotes and their marks in a body of these blocks. Links may lead to them. */
    public static Set<String> ids(List<Block> blocks) {
        Set<String> ids = new HashSet<>();
        named(blocks, ids);
        return ids;
    }

    /**
     * Adds a footnote for each mark that lacks one and reports it as a loss. Pasting a part of an article leaves such
     * marks.
     */
    public static List<Block> withNotes(List<Block> blocks, Losses losses) {
        Set<String> ids = noteIds(blocks);
        Set<String> missing = new LinkedHashSet<>();
        for (Block block : blocks) {
            block.texts()
                    .flatMap(List::stream)
                    .map(Span::note)
                    .filter(note -> note != null && !ids.contains(note))
                    .forEach(missing::add);
        }
        if (missing.isEmpty()) {
            return blocks;
        }
        List<Footnote> notes = new ArrayList<>();
        for (String id : missing) {
            losses.add("footnote", id);
            notes.add(new Footnote(id, List.of(Span.of("…"))));
        }
        List<Block> more = new ArrayList<>(blocks);
        more.add(new NotesBlock(notes));
        return more;
    }
}
