package press.gazette.article.body;

import java.util.ArrayList;
import java.util.List;

/**
 * Markdown out: CommonMark without extensions, and what comes back in is the same body, but for the width and height of
 * pictures.
 */
final class MarkdownWriter {

    /** The shortest fence that CommonMark knows. */
    private static final int FENCE = 3;

    private MarkdownWriter() {}

    static String write(Body body) {
        List<String> blocks = new ArrayList<>();
        boolean variant = false;
        Block before = new Block.Divider();
        for (Block block : body.blocks()) {
            // Two lists in a row stay two only when their markers differ.
            variant = !variant && block instanceof Block.ListBlock list && sameKind(list, before);
            blocks.add(block(block, variant));
            before = block;
        }
        return String.join("\n\n", blocks);
    }

    private static String block(Block block, boolean variant) {
        if (block instanceof Block.Paragraph paragraph) {
            return MarkdownSpans.write(paragraph.text());
        } else if (block instanceof Block.Heading heading) {
            return "#".repeat(heading.level()) + " " + MarkdownSpans.write(heading.text());
        } else if (block instanceof Block.Quote quote) {
            return quote(quote);
        } else if (block instanceof Block.ListBlock list) {
            return list(list, variant);
        } else if (block instanceof Block.Picture picture) {
            return MarkdownFigures.picture(picture);
        } else if (block instanceof Block.Embed embed) {
            return MarkdownFigures.embed(embed);
        } else if (block instanceof Block.Code code) {
            return code(code);
        }
        return "***";
    }

    private static String quote(Block.Quote quote) {
        String said = indented(MarkdownSpans.write(quote.text()), "> ", "> ");
        return quote.attribution() == null
                ? said
                : said + "\n>\n> — " + MarkdownText.escaped(quote.attribution(), false);
    }

    private static String list(Block.ListBlock list, boolean variant) {
        List<String> items = new ArrayList<>();
        for (List<Span> item : list.items()) {
            String bullet = variant ? "* " : "- ";
            String number = (items.size() + 1) + (variant ? ") " : ". ");
            String marker = list.ordered() ? number : bullet;
            items.add(indented(MarkdownSpans.write(item), marker, " ".repeat(marker.length())));
        }
        return String.join("\n", items);
    }

    private static String code(Block.Code code) {
        String fence = MarkdownSpans.fence('`', FENCE, code.text());
        String language = code.language() == null ? "" : MarkdownText.escaped(code.language(), false);
        return fence + language + "\n" + code.text() + "\n" + fence;
    }

    private static String indented(String text, String first, String others) {
        return first + text.replace("\n", "\n" + others);
    }

    private static boolean sameKind(Block.ListBlock list, Block before) {
        return before instanceof Block.ListBlock other && other.ordered() == list.ordered();
    }
}
