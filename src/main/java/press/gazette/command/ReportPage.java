package press.gazette.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report of an import as a page that needs no server: what arrived, what did not, and why. All texts in it are encoded. */
final class ReportPage {

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
            h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.5rem}
            table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ddd}
            td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}summary{cursor:pointer;padding:.4rem 0}
            small{color:#666;overflow-wrap:anywhere}.fault{border-left:4px solid #b00;padding:.5rem 1rem;background:#fee}
            """;

    private static final List<Count> COUNTS = List.of(
            new Count("read", "read in the file"),
            new Count("created", "new articles"),
            new Count("updated", "articles that differed and were changed"),
            new Count("unchanged", "articles without a difference"),
            new Count("leftOut", "left out"),
            new Count("failed", "could not be written"));

    private static final Map<String, String> OUTCOMES = Map.of(
            "failed", "Could not be written",
            "left-out", "Left out",
            "created", "Arrived, with something to tell",
            "updated", "Changed here",
            "unchanged", "The same as before, with something to tell",
            "undone", "Taken back");

    private final String file;
    private final Map<String, Object> job;
    private final Report report;
    private final String site;

    /** A member of an import with its words. */
    private record Count(String member, String words) {}

    /** @param site the address of a server that runs; empty: there are no links */
    ReportPage(String file, Map<String, Object> job, Report report, String site) {
        this.file = file;
        this.job = job;
        this.report = report;
        this.site = site;
    }

    String html() {
        StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\">")
                .append("<title>Import of ")
                .append(encoded(file))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>Import of ")
                .append(encoded(file))
                .append("</h1>\n");
        head(html);
        counts(html);
        fileAsAWhole(html);
        html.append("<h2>What did not arrive, or changed</h2>\n");
        if (report.isEmpty()) {
            html.append("<p>Nothing: every item arrived without a loss.</p>\n");
        }
        List.of("failed", "left-out").forEach(outcome -> group(html, outcome));
        html.append(report.codes().isEmpty() ? "" : "<h2>Why, and what was lost</h2>\n");
        report.codes().forEach((code, group) -> details(html, NoteWords.of(code), group));
        html.append("<h2>The rest of the report</h2>\n");
        List.of("created", "updated", "unchanged", "undone").forEach(outcome -> group(html, outcome));
        return html.append("<p><small>Each kind shows its first ")
                .append(Report.EXAMPLES)
                .append(
                        " items. All of them are in the file beside this page that ends in .ndjson.</small></p>\n</body></html>\n")
                .toString();
    }

    private void head(StringBuilder html) {
        boolean dryRun = Boolean.TRUE.equals(job.get("dryRun"));
        html.append("<p>")
                .append(dryRun ? "A dry run: nothing was stored. " : "")
                .append("Format ")
                .append(text(job, "format"))
                .append(", state ")
                .append(text(job, "state"))
                .append(", import <code>")
                .append(text(job, "id"))
                .append("</code>, ")
                .append(text(job, "createdAt"))
                .append(" to ")
                .append(text(job, "endedAt"))
                .append(".</p>\n");
        if (job.get("fault") != null) {
            html.append("<p class=\"fault\">").append(text(job, "fault")).append("</p>\n");
        }
    }

    private void counts(StringBuilder html) {
        html.append("<h2>What arrived</h2>\n<table>");
        COUNTS.forEach(count -> html.append("<tr><td class=\"n\">")
                .append(number(ImportCommand.number(job, count.member())))
                .append("</td><td>")
                .append(count.words())
                .append("</td></tr>\n"));
        html.append("</table>\n");
    }

    private void fileAsAWhole(StringBuilder html) {
        if (!(job.get("notes") instanceof List<?> notes) || notes.isEmpty()) {
            return;
        }
        html.append("<h2>The file as a whole</h2>\n<table>");
        for (Object each : notes) {
            if (each instanceof Map<?, ?> note) {
                html.append("<tr><td>")
                        .append(encoded(NoteWords.of(String.valueOf(note.get("code")))))
                        .append("</td><td>")
                        .append(encoded(String.valueOf(note.get("detail"))))
                        .append("</td></tr>\n");
            }
        }
        html.append("</table>\n");
    }

    private void group(StringBuilder html, String outcome) {
        Report.Group group = report.outcomes().get(outcome);
        if (group != null) {
            details(html, OUTCOMES.getOrDefault(outcome, outcome), group);
        }
    }

    private void details(StringBuilder html, String words, Report.Group group) {
        html.append("<details><summary><b>")
                .append(number(group.count()))
                .append("</b> ")
                .append(encoded(words))
                .append("</summary><table>\n");
        group.examples()
                .forEach(example -> html.append("<tr><td>")
                        .append(title(example))
                        .append("<br><small>")
                        .append(encoded(example.id()))
                        .append(example.line().isEmpty() ? "" : ", line " + encoded(example.line()))
                        .append("</small></td><td>")
                        .append(encoded(example.detail()))
                        .append("</td></tr>\n"));
        html.append("</table></details>\n");
    }

    private String title(Report.Example example) {
        String words = encoded(example.title().isBlank() ? "(without a title)" : example.title());
        return site.isEmpty() || example.article().isEmpty()
                ? words
                : "<a href=\"" + encoded(site + "/reader/articles/" + example.article()) + "\">" + words + "</a>";
    }

    private static String text(Map<String, Object> job, String member) {
        Object value = job.get(member);
        return value == null ? "" : encoded(value.toString());
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String encoded(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
