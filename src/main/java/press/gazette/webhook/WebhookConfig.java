package press.gazette.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of webhooks. */
@ConfigMapping(prefix = "gazette")
public interface WebhookConfig {

    /** Hosts to which webhooks may go by http, and that may be private. Absent: none. */
    Optional<List<String>> webhookAllowedHosts();

    /** The time for which a replaced secret still signs requests. */
    @WithDefault("24H")
    Duration webhookSecretOverlap();

    /** The time for a request, from the look-up of the host to the head of the response. */
    @WithDefault("15S")
    Duration webhookDeadline();

    /** The most receivers to which a node sends at once. */
    @WithDefault("1000")
    int webhookReceiversAtOnce();

    /** The time after which a webhook is disabled whose receiver accepts nothing. */
    @WithDefault("120H")
    Duration webhookDisableAfter();

    /** The time for which deliveries are kept. */
    @WithDefault("720H")
    Duration webhookDeliveriesKept();

    /** The most webhooks. */
    @WithDefault("1000")
    int webhooksMax();
}
