/** Streams of events to readers (server-sent events of the HTML standard): on the event loop, bounded in number, age and memory. */
@NullMarked
package press.gazette.delivery.stream;

import org.jspecify.annotations.NullMarked;
