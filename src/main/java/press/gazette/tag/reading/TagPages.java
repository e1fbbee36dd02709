package press.gazette.tag.reading;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import press.gazette.address.UrlTemplate;
import press.gazette.response.Links;
import press.gazette.response.ReaderSite;
import press.gazette.tag.TagLabel;

/**
 * The absolute URLs of the pages that show tags: by {@code gazette.tag-url}, else in the reader site, unless the newsroom has a
 * site of its own.
 */
@Singleton
public class TagPages {

    private static final Map<String, Function<TagLabel, String>> PLACES = Map.of(
            "slug", TagLabel::slug,
            "id", tag -> tag.id().toString(),
            "type", tag -> tag.type().word);

    private final @Nullable UrlTemplate own;
    private final @Nullable String reader;

    TagPages(
            TagPageConfig config,
            @ConfigProperty(name = "gazette.site-url") Optional<String> site,
            Links links,
            ReaderSite reader) {
        own = config.tagUrl()
                .map(url -> UrlTemplate.of("gazette.tag-url", url, PLACES.keySet()))
                .orElse(null);
        this.reader = site.isEmpty() && reader.isOn() ? links.absolute(ReaderSite.TAGS) : null;
    }

    /** Creates the bean at the start, so that an invalid setting stops it. */
    void start(@Observes StartupEvent event) {}

    /** The pages of this process. */
    public static TagPages get() {
        return Arc.container().instance(TagPages.class).get();
    }

    /** The URL of a tag's page; null if no site shows tags. */
    public @Nullable String of(TagLabel tag) {
        String url = onOwnSite(tag);
        return url == null && reader != null ? reader + tag.slug() : url;
    }

    /** The URL of a tag's page on the newsroom's own site; null unless {@code gazette.tag-url} is set. */
    public @Nullable String onOwnSite(TagLabel tag) {
        return own == null
                ? null
                : own.filled(place -> Objects.requireNonNull(PLACES.get(place), "the setting was checked")
                        .apply(tag));
    }
}
