package press.gazette.importer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

import org.hibernate.id.uuid.UuidVersion7Strategy;

import press.gazette.body.Body;
import press.gazette.change.Change;
import press.gazette.change.Subject;
import press.gazette.json.Json;

/**
 * A generated article before it is written. Everything but the id is derived from its number, so articles can be
 * generated in any order and on any thread.
 *
 * @param body the JSON of its column
 * @param html the body as readers get it
 * @param tags in editorial order
 */
record GeneratedArticle(
        UUID id, int number, Instant date, String title, String standfirst, String body, String html, List<UUID> tags) {

    private static final int FEWEST_TAGS = 3;
    private static final int MOST_TAGS = 6;

    static GeneratedArticle of(int number, Instant date, GeneratedText text, ZipfTags tags) {
        RandomGenerator random = new SplittableRandom(number);
        String title = text.title(random);
        String standfirst = text.sentence(random);
        Body body = text.body(random);
        return new GeneratedArticle(
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                number,
                date,
                title,
                standfirst,
                Json.column(body),
                body.html(),
                tags.draw(random.nextInt(FEWEST_TAGS, MOST_TAGS + 1), random));
    }

    OffsetDateTime at() {
        return date.atOffset(ZoneOffset.UTC);
    }

    /** Its change for the ledger. */
    Change change() {
        List<Subject> touched = new ArrayList<>(List.of(Subject.ARTICLES));
        tags.forEach(tag -> touched.add(Subject.tag(tag)));
        touched.add(Subject.day(date));
        return Change.of(Change.Kind.CREATED, Subject.article(id), touched, date)
                .shownAs("generated-" + number, 1);
    }
}
