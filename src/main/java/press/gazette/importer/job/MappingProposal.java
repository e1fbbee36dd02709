package press.gazette.importer.job;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.ImportedTerm;
import press.gazette.importer.item.LeftOut;
import press.gazette.json.Json;
import press.gazette.tag.TagType;

/** A first mapping for the files of a dry run, with the number of articles that each line is about. */
final class MappingProposal {

    private static final int MOST_LINES = 300;
    private static final int LONGEST_EXAMPLE = 40;

    private final List<ImportedTerm> terms;
    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, Integer> fields = new TreeMap<>();
    private final Map<String, String> examples = new HashMap<>();
    private final Map<String, Integer> types = new TreeMap<>();
    private int articles;

    MappingProposal(List<ImportedTerm> terms) {
        this.terms = terms;
    }

    void add(ImportedItem item) {
        if (item instanceof ImportedArticle article) {
            articles++;
            article.terms().forEach(key -> uses.merge(key, 1, Integer::sum));
            article.fields().forEach((name, values) -> {
                fields.merge(name, 1, Integer::sum);
                values.stream().findFirst().ifPresent(first -> examples.putIfAbsent(name, first));
            });
        } else if (item instanceof LeftOut leftOut && leftOut.reason().code().equals("unmapped-type")) {
            types.merge(String.valueOf(leftOut.content().get("wp:post_type")), 1, Integer::sum);
        }
    }

    String yaml() {
        StringBuilder yaml = new StringBuilder("# A proposal for " + articles
                + " articles. Change the words on the right; remove the # of lines that are to count.\nzone: UTC\n");
        yaml.append("\n# section or keyword, or another type of tags\ncategories:\n");
        terms(yaml, true, "");
        yaml.append("\n# keyword, person, place, organisation, series\ntags:\n");
        terms(yaml, false, "# ");
        yaml.append(
                "\n# kinds of posts that are left out now: news, feature, review, interview, analysis, opinion, page\ntypes:\n");
        types.forEach((name, count) -> line(yaml, "# ", name, "news", count + " items"));
        yaml.append("\n# custom fields: kicker, standfirst, source, rights, byline\nfields:\n");
        fields.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_LINES)
                .forEach(field -> line(
                        yaml,
                        "# ",
                        field.getKey(),
                        "kicker",
                        field.getValue() + " articles, such as " + cut(examples.getOrDefault(field.getKey(), ""))));
        return yaml.toString();
    }

    private void terms(StringBuilder yaml, boolean categories, String off) {
        terms.stream()
                .filter(term -> term.type() != TagType.CONTRIBUTOR)
                .filter(term -> term.key().startsWith("category:") == categories)
                .sorted(Comparator.comparingInt(this::uses).reversed().thenComparing(ImportedTerm::slug))
                .limit(MOST_LINES)
                .forEach(term ->
                        line(yaml, off, term.slug(), term.type().word, uses(term) + " articles, " + cut(term.name())));
    }

    private int uses(ImportedTerm term) {
        return uses.getOrDefault(term.key(), 0);
    }

    private static void line(StringBuilder yaml, String off, String name, String value, String comment) {
        yaml.append("  ")
                .append(off)
                .append(Json.column(name))
                .append(": ")
                .append(value)
                .append("  # ")
                .append(comment)
                .append('\n');
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_EXAMPLE ? line.substring(0, LONGEST_EXAMPLE) + "…" : line;
    }
}
