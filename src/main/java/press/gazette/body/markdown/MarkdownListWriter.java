package press.gazette.body.markdown;

import java.util.List;
import java.util.function.Function;

import press.gazette.body.block.ListBlock;
import press.gazette.body.inline.Span;
import press.gazette.body.text.ListNumbers;

/** Writes a list as Markdown. All lines of an item are indented by the width of its marker. */
final class MarkdownListWriter {

    private final ListBlock list;
    private final boolean alternate;

    /** @param alternate true for the second of the two markers of each kind */
    MarkdownListWriter(ListBlock list, boolean alternate) {
        this.list = list;
        this.alternate = alternate;
    }

    String write(Function<List<Span>, String> inline) {
        StringBuilder text = new StringBuilder();
        ListNumbers numbers = new ListNumbers(list);
        int[] widths = new int[ListBlock.MAX_DEPTH + 2];
        for (int i = 0; i < list.items().size(); i++) {
            int depth = list.level(i).depth();
            boolean begins = numbers.begins(i);
            boolean ordered = list.numbered(i);
            int number = Math.min(ListBlock.MAX_NUMBER, numbers.next(i));
            String marker = ordered ? number + (alternate ? ") " : ". ") : alternate ? "* " : "- ";
            widths[depth + 1] = widths[depth] + marker.length();
            // In CommonMark only a list that begins with 1 can follow a line of text.
            boolean apart = depth > 0 && begins && ordered && number != 1;
            text.append(i == 0 ? "" : apart ? "\n\n" : "\n").append(" ".repeat(widths[depth]));
            text.append(
                    MarkdownWriter.indented(inline.apply(list.items().get(i)), marker, " ".repeat(widths[depth + 1])));
        }
        return text.toString();
    }
}
