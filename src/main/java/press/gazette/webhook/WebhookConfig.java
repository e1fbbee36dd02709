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

    /** The most webhooks. */
    @WithDefault("1000")
    int webhooksMax();
}
