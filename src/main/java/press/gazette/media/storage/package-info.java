/** The place where all nodes keep the newsroom's files: a folder, or a bucket of an object store. */
@NullMarked
package press.gazette.media.storage;

import org.jspecify.annotations.NullMarked;
