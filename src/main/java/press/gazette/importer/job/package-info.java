/** Runs imports: a journal of each, the writer of articles, the background work. */
@NullMarked
package press.gazette.importer.job;

import org.jspecify.annotations.NullMarked;
