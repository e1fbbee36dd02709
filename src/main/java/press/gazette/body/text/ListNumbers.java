package press.gazette.body.text;

import java.util.Arrays;

import press.gazette.body.block.ListBlock;

/** Numbers the items of a list and of the lists within it. Ask for each item once, in order. */
public final class ListNumbers {

    private static final int BULLETS = -1;
    private static final int NONE = -2;

    private final ListBlock list;

    /** The last number at each level; {@link #BULLETS} for bullets, {@link #NONE} if no list is open there. */
    private final int[] last = new int[ListBlock.MAX_DEPTH + 2];

    public ListNumbers(ListBlock list) {
        this.list = list;
        Arrays.fill(last, NONE);
    }

    /** True if a list begins at this item. Ask before {@link #next}. */
    public boolean begins(int item) {
        int before = last[list.level(item).depth()];
        return before == NONE || (before == BULLETS) == list.numbered(item);
    }

    /** Moves on to the item and returns its number, which has no meaning for a bullet. */
    public int next(int item) {
        int depth = list.level(item).depth();
        int number = begins(item) ? list.firstNumber(item) : last[depth] + 1;
        last[depth] = list.numbered(item) ? number : BULLETS;
        Arrays.fill(last, depth + 1, last.length, NONE);
        return number;
    }
}
