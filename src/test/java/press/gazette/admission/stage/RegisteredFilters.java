package press.gazette.admission.stage;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filter;
import io.quarkus.vertx.http.runtime.filters.Filters;

/** Sees all filters that a server has registered, as the last of their observers. */
@Singleton
class RegisteredFilters {

    private List<Filter> all = List.of();

    void see(@Observes @Priority(Integer.MAX_VALUE) Filters filters) {
        all = List.copyOf(filters.getFilters());
    }

    /** The numbers of Gazette's own filters. */
    List<Integer> ours() {
        return all.stream()
                .filter(filter -> filter.getHandler().getClass().getName().startsWith("press.gazette."))
                .map(Filter::getPriority)
                .toList();
    }
}
