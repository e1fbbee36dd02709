package press.gazette.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.address.Ref;
import press.gazette.address.Slug;
import press.gazette.change.LedgerMark;

/** The memory of tags says what the database says, however it was changed. */
@QuarkusTest
class VocabularyTest {

    /** As few that nothing is held in memory. */
    private final Vocabulary small = new Vocabulary(() -> 3);

    private final Vocabulary memory = Vocabulary.get();

    @AfterEach
    void clear() {
        press.gazette.newsroom.Vocabulary.clear();
    }

    @Test
    void renamedTagIsReadAnew() {
        UUID tag = keyword("trial-before", "active");
        assertThat(label(memory, tag).slug()).isEqualTo("trial-before");
        press.gazette.newsroom.Vocabulary.patch("trial-before", """
                        {"slug": "trial-after", "name": "Trial after"}""").then().statusCode(200);
        assertThat(label(memory, tag)).isEqualTo(new TagLabel(tag, "trial-after", "Trial after", TagType.KEYWORD));
        assertThat(at(memory, "trial-before"))
                .isEqualTo(at(memory, "trial-after"))
                .isEqualTo(tag);
        assertThat(at(small, "trial-before"))
                .isEqualTo(at(small, "trial-after"))
                .isEqualTo(tag);
    }

    @Test
    void hiddenTagIsNotThere() {
        UUID tag = keyword("trial-shown", "active");
        assertThat(at(memory, "trial-shown")).isEqualTo(tag);
        press.gazette.newsroom.Vocabulary.patch("trial-shown", """
                        {"state": "hidden"}""").then().statusCode(200);
        assertThat(memory.labels(Set.of(tag), known())).isEmpty();
        assertThat(memory.byAddresses(List.of(ref("trial-shown")), known())).isEmpty();
    }

    @Test
    void parentThatAppearsLaterIsAboveItsChildren() {
        keyword("trial-wide", "proposed");
        UUID narrow = keyword("trial-narrow", "active");
        assertThat(parents(memory, narrow)).isEmpty();
        press.gazette.newsroom.Vocabulary.patch("trial-narrow", """
                        {"parents": ["trial-wide"]}""").then().statusCode(200);
        assertThat(parents(memory, narrow)).isEmpty();
        press.gazette.newsroom.Vocabulary.patch("trial-wide", """
                        {"state": "active"}""").then().statusCode(200);
        assertThat(parents(memory, narrow)).isEqualTo(parents(small, narrow)).containsExactly("trial-wide");
        assertThat(memory.below(at(memory, "trial-wide"), 1, known())).contains(narrow);
    }

    @Test
    void parentThatWasLeftWhileHiddenIsNotAboveWhenItAppears() {
        UUID wide = keyword("trial-wide", "active");
        UUID narrow = UUID.fromString(press.gazette.newsroom.Vocabulary.below("trial-wide", "trial-narrow"));
        assertThat(parents(memory, narrow)).containsExactly("trial-wide");
        press.gazette.newsroom.Vocabulary.patch("trial-wide", """
                        {"state": "hidden"}""").then().statusCode(200);
        press.gazette.newsroom.Vocabulary.patch("trial-narrow", """
                        {"parents": []}""").then().statusCode(200);
        press.gazette.newsroom.Vocabulary.patch("trial-wide", """
                        {"state": "active"}""").then().statusCode(200);
        assertThat(parents(memory, narrow)).isEqualTo(parents(small, narrow)).isEmpty();
        assertThat(memory.below(wide, 1, known())).containsExactly(wide);
    }

    @Test
    void moreTagsThanFitAreAskedOfTheDatabase() {
        Set<UUID> all = VisibleTag.all(1_000).stream().map(VisibleTag::id).collect(Collectors.toSet());
        assertThat(all).hasSizeGreaterThan(3);
        assertThat(small.labelsWithParents(all, known()))
                .isEqualTo(memory.labelsWithParents(all, known()))
                .hasSize(all.size());
        assertThat(small.below(all.iterator().next(), 1, known())).isNull();
    }

    @Test
    void aTransactionSeesWhatItHasChanged() {
        UUID tag = keyword("trial-before", "active");
        QuarkusTransaction.begin();
        try {
            Tag found = Tag.<Tag>findByIdOptional(tag).orElseThrow();
            TagContent content = found.content();
            found.revise(
                    new TagContent(
                            new Slug("trial-within"),
                            content.name(),
                            content.type(),
                            content.description(),
                            content.sameAs(),
                            content.parents(),
                            content.image()),
                    TagState.ACTIVE,
                    java.time.Instant.now());
            assertThat(label(memory, tag).slug()).isEqualTo("trial-within");
        } finally {
            QuarkusTransaction.rollback();
        }
        assertThat(label(memory, tag).slug()).isEqualTo("trial-before");
    }

    private static UUID keyword(String slug, String state) {
        return UUID.fromString(press.gazette.newsroom.Vocabulary.keyword(slug, state));
    }

    private static long known() {
        return LedgerMark.now().tags();
    }

    private static TagLabel label(Vocabulary vocabulary, UUID tag) {
        return vocabulary.labels(Set.of(tag), known()).get(tag);
    }

    private static UUID at(Vocabulary vocabulary, String slug) {
        Map<Ref, VisibleTag> found = vocabulary.byAddresses(List.of(ref(slug)), known());
        return found.get(ref(slug)).id();
    }

    private static List<String> parents(Vocabulary vocabulary, UUID tag) {
        TagLabel label = vocabulary.labelsWithParents(Set.of(tag), known()).get(tag);
        return label.parents().stream().map(TagLabel::slug).toList();
    }

    private static Ref ref(String slug) {
        return Ref.parse(slug, "tag");
    }
}
