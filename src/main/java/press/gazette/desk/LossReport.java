package press.gazette.desk;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.json.Json;
import press.gazette.problem.Faults;
import press.gazette.problem.ParameterValue;

/**
 * Collects the content that a write cannot store, for its response, or rejects the write because of it. The body of a
 * draft cannot be read without a report, so no write drops content in silence. One instance per write.
 */
public final class LossReport {

    /**
     * A kind of content that could not be stored.
     *
     * @param what the name of an element or of a kind of content: {@code script}, {@code form}, {@code link}, or
     *     a character's code point: {@code U+0007}
     * @param count the number of times, at least 1
     * @param near the first words in or after the first occurrence; empty: no words
     */
    @Schema(name = "Loss", description = "Content that the body could not hold.")
    public record Entry(
            @Schema(
                    description = "The element, the kind of content, or a character such as U+0007. Expect further "
                            + "words.",
                    example = "form")
            String what,

            @Schema(description = "The number of times.", example = "1")
            int count,

            @Schema(
                    description = "The first words in it or after the first of them. May be empty.",
                    example = "Your name")
            String near) {

        private String sentence() {
            String times = count == 1 ? "" : " (" + count + " times)";
            String words = near.isEmpty() ? "" : ", near \"" + near + "\"";
            return "A body cannot hold " + what + times + words + ".";
        }
    }

    private final boolean strict;
    private List<Entry> entries = List.of();

    /**
     * An empty report.
     *
     * @param strict true to reject content that cannot be stored
     */
    public LossReport(boolean strict) {
        this.strict = strict;
    }

    /**
     * An empty report for a request.
     *
     * @param strict the value of the query parameter, unparsed; null: not strict
     */
    public static LossReport parse(@Nullable String strict) {
        return new LossReport(ParameterValue.flag("strict", strict));
    }

    /** The report on content that is stored already. It stays empty. */
    public static LossReport ofStoredContent() {
        return new LossReport(false);
    }

    /**
     * Sets the entries, which a write that is repeated after a collision sets again. If strict, each is a fault too.
     *
     * @param pointer the JSON Pointer to the member that has the content
     */
    public void set(List<Entry> losses, String pointer, Faults faults) {
        set(losses, Map.of(pointer, losses), faults);
    }

    /**
     * As above, for content at several places.
     *
     * @param places the JSON Pointers to the places in order, each with the entries for it alone
     */
    public void set(List<Entry> losses, Map<String, List<Entry>> places, Faults faults) {
        entries = List.copyOf(losses);
        if (strict) {
            places.forEach((pointer, here) -> here.forEach(entry -> faults.add(pointer, entry.sentence())));
        }
    }

    /** The entries as a member of a response; null: nothing was lost. */
    public @Nullable List<Entry> entries() {
        return entries.isEmpty() ? null : entries;
    }

    /** The entries as JSON; null: nothing was lost. */
    @Nullable
    String json() {
        return entries.isEmpty() ? null : Json.column(entries);
    }
}
