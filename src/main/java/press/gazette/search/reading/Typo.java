package press.gazette.search.reading;

/** One typing error: a letter too many, missing, wrong, or swapped with the next one. */
final class Typo {

    private Typo() {}

    /** True if the word begins with the typed text but for one error at most. */
    static boolean isOneInBeginning(String word, String typed) {
        int same = 0;
        while (same < word.length() && same < typed.length() && word.charAt(same) == typed.charAt(same)) {
            same++;
        }
        if (same >= typed.length() - 1) {
            // Nothing is left to compare behind the error: the last letter is wrong, or one too many.
            return true;
        }
        return begins(word, same + 1, typed, same + 1)
                || begins(word, same, typed, same + 1)
                || begins(word, same + 1, typed, same)
                || (isSwapped(word, typed, same) && begins(word, same + 2, typed, same + 2));
    }

    private static boolean isSwapped(String word, String typed, int at) {
        return at + 1 < word.length()
                && word.charAt(at) == typed.charAt(at + 1)
                && word.charAt(at + 1) == typed.charAt(at);
    }

    /** True if the rest of the word begins with the rest of the typed text. */
    private static boolean begins(String word, int from, String typed, int typedFrom) {
        return from <= word.length() && word.startsWith(typed.substring(typedFrom), from);
    }
}
