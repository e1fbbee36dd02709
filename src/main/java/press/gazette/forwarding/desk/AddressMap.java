package press.gazette.forwarding.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import io.quarkus.narayana.jta.QuarkusTransaction;

import press.gazette.article.PublicArticles;
import press.gazette.article.page.ArticlePages;
import press.gazette.database.Sql;

/** Writes all old addresses with their targets for a server in front, which then redirects by itself. Reads them page by page. */
final class AddressMap {

    /** The forms of the file. */
    enum Form {
        CSV,
        NGINX,
        APACHE;

        final String word = name().toLowerCase(Locale.ROOT);
    }

    private static final int PAGE = 1_000;

    private static final Sql TO_ARTICLES = Sql.of("old_address o join article a on a.id = o.article_id");

    /** Characters that a path holds as they are (RFC 3986 §3.3), and those of a query. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._~!&'()*+,;=:@?-]");

    private record Line(String path, String target) {}

    private final Form form;
    private final Instant now;

    AddressMap(Form form, Instant now) {
        this.form = form;
        this.now = now;
    }

    void write(OutputStream output) throws IOException {
        if (form == Form.CSV) {
            output.write("path,target\n".getBytes(StandardCharsets.UTF_8));
        }
        write(output, true);
        write(output, false);
    }

    private void write(OutputStream output, boolean articles) throws IOException {
        List<Line> page = page("", articles);
        while (!page.isEmpty()) {
            for (Line line : page) {
                output.write(written(line).getBytes(StandardCharsets.UTF_8));
            }
            page = page(page.get(page.size() - 1).path(), articles);
        }
    }

    private List<Line> page(String after, boolean articles) {
        return QuarkusTransaction.requiringNew().call(() -> articles ? toArticles(after) : toLinks(after));
    }

    private List<Line> toArticles(String after) {
        return PublicArticles.selectAny("o.path, a.id, a.slug, a.first_published_at", TO_ARTICLES, now)
                .plus(" and o.path > ? order by o.path limit ?", after, PAGE)
                .rows(row -> {
                    String path = row.text();
                    UUID id = row.uuid();
                    return new Line(path, ArticlePages.get().of(id, row.text(), row.instant()));
                });
    }

    private static List<Line> toLinks(String after) {
        return Sql.of("select o.path, o.link from old_address o where o.link is not null and o.path > ?", after)
                .plus(" order by o.path limit ?", PAGE)
                .rows(row -> new Line(row.text(), row.text()));
    }

    private String written(Line line) {
        if (form == Form.APACHE) {
            // A server of Apache compares decoded paths, and its maps divide key and value by a blank.
            if (line.path().contains("%20")) {
                return "# A map cannot hold blanks: " + line.path() + " " + line.target() + "\n";
            }
            String one = line.path() + " " + line.target() + "\n";
            return line.path().indexOf('?') >= 0 ? one : one + line.path() + "/ " + line.target() + "\n";
        }
        String path = encoded(line.path());
        if (form == Form.CSV) {
            return quoted(path) + "," + quoted(line.target()) + "\n";
        }
        String target = line.target().replace("\\", "%5C").replace("\"", "%22").replace("$", "%24");
        String one = "\"" + path + "\" \"" + target + "\";\n";
        return path.indexOf('?') >= 0 ? one : one + "\"" + path + "/\" \"" + target + "\";\n";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** The path as requests have it. */
    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        path.codePoints().forEach(point -> {
            String character = Character.toString(point);
            if (point == '%' || PLAIN.matcher(character).matches()) {
                encoded.append(character);
                return;
            }
            for (byte each : character.getBytes(StandardCharsets.UTF_8)) {
                encoded.append("%%%02X".formatted(each & 0xff));
            }
        });
        return encoded.toString();
    }
}
