package press.gazette.desk;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import press.gazette.body.block.Block;
import press.gazette.json.ExclusiveMembers;
import press.gazette.problem.Faults;

/** A draft with a component of every supported type. */
record NoteDraft(
        String slug,
        String title,
        @Nullable String summary,
        @Nullable List<String> words,
        @Nullable Kind kind,
        @Nullable Instant due,
        @Nullable LocalDate day,
        @Nullable UUID about,
        @Nullable URI link,
        @Nullable Integer count,
        @Nullable Long large,
        @Nullable Double share,
        @Nullable Boolean urgent,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<Kind> kinds,
        @Nullable @JsonProperty("class") String classification,
        @Nullable Map<String, Integer> tally,
        @Nullable Place place,
        @Nullable List<Place> places,
        @Nullable Code code,
        @Nullable Text text) {

    enum Kind {
        IDEA,
        TASK;

        @JsonValue
        final String word = name().toLowerCase(Locale.ROOT);
    }

    record Place(String name, int floor, boolean open) {

        Place {
            new Faults()
                    .check(!name.isBlank(), "/name", "A place has a name.")
                    .check(floor < 100, "/floor", "No house has 100 floors.")
                    .refuse();
        }
    }

    /** A record that is written as a string. */
    record Code(@JsonValue String value) {

        Code {
            if (!value.matches("[A-Z]{3}")) {
                throw new IllegalArgumentException("A code is three capitals.");
            }
        }
    }

    @ExclusiveMembers
    record Text(@Nullable String plain, @Nullable List<Block> blocks) {

        Text {
            new Faults()
                    .check((plain == null) != (blocks == null), "", "A text is given in one way.")
                    .refuse();
        }
    }

    NoteDraft {
        Faults faults = new Faults();
        faults.check(title.length() <= 60, "/title", "A title has at most 60 characters.");
        faults.check(summary == null || !summary.isBlank(), "/summary", "A summary says something, or is left out.");
        faults.refuse();
    }
}
