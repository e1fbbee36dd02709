/**
 * The body of an article: its stored form, the formats it is read from, and the formats it is written in.
 *
 * <p>A body is stored once, as {@linkplain press.gazette.body.block.Block blocks}. Markdown and HTML become blocks on
 * the way in; HTML, Markdown and plain text are derived from the blocks by pure functions on the way out. The room
 * promises five things. <em>One normal form:</em> two bodies that a reader cannot tell apart are equal, because every
 * constructor brings its text into the form that {@link press.gazette.body.inline.Spans} describes. <em>Round
 * trips:</em> {@code fromHtml} and {@code fromMarkdown} read the output of {@code html()} and {@code markdown()} back
 * as an equal body; the one exception is the size of a plain picture, which Markdown cannot carry. <em>HTML out is safe
 * to insert into a page:</em> the readers know only an allow-list, the writer escapes everything, and the result passes
 * a second allow-list that does not trust the writer. <em>Bounded work:</em> sizes and nesting are limited, and no step
 * recurses into its input deeper than three captions or cells, so hostile markup costs a rejection or a little text,
 * never the server. <em>Nothing is lost in silence:</em> content that a body cannot hold is reported beside it.
 *
 * <p>Rejected input causes an {@link java.lang.IllegalArgumentException}. Its message is a sentence for the sender,
 * which names the component and says what would be right.
 */
@NullMarked
package press.gazette.body;

import org.jspecify.annotations.NullMarked;
