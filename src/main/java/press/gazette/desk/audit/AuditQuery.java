package press.gazette.desk.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import press.gazette.paging.DatedKey;
import press.gazette.paging.Limit;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.ParameterValue;
import press.gazette.problem.Problem;
import press.gazette.time.Timestamp;

/**
 * A page of the audit log, the latest writes first.
 *
 * @param conditions in HQL
 * @param values the parameters of the conditions
 */
record AuditQuery(ListingAddress address, Limit limit, String conditions, Map<String, Object> values) {

    static final int LONGEST = 300;

    static AuditQuery parse(AuditParameters parameters) {
        ListingAddress address = ListingAddress.of("/v1/desk/audit")
                .with("subject", parameters.subject())
                .with("actor", parameters.actor())
                .with("from", parameters.from())
                .with("to", parameters.to());
        StringBuilder conditions = new StringBuilder("1 = 1");
        Map<String, Object> values = new HashMap<>();
        add(conditions, values, " and subject = :subject", "subject", text("subject", parameters.subject()));
        add(conditions, values, " and actor = :actor", "actor", text("actor", parameters.actor()));
        add(conditions, values, " and at >= :from", "from", time("from", parameters.from()));
        add(conditions, values, " and at < :to", "to", time("to", parameters.to()));
        DatedKey after = DatedKey.parse(parameters.cursor(), address);
        if (after != null) {
            add(conditions, values, " and (at, id) < (:at, :id)", "at", after.date());
            values.put("id", after.id());
        }
        return new AuditQuery(address, Limit.parse(parameters.limit()), conditions.toString(), values);
    }

    Page<AuditView> page() {
        List<AuditRecord> rows = AuditRecord.<AuditRecord>find(conditions + " order by at desc, id desc", values)
                .range(0, limit.value())
                .list();
        Page<AuditRecord> page = Page.of(rows, limit, row -> new DatedKey(row.at(), row.id()).cursor());
        return page.with(page.items().stream().map(AuditRecord::view).toList());
    }

    private static void add(
            StringBuilder conditions, Map<String, Object> values, String hql, String name, @Nullable Object value) {
        if (value != null) {
            conditions.append(hql);
            values.put(name, value);
        }
    }

    private static @Nullable String text(String name, @Nullable String text) {
        if (text != null && (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl))) {
            throw Problem.invalidParameter(
                    name, "The " + name + " must be at most " + LONGEST + " printable characters.");
        }
        return text;
    }

    private static @Nullable Instant time(String name, @Nullable String text) {
        return text == null ? null : ParameterValue.parse(name, text, Timestamp::parse);
    }
}
