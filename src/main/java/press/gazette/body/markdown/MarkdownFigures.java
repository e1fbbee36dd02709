package press.gazette.body.markdown;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

import press.gazette.body.block.Block;
import press.gazette.body.block.CodeBlock;
import press.gazette.body.block.EmbedBlock;
import press.gazette.body.block.ImageBlock;
import press.gazette.body.html.EmbedProviders;
import press.gazette.body.inline.Address;
import press.gazette.body.inline.Prose;
import press.gazette.body.inline.Style;
import press.gazette.problem.PrintableText;

/**
 * Reads code in Markdown, and both reads and writes embeds and pictures, so that the two directions agree. A paragraph
 * that is only a link with the title {@code embed:<provider>} is an embed. The first line of a picture's title is its
 * caption; the lines after it are its credit.
 */
final class MarkdownFigures {

    static final String EMBED = "embed:";

    private static final Pattern FIRST_WORD = Pattern.compile("\\S+");

    private MarkdownFigures() {}

    /**
     * @param alone true outside of lists and quotations, where the plain address of a known service also becomes an
     *     embed
     */
    static Optional<? extends Block> embed(Paragraph paragraph, boolean alone) {
        Node only = paragraph.getFirstChild();
        if (only == null || only != paragraph.getLastChild()) {
            return Optional.empty();
        }
        if (only instanceof Text text) {
            return alone ? EmbedProviders.alone(text.getLiteral().strip()) : Optional.empty();
        }
        if (!(only instanceof Link link)) {
            return Optional.empty();
        }
        if (link.getTitle() == null) {
            boolean shown = words(link).equals(link.getDestination());
            return alone && shown ? EmbedProviders.alone(link.getDestination()) : Optional.empty();
        }
        String title = link.getTitle();
        String provider = title.startsWith(EMBED) ? title.substring(EMBED.length()) : "";
        String url = Address.tidied(link.getDestination());
        boolean embed = EmbedBlock.isProvider(provider) && Address.isEmbed(url);
        return embed ? Optional.of(new EmbedBlock(provider, url, words(link))) : Optional.empty();
    }

    static String embed(EmbedBlock embed) {
        return "[" + MarkdownText.escaped(embed.fallback(), false) + "](" + MarkdownText.destination(embed.url())
                + " \"" + EMBED + embed.provider() + "\")";
    }

    /**
     * The picture; empty if a body may not hold the address.
     *
     * @param url the resolved address
     * @param around the style of the text around the picture, with the target of a click
     */
    static Optional<Block> picture(Image image, String url, Style around) {
        if (!Address.isPicture(url)) {
            return Optional.empty();
        }
        List<String> title =
                image.getTitle() == null ? List.of() : image.getTitle().lines().toList();
        String caption = title.isEmpty() ? null : title.get(0);
        String credit = title.size() < 2 ? null : String.join(" ", title.subList(1, title.size()));
        ImageBlock picture = new ImageBlock(url, words(image), caption, credit, null, null);
        return Optional.of(linked(picture, around));
    }

    /** The picture with the link of the text around it. */
    static ImageBlock linked(ImageBlock picture, Style around) {
        if (around.article() != null) {
            return picture.linkedTo(around.article(), null);
        }
        return around.href() == null ? picture : picture.linked(around.href());
    }

    /** True if Markdown can express all of the picture except its size. */
    static boolean isPlain(ImageBlock picture) {
        return picture.captionText() == null
                && picture.role() == null
                && picture.article() == null
                && picture.media() == null;
    }

    static boolean isPlain(EmbedBlock embed) {
        return embed.title() == null && embed.width() == null && embed.height() == null && embed.caption() == null;
    }

    static String picture(ImageBlock picture) {
        String caption = picture.caption() == null ? "" : picture.caption();
        String credit = picture.credit() == null ? "" : "\n" + picture.credit();
        String title = MarkdownText.escaped(caption + credit, false).replace("\"", "\\\"");
        String image = "![" + MarkdownText.escaped(picture.alt(), false) + "]("
                + MarkdownText.destination(picture.url()) + (title.isEmpty() ? "" : " \"" + title + "\"") + ")";
        return picture.link() == null ? image : "[" + image + "](" + MarkdownText.destination(picture.link()) + ")";
    }

    /** The code block; empty if nothing in it is visible. */
    static Optional<Block> code(String literal, @Nullable String info) {
        String text = Prose.verbatim(literal);
        Matcher word = FIRST_WORD.matcher(info == null ? "" : info);
        String language = word.find() && CodeBlock.isLanguage(word.group()) ? word.group() : null;
        return PrintableText.isVisible(text) ? Optional.of(new CodeBlock(language, text)) : Optional.empty();
    }

    /** The text within a node, without marks. A loop, because brackets nest. */
    static String words(Node root) {
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

    /** The characters of a node that is text; empty for every other node. */
    static String literal(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        } else if (node instanceof Code code) {
            return code.getLiteral();
        }
        return node instanceof SoftLineBreak || node instanceof HardLineBreak ? " " : "";
    }
}
