package press.gazette.webhook.desk;

import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.listing.TagExpression;
import press.gazette.problem.Faults;
import press.gazette.problem.Problem;
import press.gazette.sending.TargetPolicy;
import press.gazette.webhook.WebhookContent;
import press.gazette.webhook.WebhookKind;
import press.gazette.webhook.WebhookType;

/** A webhook as admins write it. */
@Schema(description = "A webhook: where changes are sent, and which.")
record WebhookDraft(
        @Schema(
                description = "URL of the receiver: https, on the public internet, without user and fragment, at "
                        + "most 2,000 characters. Redirects are not followed.",
                example = "https://hooks.example/gazette",
                maxLength = TargetPolicy.LONGEST)
        String url,

        @Schema(
                description = "Purpose of the webhook, plain text on one line, at most 500 characters.",
                example = "Builds the web site",
                maxLength = WebhookDraft.LINE)
        @Nullable
        String description,

        @Schema(description = "The types of content whose changes are sent. Absent: all.", examples = "[\"article\"]")
        @Nullable
        Set<WebhookType> types,

        @Schema(
                description = "The kinds of changes that are sent. published: readers see it from now on, for the "
                        + "first time or again. Absent: all.",
                examples = "[\"published\",\"updated\"]")
        @Nullable
        Set<WebhookKind> kinds,

        @Schema(
                description = "An expression of tags: slugs with , for and, | for or, - for not, and parentheses; at "
                        + "most 20. As in the parameter tags of /v1/articles. Changes of other articles, and of "
                        + "other types, are not sent. A tag that the change takes from an article counts too.",
                example = "putin,-opinion")
        @Nullable
        String tags,

        @Schema(
                description = "True to send changes. Gazette disables a webhook whose receiver responds with 410 "
                        + "or fails for five days. Absent: true.",
                example = "true")
        @Nullable
        Boolean enabled,

        @Schema(
                description =
                        "True to get an event of the type webhook.disabled too, when Gazette disables another webhook. "
                                + "Absent: false.",
                example = "false")
        @Nullable
        Boolean notices) {

    static final int LINE = 500;

    WebhookDraft {
        Faults faults = new Faults();
        faults.line("/description", description, LINE);
        if (tags != null) {
            try {
                TagExpression.parse(tags);
            } catch (Problem problem) {
                faults.add("/tags", problem.detail());
            }
        }
        faults.refuse();
    }

    /**
     * The draft that describes a webhook.
     *
     * @param tags with slugs
     */
    static WebhookDraft of(WebhookContent content, @Nullable String tags) {
        return new WebhookDraft(
                content.url(),
                content.description(),
                content.subscription().types(),
                content.subscription().kinds(),
                tags,
                content.enabled(),
                content.notices());
    }
}
