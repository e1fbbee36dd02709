package press.gazette.body.markdown;

import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Nodes;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/** Strikethrough as in GitHub's Markdown, but only with two tildes on each side; a single tilde is plain text. */
final class StrikeSyntax implements Parser.ParserExtension, DelimiterProcessor {

    static final class Struck extends CustomNode {}

    private static final int TILDES = 2;

    @Override
    public void extend(Parser.Builder parser) {
        parser.customDelimiterProcessor(this);
    }

    @Override
    public char getOpeningCharacter() {
        return '~';
    }

    @Override
    public char getClosingCharacter() {
        return '~';
    }

    @Override
    public int getMinLength() {
        return TILDES;
    }

    @Override
    public int process(DelimiterRun opening, DelimiterRun closing) {
        if (opening.length() != TILDES || closing.length() != TILDES) {
            return 0;
        }
        Text opener = opening.getOpener();
        Node struck = new Struck();
        for (Node node : Nodes.between(opener, closing.getCloser())) {
            struck.appendChild(node);
        }
        opener.insertAfter(struck);
        return TILDES;
    }
}
