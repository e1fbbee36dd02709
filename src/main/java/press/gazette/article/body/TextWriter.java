package press.gazette.article.body;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plain text out: what is read, without markup and addresses; blocks stand apart by an empty line. */
final class TextWriter {

    private TextWriter() {}

    static String write(Body body) {
        return body.blocks().stream()
                .map(TextWriter::block)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String block(Block block) {
        if (block instanceof Block.Quote quote) {
            String said = Spans.plain(quote.text());
            return quote.attribution() == null ? said : said + "\n— " + quote.attribution();
        } else if (block instanceof Block.ListBlock list) {
            return list(list);
        } else if (block instanceof Block.Picture picture) {
            return Stream.of(picture.caption() == null ? picture.alt() : picture.caption(), credit(picture))
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.joining(" "));
        } else if (block instanceof Block.Embed embed) {
            return embed.fallback();
        } else if (block instanceof Block.Code code) {
            return code.text();
        } else if (block instanceof Block.Divider) {
            return "* * *";
        }
        return block.prose().stream().map(Spans::plain).collect(Collectors.joining("\n"));
    }

    private static String credit(Block.Picture picture) {
        return picture.credit() == null ? "" : "(" + picture.credit() + ")";
    }

    private static String list(Block.ListBlock list) {
        StringBuilder text = new StringBuilder();
        List<List<Span>> items = list.items();
        for (int i = 0; i < items.size(); i++) {
            String marker = list.ordered() ? (i + 1) + ". " : "• ";
            String indent = "\n" + " ".repeat(marker.length());
            text.append(i == 0 ? "" : "\n").append(marker);
            text.append(Spans.plain(items.get(i)).replace("\n", indent));
        }
        return text.toString();
    }
}
