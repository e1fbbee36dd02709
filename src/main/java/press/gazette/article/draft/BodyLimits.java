package press.gazette.article.draft;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;

import press.gazette.body.Body;
import press.gazette.body.block.Block;
import press.gazette.problem.Faults;

/** Checks new bodies against the newsroom's own bounds, which may be tighter than those of every body. */
@Singleton
@Unremovable
class BodyLimits {

    private final BodyConfig config;

    BodyLimits(BodyConfig config) {
        this.config = config;
    }

    static BodyLimits get() {
        return Arc.container().instance(BodyLimits.class).get();
    }

    /** Records a fault for each bound that a body exceeds, at the block, or at the text from which the body was read. */
    void check(BodyDraft draft, Body body, Faults faults) {
        check("blocks", count(body.blocks()), config.bodyBlocks(), "/body", faults);
        long characters = body.blocks().stream().mapToLong(Block::length).sum();
        check("characters of text", characters, config.bodyCharacters(), "/body", faults);
        for (int i = 0; i < body.blocks().size(); i++) {
            check(body.blocks().get(i), draft.pointer(i), draft.isBlocks(), faults);
        }
    }

    /** The recursion ends because boxes have a bounded depth. */
    private static long count(List<Block> blocks) {
        return blocks.stream()
                .mapToLong(block -> 1 + count(block.inner().toList()))
                .sum();
    }

    /** The recursion ends as that of {@link #count} does. */
    private void check(Block block, String pointer, boolean isExact, Faults faults) {
        block.measures().forEach(measure -> {
            String place = isExact ? pointer + "/" + measure.member() : pointer;
            check(name(measure.part()), measure.count(), most(measure.part()), place, faults);
        });
        List<Block> inner = block.inner().toList();
        for (int i = 0; i < inner.size(); i++) {
            check(inner.get(i), isExact ? pointer + "/blocks/" + i : pointer, isExact, faults);
        }
    }

    private int most(Block.Part part) {
        return switch (part) {
            case ROWS -> config.bodyTableRows();
            case CELLS -> config.bodyTableCells();
            case ITEMS -> config.bodyListItems();
            case LEVELS -> config.bodyListDepth();
            case PICTURES -> config.bodyGalleryPictures();
            case BLOCKS -> config.bodyBoxBlocks();
        };
    }

    private static String name(Block.Part part) {
        return switch (part) {
            case ROWS -> "rows";
            case CELLS -> "cells, spans counted";
            case ITEMS -> "items";
            case LEVELS -> "levels of inner lists";
            case PICTURES -> "pictures";
            case BLOCKS -> "blocks";
        };
    }

    private static void check(String what, long count, long most, String pointer, Faults faults) {
        if (count > most) {
            faults.add(
                    pointer,
                    "This must have at most " + most + " " + what + " by this server's settings; it has " + count
                            + ".");
        }
    }
}
