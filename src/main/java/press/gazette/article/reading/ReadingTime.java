package press.gazette.article.reading;

import press.gazette.problem.Language;

/** The time to read an article. */
final class ReadingTime {

    /** Silent reading of non-fiction by adults, rounded (M. Brysbaert, Journal of Memory and Language 109, 2019). */
    private static final int WORDS_PER_MINUTE = 240;

    /** Of Chinese each character counts as a word. Silent reading by adults, rounded (doi:10.12139/j.1672-0628.2024.02.005). */
    private static final int CHINESE_CHARACTERS_PER_MINUTE = 440;

    /** The same for Japanese, half of which is kana (doi:10.3169/itej.72.J154). */
    private static final int JAPANESE_CHARACTERS_PER_MINUTE = 650;

    /** Korean has blanks between words, which hold more than English ones (Journal of the Korean Ophthalmological Society, 2016). */
    private static final int KOREAN_WORDS_PER_MINUTE = 200;

    private ReadingTime() {}

    /**
     * Whole minutes, rounded up, at least 1.
     *
     * @param words of the body, as they are counted in that language
     * @param language BCP 47
     */
    static int minutes(int words, String language) {
        int perMinute = perMinute(Language.primary(language));
        return Math.max(1, (words + perMinute - 1) / perMinute);
    }

    private static int perMinute(String language) {
        return switch (language) {
            case "zh", "yue", "cmn", "wuu", "nan", "hak", "lzh" -> CHINESE_CHARACTERS_PER_MINUTE;
            case "ja" -> JAPANESE_CHARACTERS_PER_MINUTE;
            case "ko" -> KOREAN_WORDS_PER_MINUTE;
            default -> WORDS_PER_MINUTE;
        };
    }
}
