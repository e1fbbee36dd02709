package press.gazette.tag.reading;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The URLs of tags on the newsroom's own site. */
@ConfigMapping(prefix = "gazette")
interface TagPageConfig {

    /**
     * The URL of a tag on the newsroom's site, with {@code {slug}} or {@code {id}} and, optionally, {@code {type}}. Absent: the
     * site has no pages of tags.
     */
    Optional<String> tagUrl();
}
