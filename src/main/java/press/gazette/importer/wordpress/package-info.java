/** Reads exports of WordPress (WXR): pure. */
@NullMarked
package press.gazette.importer.wordpress;

import org.jspecify.annotations.NullMarked;
