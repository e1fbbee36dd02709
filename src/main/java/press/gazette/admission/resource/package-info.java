/**
 * The resources of this server as their annotations describe them: methods, media types, kinds. All decisions about a request
 * before its routing depend on the kind of its resource, never on a list of paths.
 */
@NullMarked
package press.gazette.admission.resource;

import org.jspecify.annotations.NullMarked;
