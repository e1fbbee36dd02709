package press.gazette.importer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import press.gazette.address.Slug;
import press.gazette.tag.Tag;
import press.gazette.tag.TagContent;
import press.gazette.tag.TagType;

/** The tags of generated articles. Their frequencies follow Zipf's law. */
final class ZipfTags {

    private static final int TAGS = 2_000;

    /** The number of tags read in one statement. */
    private static final int LOOKUP = 500;

    private final List<UUID> ids;
    private final Zipf frequencies;

    private ZipfTags(List<UUID> ids) {
        this.ids = ids;
        this.frequencies = new Zipf(ids.size());
    }

    static void create(Instant now) {
        for (int rank = 1; rank <= TAGS; rank++) {
            Tag.coin(
                    new TagContent(
                            slug(rank),
                            "Topic " + rank,
                            TagType.KEYWORD,
                            List.of(),
                            null,
                            List.of(),
                            List.of(),
                            null,
                            null),
                    now);
        }
    }

    /** Reads the tags that {@link #create} has made, without those that editors have removed since. */
    static ZipfTags read() {
        List<String> slugs = IntStream.rangeClosed(1, TAGS)
                .mapToObj(rank -> slug(rank).value())
                .toList();
        Map<String, UUID> known = new HashMap<>();
        for (int from = 0; from < TAGS; from += LOOKUP) {
            Tag.bySlugs(slugs.subList(from, from + LOOKUP)).forEach(tag -> known.put(tag.slug(), tag.id()));
        }
        return new ZipfTags(
                slugs.stream().filter(known::containsKey).map(known::get).toList());
    }

    private static Slug slug(int rank) {
        return new Slug("topic-" + rank);
    }

    /** Draws this number of different tags, or all if there are fewer. */
    List<UUID> draw(int wanted, RandomGenerator random) {
        Set<UUID> some = new LinkedHashSet<>();
        while (some.size() < Math.min(wanted, ids.size())) {
            some.add(ids.get(frequencies.draw(random)));
        }
        return new ArrayList<>(some);
    }
}
