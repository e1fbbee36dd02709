package press.gazette.agenda;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the agenda. */
@ConfigMapping(prefix = "gazette")
interface AgendaConfig {

    /** The longest span of time between from and to. */
    @WithDefault("366D")
    Duration agendaRange();
}
