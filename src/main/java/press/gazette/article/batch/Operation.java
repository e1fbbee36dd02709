package press.gazette.article.batch;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.desk.CorrectionDraft;
import press.gazette.article.desk.EmbargoDraft;
import press.gazette.article.desk.ExpiryDraft;
import press.gazette.article.desk.PublicationDraft;
import press.gazette.article.desk.ScheduleDraft;
import press.gazette.article.desk.WithdrawalDraft;
import press.gazette.article.draft.ArticleDraft;
import press.gazette.desk.Write;
import press.gazette.json.MergePatch;

/** One write of a batch, which says what the request to the article's own address would have said. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "create", value = Operation.Create.class),
    @JsonSubTypes.Type(name = "edit", value = Operation.Edit.class),
    @JsonSubTypes.Type(name = "discard", value = Operation.Discard.class),
    @JsonSubTypes.Type(name = "publish", value = Operation.Publish.class),
    @JsonSubTypes.Type(name = "unpublish", value = Operation.Unpublish.class),
    @JsonSubTypes.Type(name = "withdraw", value = Operation.Withdraw.class),
    @JsonSubTypes.Type(name = "correct", value = Operation.Correct.class),
    @JsonSubTypes.Type(name = "schedule", value = Operation.Schedule.class),
    @JsonSubTypes.Type(name = "embargo", value = Operation.Embargo.class),
    @JsonSubTypes.Type(name = "expire", value = Operation.Expire.class)
})
@Schema(
        description =
                "One operation of a batch; type says which. It does what the request to the article's own address does.",
        oneOf = {
            Operation.Create.class,
            Operation.Edit.class,
            Operation.Discard.class,
            Operation.Publish.class,
            Operation.Unpublish.class,
            Operation.Withdraw.class,
            Operation.Correct.class,
            Operation.Schedule.class,
            Operation.Embargo.class,
            Operation.Expire.class
        },
        discriminatorProperty = "type")
public sealed interface Operation {

    /** What names the article that it changes; absent: it makes a new one. */
    default @Nullable String ref() {
        return null;
    }

    /** What it is as a write; refuses callers who may not do it. */
    Write on(ArticleWrites writes);

    /** A new draft. */
    @Schema(name = "CreateOperation", description = "Writes an article.")
    record Create(@Schema(description = "The new draft.") ArticleDraft article) implements Operation {

        @Override
        public Write on(ArticleWrites writes) {
            return writes.create(this);
        }
    }

    /** A change of the working draft. */
    @Schema(name = "EditOperation", description = "Edits an article.")
    record Edit(
            @Schema(description = "Its id or slug.", example = "gas-contract-averil")
            String ref,

            @Schema(description = "The ETag of what you have read, or *.", example = "\"3\"")
            String ifMatch,

            @Schema(description = "The change.") MergePatch<ArticleDraft> patch)
            implements Operation {

        @Override
        public Write on(ArticleWrites writes) {
            return writes.edit(this);
        }
    }

    /** The end of a draft that readers have never seen. */
    @Schema(name = "DiscardOperation", description = "Discards a draft.")
    record Discard(
            @Schema(description = "Its id or slug.", example = "gas-contract-averil")
            String ref,

            @Schema(description = "The ETag of what you have read, or *.", example = "\"3\"")
            String ifMatch)
            implements Operation {

        @Override
        public Write on(ArticleWrites writes) {
            return writes.discard(this);
        }
    }

    /** The working draft before readers. */
    @Schema(name = "PublishOperation", description = "Publishes an article. Needs the scope desk:publish.")
    record Publish(
            @Schema(description = "Its id or slug.", example = "gas-contract-averil")
            String ref,

            @Schema(description = "The ETag of what you have read, or *.", example = "\"3\"")
            String ifMatch,

            @Schema(description = "How.") PublicationDraft publication)
            implements Operation {

        @Override
        public Write on(ArticleWrites writes) {
            return writes.publish(this);
        }
    }

    /** Back to the desk. */
    @Schema(name = "UnpublishOperation", description = "Unpublishes an article. Needs the scope desk:publish.")
    record Unpublish(
            @Schema(description = "Its id or slug.", example = "gas-contract-averil")
            String ref,

            @Schema(description = "The ETag of what you have read, or *.", example = "\"3\"")
            String ifMatch)
            implements Operation {

        @Override
        public Write on(ArticleWrites writes) {
            return writes.unpublish(this);
        }
    }

    /** Away from every reader. */
    @Schema(name = "WithdrawOperation", description = "Withdraws an article. Needs the scope desk:publish.")
    record Withdraw(
            @Schema(description = "Its id or slug.", example = "gas-contract-averil")
            String ref,

            @Schema(description = "The ETag of what you have read, or *.", example = "\"3\"")
            String ifMatch,

            @Schema(description = "Why.") WithdrawalDraft withdrawal)
            implements Operation {

        @Override
        public Write on(ArticleWrites writes) {
            return writes.withdraw(this);
        }
    }

    /** A note to readers. */
    @Schema(name = "CorrectOperation", description = "Corrects an article. Needs the scope desk:publish.")
    record Correct(
            @Schema(description = "Its id or slug.", example = "gas-contract-averil")
            String ref,

            @Schema(description = "The ETag of what you have read, or *.", example = "\"3\"")
            String ifMatch,

            @Schema(description = "The correction.") CorrectionDraft correction)
            implements Operation {

        @Override
        public Write on(ArticleWrites writes) {
            return writes.correct(this);
        }
    }

    /** A publication to come. */
    @Schema(name = "ScheduleOperation", description = "Schedules an article. Needs the scope desk:publish.")
    record Schedule(
            @Schema(description = "Its id or slug.", example = "gas-contract-averil")
            String ref,

            @Schema(description = "The ETag of what you have read, or *.", example = "\"3\"")
            String ifMatch,

            @Schema(description = "When.") ScheduleDraft schedule)
            implements Operation {

        @Override
        public Write on(ArticleWrites writes) {
            return writes.schedule(this);
        }
    }

    /** Hidden from readers until then. */
    @Schema(name = "EmbargoOperation", description = "Puts an article under an embargo. Needs the scope desk:publish.")
    record Embargo(
            @Schema(description = "Its id or slug.", example = "gas-contract-averil")
            String ref,

            @Schema(description = "The ETag of what you have read, or *.", example = "\"3\"")
            String ifMatch,

            @Schema(description = "Until when.") EmbargoDraft embargo)
            implements Operation {

        @Override
        public Write on(ArticleWrites writes) {
            return writes.embargo(this);
        }
    }

    /** Hidden from readers from then on. */
    @Schema(name = "ExpireOperation", description = "Lets an article expire. Needs the scope desk:publish.")
    record Expire(
            @Schema(description = "Its id or slug.", example = "gas-contract-averil")
            String ref,

            @Schema(description = "The ETag of what you have read, or *.", example = "\"3\"")
            String ifMatch,

            @Schema(description = "When.") ExpiryDraft expiry)
            implements Operation {

        @Override
        public Write on(ArticleWrites writes) {
            return writes.expire(this);
        }
    }
}
