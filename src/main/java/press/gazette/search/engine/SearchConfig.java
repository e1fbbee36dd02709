package press.gazette.search.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Settings of the index. Those of files are for Lucene only. */
@ConfigMapping(prefix = "gazette")
public interface SearchConfig {

    /** The engine; none: searches are 404. */
    @WithDefault("true")
    @WithConverter(Engine.Reader.class)
    Engine search();

    /** The folder of the index, which no other node uses. Absent: in memory. */
    @WithName("search.folder")
    Optional<Path> folder();

    /** The languages (BCP 47) in which the words of a search are stemmed. Absent: those of most articles. */
    @WithName("search.languages")
    Optional<List<String>> languages();

    /** The memory for changes that are not in a file yet. */
    @WithName("search.memory")
    @WithDefault("16M")
    MemorySize memory();

    /** The longest time that a change is in memory only: after a crash it is read from the ledger again. */
    @WithName("search.commit-every")
    @WithDefault("5S")
    Duration commitEvery();

    /** The age, counted from the newest article, at which the bonus of new articles is halved. */
    @WithName("search.recency-half-life")
    @WithDefault("2160H")
    Duration halfLife();
}
