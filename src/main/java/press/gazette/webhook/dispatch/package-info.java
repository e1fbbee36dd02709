/** Makes events of changes and sends them: claim, send, record, in three steps. */
@NullMarked
package press.gazette.webhook.dispatch;

import org.jspecify.annotations.NullMarked;
