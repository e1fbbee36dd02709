/** The files of the sample newsroom: those that go to the store of media, and those that are served as they are. */
@NullMarked
package press.gazette.importer.sample;

import org.jspecify.annotations.NullMarked;
