package press.gazette.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {

    private static final UUID ID = UUID.fromString("01912d68-783e-7a03-8467-5661c1243ad4");

    static Stream<Subject> everyKind() {
        return Stream.of(
                Subject.article(ID),
                Subject.tag(ID),
                Subject.media(ID),
                Subject.list("editors-picks"),
                Subject.page("front"),
                Subject.day(Instant.parse("2026-11-24T23:59:59Z")),
                Subject.ARTICLES,
                Subject.UNLISTED,
                Subject.TAGS,
                Subject.LABELS,
                Subject.LISTS,
                Subject.SITE,
                Subject.ADDRESSES,
                Subject.address(ID),
                Subject.imported(ID),
                Subject.webhook(ID),
                Subject.parse("wonder:1"));
    }

    @Test
    void testCoversEveryKind() {
        assertThat(everyKind().map(Subject::kind)).containsExactly(Subject.Kind.values());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyKindSurvivesTheRoundTrip(Subject subject) {
        assertThat(Subject.parse(subject.name())).isEqualTo(subject).hasToString(subject.name());
    }

    /** Names are stored in databases and caches, so they must never change. */
    @Test
    void namesNeverChange() {
        assertThat(everyKind().map(Subject::name))
                .containsExactly(
                        "article:" + ID,
                        "tag:" + ID,
                        "media:" + ID,
                        "list:editors-picks",
                        "page:front",
                        "day:2026-11-24",
                        "articles",
                        "unlisted",
                        "tags",
                        "labels",
                        "lists",
                        "site",
                        "addresses",
                        "address:" + ID,
                        "import:" + ID,
                        "webhook:" + ID,
                        "wonder:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wonder:1", "wonder", "tag:", "tag", "articles:x", "articles:", "tags:1", ":", ":x", "TAG:1", "-"
            })
    void namesOfUnknownKindsAreKept(String name) {
        Subject subject = Subject.parse(name);
        assertThat(subject.kind()).isEqualTo(Subject.Kind.UNKNOWN);
        assertThat(subject.name()).isEqualTo(name);
    }

    @Property
    void anyNameSurvivesTheRoundTrip(
            @ForAll @CharRange(from = '!', to = '~') @StringLength(min = 1, max = 60) String name) {
        assertThat(Subject.parse(name).name()).isEqualTo(name);
    }

    @Property
    void anyNameWithTheWordOfAKindSurvivesTheRoundTrip(
            @ForAll Subject.Kind kind, @ForAll @CharRange(from = '!', to = '~') @StringLength(max = 40) String rest) {
        String name = kind.name().toLowerCase(Locale.ROOT) + rest;
        assertThat(Subject.parse(name).name()).isEqualTo(name);
        assertThat(Subject.parse(name + ":").name()).isEqualTo(name + ":");
    }

    @Test
    void idIsTheKey() {
        assertThat(Subject.parse("media:" + ID).id()).isEqualTo(ID);
    }

    @ParameterizedTest
    @CsvSource({"TAG,''", "UNKNOWN,''", "ARTICLES,x"})
    void keyMustFitTheKind(Subject.Kind kind, String key) {
        assertThatThrownBy(() -> new Subject(kind, key)).isInstanceOf(IllegalArgumentException.class);
    }
}
