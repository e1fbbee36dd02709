package press.gazette.article.format;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.article.Correction;
import press.gazette.article.reading.ArticleCard;
import press.gazette.article.reading.ArticleView;
import press.gazette.article.reading.BodyView;
import press.gazette.body.Body;
import press.gazette.body.block.Block;
import press.gazette.body.block.DividerBlock;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;
import press.gazette.media.Picture;
import press.gazette.tag.TagLabel;

/**
 * An article as a Markdown file: front matter, the body, the corrections. The title is in the front matter alone, as generators of
 * static sites expect it.
 */
final class MarkdownDocument {

    private MarkdownDocument() {}

    /**
     * The whole file.
     *
     * @param page the URL of the article's page on the newsroom's own site
     * @param absolute makes the URL of a picture absolute
     */
    static String of(ArticleView article, String page, UnaryOperator<String> absolute) {
        BodyView body = Objects.requireNonNull(article.body(), "read with its body");
        return Stream.of(Objects.requireNonNull(body.markdown(), "as Markdown"), corrections(article.corrections()))
                .filter(part -> !part.isEmpty())
                .map(part -> "\n" + part + "\n")
                .collect(Collectors.joining("", frontMatter(article, page, absolute), ""));
    }

    private static String frontMatter(ArticleView article, String page, UnaryOperator<String> absolute) {
        ArticleCard card = article.card();
        return new FrontMatter()
                .with("title", card.title())
                .with("kicker", card.kicker())
                .with("standfirst", card.standfirst())
                .with("url", page)
                .with("canonical", article.canonicalUrl())
                .with("id", card.id().toString())
                .with("slug", card.slug())
                .with("type", card.type().word)
                .with("language", card.language())
                .with("access", card.access() == null ? null : card.access().level())
                .with("truncated", article.truncated())
                .with("published", card.publishedAt())
                .with("updated", card.updatedAt())
                .with("authors", authors(card))
                .with("section", card.section() == null ? null : card.section().name())
                .with("tags", card.tags().stream().map(TagLabel::name).toList())
                .with("image", image(card.image(), absolute))
                .with("source", article.source())
                .with("rights", article.rights())
                .toString();
    }

    private static List<String> authors(ArticleCard card) {
        return card.contributors().isEmpty()
                ? Stream.ofNullable(card.byline()).toList()
                : card.contributors().stream()
                        .map(contributor -> contributor.label().name())
                        .toList();
    }

    private static Map<String, String> image(@Nullable Picture picture, UnaryOperator<String> absolute) {
        if (picture == null) {
            return Map.of();
        }
        Map<String, String> members = new LinkedHashMap<>();
        members.put("url", absolute.apply(picture.url()));
        members.put("alt", picture.alt());
        if (picture.caption() != null) {
            members.put("caption", picture.caption());
        }
        if (picture.credit() != null) {
            members.put("credit", picture.credit());
        }
        return members;
    }

    /** Each correction as a paragraph, below a line; empty if there are none. */
    private static String corrections(List<Correction> corrections) {
        if (corrections.isEmpty()) {
            return "";
        }
        List<Block> blocks = new ArrayList<>(List.of(new DividerBlock()));
        corrections.forEach(correction -> blocks.add(paragraph(correction)));
        return new Body(blocks).markdown();
    }

    private static Block paragraph(Correction correction) {
        String day = correction.at().atZone(ZoneOffset.UTC).toLocalDate().toString();
        return new ParagraphBlock(List.of(
                Span.of(correction.kind().heading() + ", " + day + ":", Mark.STRONG),
                Span.of(" " + correction.text())));
    }
}
