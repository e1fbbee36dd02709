package press.gazette.newsroom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@link NotifyingServer} on PostgreSQL instead of H2. */
public final class NotifyingServerOnPostgresql extends NotifyingServer {

    private final OnPostgresql postgresql = new OnPostgresql();

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> both = new HashMap<>(super.getConfigOverrides());
        both.putAll(postgresql.getConfigOverrides());
        return both;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        List<TestResourceEntry> both = new ArrayList<>(super.testResources());
        both.addAll(postgresql.testResources());
        return both;
    }
}
