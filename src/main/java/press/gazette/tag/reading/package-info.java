/**
 * Tags for readers: one tag, and the vocabulary as listed and searched; the contributors of articles; the URLs of tags on the
 * newsroom's own site.
 */
@NullMarked
package press.gazette.tag.reading;

import org.jspecify.annotations.NullMarked;
