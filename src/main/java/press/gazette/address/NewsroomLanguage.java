package press.gazette.address;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.StartupEvent;

import press.gazette.problem.Language;

/** The language of names that have none of their own: tags, lists and pages. */
@Singleton
@Unremovable
public class NewsroomLanguage {

    private final String language;

    NewsroomLanguage(AddressConfig config) {
        if (!Language.isValid(config.language())) {
            throw new IllegalArgumentException(
                    "gazette.language is a BCP 47 tag, such as en or pt-BR; it is set to " + config.language());
        }
        language = config.language();
    }

    /** A setting that cannot be used stops the start. */
    void start(@Observes StartupEvent event) {}

    /** The BCP 47 tag of the language, from the settings. */
    public static String tag() {
        return Arc.container().instance(NewsroomLanguage.class).get().language;
    }
}
