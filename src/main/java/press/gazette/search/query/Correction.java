package press.gazette.search.query;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question with words that public articles have ({@link Question#with}).
 *
 * @param total the exact number of its hits, under the same filters
 */
@Schema(name = "DidYouMean", description = "A question with words that public articles have.")
public record Correction(
        @Schema(description = "The question, to be sent as q.", examples = "harbour")
        String q,

        @Schema(description = "The number of articles that it finds, under the same filters.", examples = "7")
        long total) {}
