package press.gazette.article.reading;

/** How long an article keeps a reader. */
final class ReadingTime {

    /** Silent reading of non-fiction by adults, rounded (M. Brysbaert, Journal of Memory and Language 109, 2019). */
    private static final int WORDS_PER_MINUTE = 240;

    private ReadingTime() {}

    /** Whole minutes, rounded up, at least 1. */
    static int minutes(int words) {
        return Math.max(1, (words + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE);
    }
}
