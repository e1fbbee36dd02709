package press.gazette.importer.desk;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

import press.gazette.importer.job.ImportRemainder;

/**
 * A line of the remainder in NDJSON: content of one item that has no place in an article.
 *
 * @param kind such as comments; of an item that was left out, the code of the reason
 * @param article its id here; absent: it has none
 * @param content as the file has it
 */
record RemainderItem(
        int number,
        String kind,
        String id,
        @Nullable UUID article,
        @JsonRawValue String content) {

    static RemainderItem of(ImportRemainder remainder) {
        return new RemainderItem(
                remainder.number(),
                remainder.kind(),
                remainder.foreignId(),
                remainder.articleId(),
                remainder.content());
    }
}
