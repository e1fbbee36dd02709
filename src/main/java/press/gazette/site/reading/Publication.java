package press.gazette.site.reading;

import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.site.content.Policies;
import press.gazette.site.content.SocialProfile;

/**
 * The newsroom as documents besides the site itself name it: feeds, sitemaps, JSON-LD.
 *
 * @param title of the site
 * @param description of the site, plain text; null: none
 * @param language of the site, BCP 47
 * @param url absolute, of the front page of the site
 * @param publisher its members that the newsroom has not set are those of the site
 * @param social profiles of the newsroom on other services
 * @param policies of the newsroom; without any, {@link Policies#NONE}
 */
public record Publication(
        String title,
        @Nullable String description,
        String language,
        String url,
        PublisherView publisher,
        List<SocialProfile> social,
        Policies policies) {}
