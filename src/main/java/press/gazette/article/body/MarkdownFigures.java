package press.gazette.article.body;

import java.util.List;
import java.util.Optional;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * How Markdown carries what it has no form for, read and written here so that both agree. A paragraph that is only a
 * link with the title {@code embed:<provider>} is an embed. The first line of a picture's title is its caption, the
 * lines after it are its credit.
 */
final class MarkdownFigures {

    private static final String EMBED = "embed:";

    private MarkdownFigures() {}

    static Optional<Block> embed(Paragraph paragraph) {
        boolean single = paragraph.getFirstChild() == paragraph.getLastChild();
        if (!single || !(paragraph.getFirstChild() instanceof Link link) || link.getTitle() == null) {
            return Optional.empty();
        }
        String title = link.getTitle();
        String provider = title.startsWith(EMBED) ? title.substring(EMBED.length()) : "";
        String url = Address.tidied(link.getDestination());
        boolean embed = Block.Embed.provider(provider) && Address.isEmbed(url);
        return embed ? Optional.of(new Block.Embed(provider, url, words(link))) : Optional.empty();
    }

    static String embed(Block.Embed embed) {
        return "[" + MarkdownText.escaped(embed.fallback(), false) + "](" + MarkdownText.destination(embed.url())
                + " \"" + EMBED + embed.provider() + "\")";
    }

    /** Nothing when the address may not be held. */
    static Optional<Block> picture(Image image) {
        String url = Address.tidied(image.getDestination());
        if (!Address.isPicture(url)) {
            return Optional.empty();
        }
        List<String> title =
                image.getTitle() == null ? List.of() : image.getTitle().lines().toList();
        String caption = title.isEmpty() ? null : title.get(0);
        String credit = title.size() < 2 ? null : String.join(" ", title.subList(1, title.size()));
        return Optional.of(new Block.Picture(url, words(image), caption, credit, null, null));
    }

    static String picture(Block.Picture picture) {
        String caption = picture.caption() == null ? "" : picture.caption();
        String credit = picture.credit() == null ? "" : "\n" + picture.credit();
        String title = MarkdownText.escaped(caption + credit, false).replace("\"", "\\\"");
        return "![" + MarkdownText.escaped(picture.alt(), false) + "](" + MarkdownText.destination(picture.url())
                + (title.isEmpty() ? "" : " \"" + title + "\"") + ")";
    }

    /** The text inside, without marks; a loop, because brackets nest. */
    private static String words(Node root) {
        StringBuilder words = new StringBuilder();
        Node node = root;
        while (node != null) {
            words.append(literal(node));
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            while (node != root && node.getNext() == null) {
                node = node.getParent();
            }
            node = node == root ? null : node.getNext();
        }
        return words.toString();
    }

    private static String literal(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        } else if (node instanceof Code code) {
            return code.getLiteral();
        }
        return node instanceof SoftLineBreak || node instanceof HardLineBreak ? " " : "";
    }
}
