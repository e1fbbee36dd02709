package press.gazette.body.block;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.body.inline.Attribution;
import press.gazette.body.inline.Line;
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;
import press.gazette.body.inline.Style;

/**
 * Words of somebody else, or a pull quote of the article's own words.
 *
 * @param text all paragraphs with a line break between them, never empty. May be left out if paragraphs is given
 * @param attribution the speaker, one line without a leading dash; absent: nobody is named. If it is left out and the
 *     last line of the text begins with an em dash or {@code "-- "}, that line becomes the attribution
 * @param paragraphs at least two, none of them empty; absent if there is only one
 * @param attributionText the attribution as inline text; absent if it has no marks or links
 * @param pull true for a pull quote, which repeats words of the article; absent otherwise
 */
@Schema(description = "Words of somebody else, or a pull quote.")
public record QuoteBlock(
        @Schema(description = "The words, with a line feed between paragraphs. May be left out beside paragraphs.")
        List<Span> text,

        @Schema(description = "The speaker. Absent: nobody is named.") @Nullable
        String attribution,

        @Schema(description = "The same words by paragraphs. Absent: text is one paragraph.") @Nullable
        List<List<Span>> paragraphs,

        @Schema(description = "The attribution as running text. Absent: it has no marks or links.") @Nullable
        List<Span> attributionText,

        @Schema(description = "True for a pull quote. Absent: a quotation.") @Nullable
        Boolean pull)
        implements Block {

    private static final String ATTRIBUTION = "quote.attribution";

    public QuoteBlock {
        List<List<Span>> parts = paragraphsOf(text, paragraphs);
        Line given = Line.of(ATTRIBUTION, attribution, attributionText);
        List<Span> name = Attribution.signature(given.spans());
        if (name.isEmpty()) {
            Attribution signed = Attribution.lastLineOf(parts);
            parts = signed.paragraphs();
            name = signed.name();
        }
        Line line = Line.of(ATTRIBUTION, uncited(name));
        text = Spans.joined(parts);
        paragraphs = parts.size() > 1 ? parts : null;
        attribution = line.plain();
        attributionText = line.rich();
        pull = Boolean.TRUE.equals(pull) ? pull : null;
    }

    public QuoteBlock(List<Span> text, @Nullable String attribution) {
        this(text, attribution, null, null, null);
    }

    private static List<List<Span>> paragraphsOf(@Nullable List<Span> text, @Nullable List<List<Span>> paragraphs) {
        if (paragraphs == null || paragraphs.isEmpty()) {
            return List.of(Spans.required("quote.text", text));
        }
        List<List<Span>> parts = new ArrayList<>();
        for (List<Span> paragraph : paragraphs) {
            parts.add(Spans.required("quote.paragraphs[" + parts.size() + "]", paragraph));
        }
        boolean agrees = text == null
                || text.isEmpty()
                || Spans.required("quote.text", text).equals(Spans.joined(parts));
        if (!agrees) {
            throw new IllegalArgumentException(
                    "quote.text and quote.paragraphs must say the same; leave out the one that is not meant.");
        }
        return List.copyOf(parts);
    }

    /** Removes the cite mark if all of the attribution carries it: an attribution is a citation without the mark. */
    private static List<Span> uncited(List<Span> name) {
        return name.stream().allMatch(span -> span.has(Mark.CITE) || span.text().isBlank())
                ? name.stream()
                        .map(span -> Style.of(span).without(Mark.CITE).span(span.text()))
                        .toList()
                : name;
    }

    /** The paragraphs, at least one. */
    public List<List<Span>> allParagraphs() {
        return paragraphs == null ? List.of(text) : paragraphs;
    }

    /** The attribution as inline text; empty: nobody is named. */
    public List<Span> attributionSpans() {
        return Line.spans(attribution, attributionText);
    }

    public boolean pulled() {
        return Boolean.TRUE.equals(pull);
    }

    @Override
    public <T> T writeTo(BlockWriter<T> format) {
        return format.quote(this);
    }

    /** Empty for a pull quote, whose words are counted at their place in the article. */
    @Override
    public List<List<Span>> prose() {
        return pulled() ? List.of() : allParagraphs();
    }

    @Override
    public Stream<List<Span>> texts() {
        return Stream.concat(allParagraphs().stream(), Stream.of(attributionSpans()));
    }

    @Override
    public Block withTexts(UnaryOperator<List<Span>> change) {
        List<List<Span>> parts = allParagraphs().stream().map(change).toList();
        return new QuoteBlock(List.of(), null, parts, change.apply(attributionSpans()), pull);
    }

    @Override
    public long length() {
        return Spans.length(text);
    }

    @Override
    public QuoteBlock withPictures(UnaryOperator<ImageBlock> change) {
        return this;
    }

    @Override
    public Stream<ImageBlock> pictures() {
        return Stream.empty();
    }
}
