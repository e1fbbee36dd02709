/**
 * The body of an article: what is stored, what may come in, and what goes out.
 *
 * <p>A body is stored once, as {@linkplain press.gazette.article.body.Block blocks}. Markdown and HTML become blocks on
 * the way in; HTML, Markdown and plain text are derived from the blocks by pure functions on the way out. The package
 * promises four things. <em>One normal form:</em> two bodies that a reader cannot tell apart are equal, because every
 * constructor brings its text into the form that {@link press.gazette.article.body.Spans} describes. <em>Round
 * trips:</em> what {@code html()} and {@code markdown()} write, {@code fromHtml} and {@code fromMarkdown} read back as
 * an equal body; the one exception is the size of a picture, which Markdown cannot carry. <em>HTML out is safe to
 * insert as it is:</em> the readers know only an allow-list, the writer escapes everything, and the result passes a
 * second allow-list that does not trust the writer. <em>Bounded work:</em> sizes and nesting are limited, and no step
 * recurses into its input, so hostile markup costs a refusal or a little text, never the server.
 *
 * <p>What is refused is refused with an {@link java.lang.IllegalArgumentException} whose message is a sentence for the
 * person who sent it: it names the component and says what would be right.
 */
@NullMarked
package press.gazette.article.body;

import org.jspecify.annotations.NullMarked;
