/** Loads initial content: the sample newsroom that comes with Gazette, and generated articles for benchmarks. */
@NullMarked
package press.gazette.importer;

import org.jspecify.annotations.NullMarked;
