package press.gazette.delivery.warmup;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "gazette")
interface WarmUpConfig {

    /** For how long a node asks itself before it takes requests; zero: not at all. */
    @WithDefault("0S")
    Duration warmUp();
}
