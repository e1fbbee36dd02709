package press.gazette.article.batch;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.ArticleRef;
import press.gazette.desk.Batches;

/** One write of a batch, with the members of the request to the article's own address. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "create", value = CreateOperation.class),
    @JsonSubTypes.Type(name = "edit", value = EditOperation.class),
    @JsonSubTypes.Type(name = "discard", value = DiscardOperation.class),
    @JsonSubTypes.Type(name = "publish", value = PublishOperation.class),
    @JsonSubTypes.Type(name = "unpublish", value = UnpublishOperation.class),
    @JsonSubTypes.Type(name = "withdraw", value = WithdrawOperation.class),
    @JsonSubTypes.Type(name = "correct", value = CorrectOperation.class),
    @JsonSubTypes.Type(name = "schedule", value = ScheduleOperation.class),
    @JsonSubTypes.Type(name = "embargo", value = EmbargoOperation.class),
    @JsonSubTypes.Type(name = "expire", value = ExpireOperation.class)
})
@Schema(
        description =
                "One operation of a batch; type says which. It does what the request to the article's own address does.",
        oneOf = {
            CreateOperation.class,
            EditOperation.class,
            DiscardOperation.class,
            PublishOperation.class,
            UnpublishOperation.class,
            WithdrawOperation.class,
            CorrectOperation.class,
            ScheduleOperation.class,
            EmbargoOperation.class,
            ExpireOperation.class
        },
        discriminatorProperty = "type")
public sealed interface Operation extends Batches.Operation
        permits CreateOperation,
                EditOperation,
                DiscardOperation,
                PublishOperation,
                UnpublishOperation,
                WithdrawOperation,
                CorrectOperation,
                ScheduleOperation,
                EmbargoOperation,
                ExpireOperation {

    /** The id or slug of the article that it changes; null: it creates one. */
    default @Nullable String ref() {
        return null;
    }

    /** Locks all articles that the operations change, in the order of their ids. */
    static void lockAll(List<Operation> operations) {
        ArticleRef.lockAll(operations.stream()
                .flatMap(operation -> Stream.ofNullable(operation.ref()))
                .map(ArticleRef::new));
    }
}
