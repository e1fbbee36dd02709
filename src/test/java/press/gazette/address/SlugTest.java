package press.gazette.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class SlugTest {

    /** What a newsroom has after some years of a "Weather" each day. */
    private static final int TAKEN = 1_500;

    private static final int FEW = 25;

    @Test
    void whatCannotBeSeenSeparatesNoWords() {
        assertThat(Slug.from("Verkehrs\u00administer tritt zu\u00adrück").value())
                .isEqualTo("verkehrsminister-tritt-zuruck");
        assertThat(Slug.from("new\u200bspaper").value()).isEqualTo("newspaper");
    }

    @Test
    void aSlugNeverLooksLikeAnId() {
        String id = "01900000-0000-7000-8000-000000000000";
        assertThat(Slug.from(id).value()).isEqualTo("article-" + id);
        assertThat(Ref.isSlug(id)).isFalse();
        assertThat(Ref.isSlug("article-" + id)).isTrue();
    }

    @Test
    void theFirstFreeNumberIsFoundInFewQuestions() {
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
}
