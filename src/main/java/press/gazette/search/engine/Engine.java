package press.gazette.search.engine;

import org.eclipse.microprofile.config.spi.Converter;

/** The index that searches use: the value of {@code gazette.search}. */
public enum Engine {
    /** An index of this node, with Lucene: {@code true}. */
    LUCENE,

    /** An index that all nodes share, on OpenSearch: {@code opensearch}. */
    OPENSEARCH,

    /** None, and searches are 404: {@code false}. */
    NONE;

    /** Reads the setting. */
    public static final class Reader implements Converter<Engine> {

        private static final long serialVersionUID = 1;

        @Override
        public Engine convert(String value) {
            return switch (value.strip()) {
                case "true", "lucene" -> LUCENE;
                case "opensearch" -> OPENSEARCH;
                case "false" -> NONE;
                default ->
                    throw new IllegalArgumentException("gazette.search is true, false or opensearch, and not " + value);
            };
        }
    }
}
