/** The desk's resources for webhooks. */
@NullMarked
package press.gazette.webhook.desk;

import org.jspecify.annotations.NullMarked;
