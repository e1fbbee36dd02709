package press.gazette.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
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

/** The vocabulary in memory equals the database after every change. */
@QuarkusTest
class VocabularyTest {

    /** Too few to hold anything in memory. */
    private final Vocabulary small = new Vocabulary(() -> 3, Clock.systemUTC());

    private final Vocabulary memory = Vocabulary.get();

    @AfterEach
    void clear() {
        press.gazette.newsroom.TestTags.clear();
    }

    @Test
    void renamedTagIsReadAgain() {
        UUID tag = keyword("trial-before", "active");
        assertThat(label(memory, tag).slug()).isEqualTo("trial-before");
        press.gazette.newsroom.TestTags.patch("trial-before", """
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
    void hiddenTagIsMissing() {
        UUID tag = keyword("trial-shown", "active");
        assertThat(at(memory, "trial-shown")).isEqualTo(tag);
        press.gazette.newsroom.TestTags.patch("trial-shown", """
                        {"state": "hidden"}""").then().statusCode(200);
        assertThat(memory.labels(Set.of(tag), known())).isEmpty();
        assertThat(memory.byAddresses(List.of(ref("trial-shown")), known())).isEmpty();
    }

    @Test
    void parentThatBecomesVisibleIsAboveItsChildren() {
        keyword("trial-wide", "proposed");
        UUID narrow = keyword("trial-narrow", "active");
        assertThat(parents(memory, narrow)).isEmpty();
        press.gazette.newsroom.TestTags.patch("trial-narrow", """
                        {"parents": ["trial-wide"]}""").then().statusCode(200);
        assertThat(parents(memory, narrow)).isEmpty();
        press.gazette.newsroom.TestTags.patch("trial-wide", """
                        {"state": "active"}""").then().statusCode(200);
        assertThat(parents(memory, narrow)).isEqualTo(parents(small, narrow)).containsExactly("trial-wide");
        assertThat(memory.below(at(memory, "trial-wide"), 1, known())).contains(narrow);
    }

    @Test
    void parentRemovedWhileHiddenIsNotAboveWhenItBecomesVisible() {
        UUID wide = keyword("trial-wide", "active");
        UUID narrow = UUID.fromString(press.gazette.newsroom.TestTags.below("trial-wide", "trial-narrow"));
        assertThat(parents(memory, narrow)).containsExactly("trial-wide");
        press.gazette.newsroom.TestTags.patch("trial-wide", """
                        {"state": "hidden"}""").then().statusCode(200);
        press.gazette.newsroom.TestTags.patch("trial-narrow", """
                        {"parents": []}""").then().statusCode(200);
        press.gazette.newsroom.TestTags.patch("trial-wide", """
                        {"state": "active"}""").then().statusCode(200);
        assertThat(parents(memory, narrow)).isEqualTo(parents(small, narrow)).isEmpty();
        assertThat(memory.below(wide, 1, known())).containsExactly(wide);
    }

    @Test
    void databaseIsReadIfThereAreTooManyTags() {
        Set<UUID> all = VisibleTag.all(1_000, Instant.now()).stream()
                .map(VisibleTag::id)
                .collect(Collectors.toSet());
        assertThat(all).hasSizeGreaterThan(3);
        assertThat(small.tagsWithParents(all, known()))
                .isEqualTo(memory.tagsWithParents(all, known()))
                .hasSize(all.size());
        assertThat(small.below(all.iterator().next(), 1, known())).isNull();
    }

    @Test
    void transactionSeesItsOwnChanges() {
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
                            content.otherNames(),
                            content.description(),
                            content.sameAs(),
                            content.parents(),
                            content.image()),
                    TagState.ACTIVE,
                    Instant.now());
            assertThat(label(memory, tag).slug()).isEqualTo("trial-within");
        } finally {
            QuarkusTransaction.rollback();
        }
        assertThat(label(memory, tag).slug()).isEqualTo("trial-before");
    }

    private static UUID keyword(String slug, String state) {
        return UUID.fromString(press.gazette.newsroom.TestTags.keyword(slug, state));
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
        TagLabel label =
                vocabulary.tagsWithParents(Set.of(tag), known()).get(tag).label();
        return label.parents().stream().map(TagLabel::slug).toList();
    }

    private static Ref ref(String slug) {
        return Ref.parse(slug, "tag");
    }
}
