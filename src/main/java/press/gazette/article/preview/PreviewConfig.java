package press.gazette.article.preview;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long links to previews are good. */
@ConfigMapping(prefix = "gazette")
interface PreviewConfig {

    /** How long a link is good when the editor does not say. */
    @WithDefault("24H")
    Duration previewLifetime();

    /** The longest that an editor may say. */
    @WithDefault("720H")
    Duration previewLongest();

    /** How many links to one article may be good at once. */
    @WithDefault("50")
    int previewsPerArticle();
}
