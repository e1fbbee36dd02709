package press.gazette.change.compaction;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the compaction of the ledger. */
@ConfigMapping(prefix = "gazette")
interface CompactionConfig {

    /**
     * The time for which the ledger keeps withdrawals and deletions. A copy that has not followed the changes for longer
     * starts over.
     */
    @WithDefault("30D")
    Duration changesRetention();
}
