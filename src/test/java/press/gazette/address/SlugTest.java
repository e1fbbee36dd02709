package press.gazette.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    /** The taken slugs after some years of a "Weather" each day. */
    private static final int TAKEN = 1_500;

    private static final int FEW = 25;

    @Test
    void invisibleCharactersSeparateNoWords() {
        assertThat(slug("Verkehrs\u00administer tritt zu\u00adrück", "de")).isEqualTo("verkehrsminister-tritt-zurueck");
        assertThat(slug("new\u200bspaper", "en")).isEqualTo("newspaper");
    }

    @Test
    void slugNeverLooksLikeAnId() {
        String id = "01900000-0000-7000-8000-000000000000";
        assertThat(slug(id, "en")).isEqualTo("article-" + id);
        assertThat(Ref.isSlug(id)).isFalse();
        assertThat(Ref.isSlug("article-" + id)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de    | Größe, Äußerung, Übung, Köln, STRASSE, Maß | groesse-aeusserung-uebung-koeln-strasse-mass",
                "de-AT | Österreich | oesterreich",
                "DE    | Köln | koeln",
                "en    | Müller, Köln, naïve, Señor | muller-koln-naive-senor",
                "en    | Don’t panic: it's the \"end\" | dont-panic-its-the-end",
                "fr    | L’été à la plage, œuvre | lete-a-la-plage-oeuvre",
                "ca    | Paral·lel | parallel",
                "sv    | Åre, Malmö, Ängelholm | are-malmo-angelholm",
                "fi    | Jyväskylä, Töölö | jyvaskyla-toolo",
                "da    | Ærø, Århus, Rømø | aeroe-aarhus-roemoe",
                "nb    | Tromsø på Ås | tromsoe-paa-aas",
                "tr    | Işık, İstanbul, Iğdır, Çeşme, gül | isik-istanbul-igdir-cesme-gul",
                "az    | Azərbaycan | azerbaycan",
                "pl    | Łódź, żółć | lodz-zolc",
                "is    | Þórður, Æsa | thordur-aesa",
                "vi    | Đà Nẵng | da-nang",
                "cs    | Žluťoučký kůň | zlutoucky-kun",
                "hu    | Győr, üröm | gyor-urom",
                "ro    | București, Iași | bucuresti-iasi",
            })
    void latinLettersFollowTheLanguage(String language, String title, String slug) {
        assertThat(slug(title, language)).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru    | Горбачёв, Ельцин, жизнь, щука, съезд, Юрий | gorbachev-yeltsin-zhizn-shchuka-syezd-yuriy",
                "uk    | Згорани, Київ, Гадяч, Їжакевич, Юрій, п’ять | zghorany-kyiv-hadiach-yizhakevych-yurii-piat",
                "uk    | Єнакієве, Ґалаґан, Кременчуцький | yenakiieve-galagan-kremenchutskyi",
                "be    | Гродна, Мінск | hrodna-minsk",
                "bg    | България, София, Ъгъл, Щастие, синьо | balgaria-sofia-agal-shtastie-sinyo",
                "sr    | Ђорђевић, Љубљана, Њујорк, Џеп, жито, хлеб | djordjevic-ljubljana-njujork-dzep-zito-hleb",
                "sr-Latn | Đorđević, žito | djordjevic-zito",
                "hr    | Đakovo, Županja | dakovo-zupanja",
                "mk    | Ѓорѓи, Ќерка, Љубов, ѕвезда, живот | gjorgji-kjerka-ljubov-dzvezda-zhivot",
                "el    | Αθήνα, υπουργός, Ευρώπη, Μπάμπης, χρόνος, γκολ | athina-ypourgos-evropi-bampis-chronos-gkol",
                "zh    | 中国银行 | zhong-guo-yin-xing",
                "ko    | 서울 | seoul",
                "ja    | トヨタ | toyota",
                "ja    | ２０２６年 ジョン・スミス | 2026nian-jon-sumisu",
                "kk    | Қазақстан, Шымкент | qazaqstan-shymkent",
                "hy    | Երևան | yerevan",
                "hi    | दिल्ली | dilli",
            })
    void otherScriptsFollowTheLanguageToo(String language, String title, String slug) {
        assertThat(slug(title, language)).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({
        "ar, الحكومة العربية",
        "he, ממשלת ישראל",
        "fa, دولت می‌گوید",
        "th, ท่าเรือในเมือง",
        "km, ភ្នំពេញ",
        "xx, Ƣ ɤ ʬ"
    })
    void anyScriptGivesASlug(String language, String title) {
        assertThat(slug(title, language)).matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    @ParameterizedTest
    @CsvSource({"en, 5 € for ½ kg, 5-for-1-2-kg", "en, Ja😀nein, ja-nein", "en, a—b…c, a-b-c", "en, AT&T: x/y, at-t-x-y"
    })
    void signsSeparateWords(String language, String title, String slug) {
        assertThat(slug(title, language)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "…", "\u200b", "«»", "ភ្នំពេញ"})
    void titleWithoutLettersGivesTheWordForThat(String title) {
        assertThat(slug(title, "de")).isEqualTo("article");
    }

    @Test
    void longTitleIsCutAtAWord() {
        String word = "ü".repeat(9) + " ";
        String slug = slug(word.repeat(20), "de");
        assertThat(slug).isEqualTo(("ue".repeat(9) + "-").repeat(5).replaceAll("-$", ""));
        assertThat(slug.length()).isLessThanOrEqualTo(Slug.LONGEST_KEY);
        assertThat(slug("a".repeat(Slug.LONGEST_KEY) + " b", "en")).isEqualTo("a".repeat(Slug.LONGEST_KEY));
        assertThat(slug("The " + "a".repeat(200), "en")).hasSize(Slug.LONGEST_KEY);
    }

    @Test
    void threadsMakeTheSameSlug() {
        String title = "Киев 中国 ท่าเรือ Größe Αθήνα";
        List<String> slugs = IntStream.range(0, 500)
                .parallel()
                .mapToObj(i -> slug(title, i % 2 == 0 ? "de" : "uk"))
                .distinct()
                .toList();
        assertThat(slugs).containsExactlyInAnyOrder(slug(title, "de"), slug(title, "uk"));
    }

    @Test
    void firstFreeNumberIsFoundInFewTests() {
        Set<String> taken = new HashSet<>(Set.of("weather"));
        for (int i = 2; i <= TAKEN; i++) {
            assertThat(taken.add("weather-" + i)).isTrue();
        }
        AtomicInteger asked = new AtomicInteger();
        Slug free = new Slug("weather").free(slug -> {
            asked.incrementAndGet();
            return !taken.contains(slug.value());
        });
        assertThat(free.value()).isEqualTo("weather-" + (TAKEN + 1));
        assertThat(asked.get()).isLessThan(FEW);
        assertThat(new Slug("snow").free(slug -> !taken.contains(slug.value())).value())
                .isEqualTo("snow");
    }

    private static String slug(String title, String language) {
        return Slug.from(title, language, "article").value();
    }
}
