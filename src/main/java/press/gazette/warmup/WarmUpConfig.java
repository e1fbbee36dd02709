package press.gazette.warmup;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "gazette")
interface WarmUpConfig {

    /** The time of the warm-up before a node accepts requests; zero: none. */
    @WithDefault("0S")
    Duration warmUp();
}
