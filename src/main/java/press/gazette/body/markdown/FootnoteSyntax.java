package press.gazette.body.markdown;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.DefinitionMap;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

import press.gazette.body.inline.Span;

/**
 * Footnotes as in GitHub's Markdown. {@code [^1]} is a mark if the document has a footnote {@code [^1]: text};
 * otherwise it is text. Lines indented by four continue the footnote.
 */
final class FootnoteSyntax implements Parser.ParserExtension {

    /** A footnote, which holds blocks. */
    static final class Note extends CustomBlock {
        private final String id;

        Note(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    /** The mark of a footnote. */
    static final class Mark extends CustomNode {
        private final String id;

        Mark(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    private static final int INDENT = 4;

    @Override
    public void extend(Parser.Builder parser) {
        parser.customBlockParserFactory(new NoteStart()).linkProcessor(new MarkReader());
    }

    private static final class NoteStart extends AbstractBlockParserFactory {

        private static final Pattern START = Pattern.compile("\\[\\^([^\\]\\s]{1,40})\\]:[ \\t]*");

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = state.getLine().getContent();
            Matcher start = START.matcher(line).region(state.getNextNonSpaceIndex(), line.length());
            boolean starts = state.getIndent() < INDENT && start.lookingAt();
            String id = starts ? start.group(1).toLowerCase(Locale.ROOT) : "";
            return Span.isNote(id) ? BlockStart.of(new NoteParser(id)).atIndex(start.end()) : BlockStart.none();
        }
    }

    private static final class NoteParser extends AbstractBlockParser {

        private final Note note;

        NoteParser(String id) {
            note = new Note(id);
        }

        @Override
        public Block getBlock() {
            return note;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block block) {
            return true;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (state.getIndent() >= INDENT) {
                return BlockContinue.atColumn(state.getColumn() + INDENT);
            }
            return state.isBlank() ? BlockContinue.atIndex(state.getIndex()) : BlockContinue.none();
        }

        @Override
        public List<DefinitionMap<?>> getDefinitions() {
            DefinitionMap<Note> notes = new DefinitionMap<>(Note.class);
            notes.putIfAbsent(note.id(), note);
            return List.of(notes);
        }
    }

    private static final class MarkReader implements LinkProcessor {

        @Override
        public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
            String text = link.text(scanner);
            if (link.destination() != null || !text.startsWith("^")) {
                return LinkResult.none();
            }
            String id = text.substring(1).toLowerCase(Locale.ROOT);
            boolean known = Span.isNote(id) && context.getDefinition(Note.class, id) != null;
            return known ? LinkResult.replaceWith(new Mark(id), link.afterTextBracket()) : LinkResult.none();
        }
    }
}
