package press.gazette.importer.copy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Files that are copied from former sites. */
@ConfigMapping(prefix = "gazette")
interface CopyConfig {

    /** The files that are copied from a former site at the same time. */
    @WithDefault("4")
    int importDownloads();

    /** The longest time for the copy of one file. */
    @WithDefault("2M")
    Duration importDownloadDeadline();

    /** The hosts of former sites that may be private, or reached by http. All others are https on the public internet. */
    Optional<List<String>> importAllowedHosts();

    /** The folder with the files of a former site, for imports that take them from there. */
    Optional<Path> importMediaFolder();
}
