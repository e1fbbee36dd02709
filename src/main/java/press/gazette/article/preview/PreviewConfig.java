package press.gazette.article.preview;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The lifetime and the number of preview links. */
@ConfigMapping(prefix = "gazette")
interface PreviewConfig {

    /** The lifetime of a link for which the editor sets none. */
    @WithDefault("24H")
    Duration previewLifetime();

    /** The longest lifetime that an editor may set. */
    @WithDefault("720H")
    Duration previewLongest();

    /** The most valid links to one article at a time. */
    @WithDefault("50")
    int previewsPerArticle();
}
