package press.gazette.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.ParameterValue;
import press.gazette.problem.Problem;
import press.gazette.time.Timestamp;

/** A page of the agenda, in the order of time. */
record AgendaQuery(ListingAddress address, AgendaStatement statement, Limit limit) {

    static final String PATH = "/v1/desk/agenda";

    private static final Duration USUAL = Duration.ofDays(7);

    /** Reads the parameters and rejects bad ones, without the database. */
    static AgendaQuery parse(AgendaParameters parameters, Duration longest, Instant now) {
        Instant from = time("from", parameters.from(), now.truncatedTo(ChronoUnit.SECONDS));
        Instant to = time("to", parameters.to(), from.plus(USUAL));
        if (!to.isAfter(from)) {
            throw Problem.invalidParameter("to", "The parameter to must be after from.");
        }
        if (Duration.between(from, to).compareTo(longest) > 0) {
            throw Problem.invalidParameter(
                    "to", "The parameter to must be at most " + longest.toDays() + " days after from.");
        }
        ListingAddress address =
                ListingAddress.of(PATH).with("from", from.toString()).with("to", to.toString());
        return new AgendaQuery(
                address,
                new AgendaStatement(from, to, AgendaKey.parse(parameters.cursor(), address)),
                Limit.parse(parameters.limit()));
    }

    private static Instant time(String name, @Nullable String text, Instant usual) {
        return text == null ? usual : ParameterValue.parse(name, text, Timestamp::parse);
    }

    Page<AgendaRow> page() {
        return Page.of(
                statement.rows(limit.plusOne()), limit, row -> row.order().cursor());
    }
}
