package press.gazette.article.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Legible;

/**
 * Markdown in: CommonMark 0.31 without extensions. Raw HTML is never taken over: a block of it leaves the words it
 * says, inline tags leave only the text between them. What CommonMark has no form for is read by
 * {@link MarkdownFigures}.
 */
final class MarkdownReader {

    /** Quotations and lists within one another. Each line is matched against all of them, so depth costs time. */
    private static final int MAX_NESTING = 64;

    /**
     * Delimiters that are read; far more than the longest article has. Each costs time, and some of them are compared with all
     * those before them. A run of asterisks is one; a tag of HTML, which a second parser reads, counts for four.
     */
    static final int MOST_DELIMITERS = 20_000;

    /** Lines that are read: two for each block that a body may have, and as many again. */
    static final int MOST_LINES = 4 * Body.MAX_BLOCKS;

    private static final String DELIMITERS = "*_`[]<";
    private static final int WEIGHT_OF_HTML = 4;

    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(MAX_NESTING)
            .maxInlineNesting(MAX_NESTING)
            .build();
    private static final Pattern LINE_BREAK = Pattern.compile("<br\\s*/?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIRST_WORD = Pattern.compile("\\S+");

    private final Assembly assembly = new Assembly();
    private final Deque<String> links = new ArrayDeque<>();
    private int strong;
    private int em;

    private MarkdownReader() {}

    static Body read(String markdown) {
        requireBounded(markdown);
        MarkdownReader reader = new MarkdownReader();
        reader.walk(PARSER.parse(markdown));
        return reader.assembly.body();
    }

    private static void requireBounded(String markdown) {
        int delimiters = 0;
        int lines = 0;
        char before = '\n';
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            boolean counts = DELIMITERS.indexOf(c) >= 0 && (c != before || c == '[' || c == ']' || c == '<');
            delimiters += counts ? (c == '<' ? WEIGHT_OF_HTML : 1) : 0;
            lines += c == '\n' ? 1 : 0;
            before = c;
        }
        if (delimiters > MOST_DELIMITERS || lines > MOST_LINES) {
            throw new IllegalArgumentException("markdown must have at most " + MOST_DELIMITERS
                    + " delimiters (such as * or [; a < counts for " + WEIGHT_OF_HTML + ") and " + MOST_LINES
                    + " lines; this has " + delimiters + " and " + lines + ".");
        }
    }

    /** In document order, as a loop: the tree may be deep. */
    private void walk(Node root) {
        Node node = root;
        while (node != null) {
            Node child = enter(node) ? node.getFirstChild() : null;
            if (child != null) {
                node = child;
                continue;
            }
            leave(node);
            while (node.getNext() == null && node.getParent() != null) {
                node = node.getParent();
                leave(node);
            }
            node = node.getNext();
        }
    }

    /** True when what is inside is to be read too. */
    private boolean enter(Node node) {
        if (node instanceof Heading heading) {
            assembly.openHeading(heading.getLevel());
        } else if (node instanceof BlockQuote) {
            assembly.open(Assembly.Container.QUOTE);
        } else if (node instanceof BulletList) {
            assembly.open(Assembly.Container.BULLETS);
        } else if (node instanceof OrderedList) {
            assembly.open(Assembly.Container.NUMBERS);
        } else if (node instanceof ListItem) {
            assembly.item();
        } else if (node instanceof StrongEmphasis) {
            strong++;
        } else if (node instanceof Emphasis) {
            em++;
        } else if (node instanceof Link link && href(link) != null) {
            links.push(Address.tidied(link.getDestination()));
        } else {
            return !words(node) && !atom(node);
        }
        return true;
    }

    private void leave(Node node) {
        if (node instanceof Paragraph) {
            assembly.end();
        } else if (node instanceof Heading) {
            assembly.closeHeading();
        } else if (node instanceof BlockQuote || node instanceof BulletList || node instanceof OrderedList) {
            assembly.close();
        } else if (node instanceof StrongEmphasis) {
            strong--;
        } else if (node instanceof Emphasis) {
            em--;
        } else if (node instanceof Link link && href(link) != null) {
            links.pop();
        }
    }

    /** Takes what runs with the text around it; false for everything else. */
    private boolean words(Node node) {
        if (node instanceof Text text) {
            assembly.text(text.getLiteral(), marks(), links.peek());
        } else if (node instanceof Code code) {
            assembly.text(code.getLiteral(), Set.of(Mark.CODE), links.peek());
        } else if (node instanceof SoftLineBreak) {
            assembly.text(" ", marks(), links.peek());
        } else if (node instanceof HardLineBreak || (node instanceof HtmlInline html && breaksLine(html))) {
            assembly.lineBreak(marks(), links.peek());
        } else {
            return false;
        }
        return true;
    }

    /** Takes what is a block of its own, whatever stands inside it; false for everything else. */
    private boolean atom(Node node) {
        if (node instanceof ThematicBreak) {
            assembly.add(new Block.Divider());
        } else if (node instanceof FencedCodeBlock fenced) {
            code(fenced.getLiteral(), fenced.getInfo());
        } else if (node instanceof IndentedCodeBlock indented) {
            code(indented.getLiteral(), null);
        } else if (node instanceof HtmlBlock html) {
            assembly.end();
            assembly.text(HtmlReader.read(html.getLiteral()).text(), Set.of(), null);
            assembly.end();
        } else if (node instanceof Image image) {
            MarkdownFigures.picture(image).ifPresent(assembly::add);
        } else if (node instanceof Paragraph paragraph) {
            Optional<Block> embed = MarkdownFigures.embed(paragraph);
            embed.ifPresent(assembly::add);
            return embed.isPresent();
        } else {
            return false;
        }
        return true;
    }

    private void code(String literal, @Nullable String info) {
        String text = Prose.verbatim(literal);
        Matcher word = FIRST_WORD.matcher(info == null ? "" : info);
        String language = word.find() && Block.Code.language(word.group()) ? word.group() : null;
        if (Legible.isVisible(text)) {
            assembly.add(new Block.Code(language, text));
        }
    }

    private Set<Mark> marks() {
        EnumSet<Mark> marks = EnumSet.noneOf(Mark.class);
        if (strong > 0) {
            marks.add(Mark.STRONG);
        }
        if (em > 0) {
            marks.add(Mark.EM);
        }
        return marks;
    }

    private static boolean breaksLine(HtmlInline html) {
        return LINE_BREAK.matcher(html.getLiteral()).matches();
    }

    private static @Nullable String href(Link link) {
        String href = Address.tidied(link.getDestination());
        return Address.isLink(href) ? href : null;
    }
}
