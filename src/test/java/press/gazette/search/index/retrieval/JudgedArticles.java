package press.gazette.search.index.retrieval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Articles with questions about them, and how well each article answers a question: search/relevance.txt. */
record JudgedArticles(List<Text> articles, List<Question> questions) {

    private static final int SHOWN = 10;

    record Text(String key, String title, String body) {}

    /** @param grades of the articles that answer the question, by key */
    record Question(String words, Map<String, Integer> grades) {

        /** The discounted gain of the first ten hits against the best order (Järvelin and Kekäläinen 2002). */
        double gain(List<String> hits) {
            List<Integer> found = hits.stream()
                    .limit(SHOWN)
                    .map(hit -> grades.getOrDefault(hit, 0))
                    .toList();
            List<Integer> best = grades.values().stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(SHOWN)
                    .toList();
            return discounted(found) / discounted(best);
        }

        private static double discounted(List<Integer> grades) {
            double sum = 0;
            for (int i = 0; i < grades.size(); i++) {
                sum += (Math.pow(2, grades.get(i)) - 1) * Math.log(2) / Math.log(i + 2);
            }
            return sum;
        }
    }

    static JudgedArticles read() throws IOException {
        JudgedArticles all = new JudgedArticles(new ArrayList<>(), new ArrayList<>());
        try (InputStream file = JudgedArticles.class.getResourceAsStream("/search/relevance.txt")) {
            new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(all::add);
        }
        return all;
    }

    private void add(String line) {
        String[] columns = line.split(" \\| ", -1);
        if (!line.startsWith("? ")) {
            articles.add(new Text(columns[0], columns[1], columns[2]));
            return;
        }
        Map<String, Integer> grades = new LinkedHashMap<>();
        for (String grade : columns[1].split(" ", -1)) {
            int colon = grade.indexOf(':');
            grades.put(grade.substring(0, colon), Integer.valueOf(grade.substring(colon + 1)));
        }
        questions.add(new Question(columns[0].substring(2), grades));
    }
}
