package press.gazette;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {

    private static final Set<Class<?>> MEASURES =
            Set.of(int.class, long.class, double.class, Duration.class, MemorySize.class);

    /** Every setting with a number, duration or size must have bounds. */
    @Test
    void everyMeasureHasBounds() {
        Set<String> measures = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("press.gazette")) {
            if (type.isAnnotatedWith(ConfigMapping.class)) {
                for (Method setting : type.reflect().getDeclaredMethods()) {
                    if (MEASURES.contains(setting.getReturnType())) {
                        WithName named = setting.getAnnotation(WithName.class);
                        measures.add("gazette."
                                + (named != null
                                        ? named.value()
                                        : setting.getName()
                                                .replaceAll("([A-Z])", "-$1")
                                                .toLowerCase(Locale.ROOT)));
                    }
                }
            }
        }
        assertThat(Bounds.ALL.keySet()).isEqualTo(measures);
    }

    @ParameterizedTest
    @CsvSource({
        "gazette.max-url-length, 65536",
        "gazette.max-url-length, -1",
        "gazette.database-check, 0S",
        "gazette.database-check, -1S",
        "gazette.database-check, 2S",
        "gazette.read-deadline, 2H",
        "gazette.max-content-size, 1G",
        "gazette.max-connections, 0",
    })
    void settingOutOfRangeIsOneLineThatSaysWhatWouldBeRight(String name, String value) {
        assertThat(Bounds.fault(config(name, value)))
                .startsWith(name + " must be between ")
                .endsWith("; it is set to " + value + ".")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({"quarkus.http.port, 0", "quarkus.management.port, 0"})
    void onePortWithoutNumberIsRejected(String name, String value) {
        assertThat(Bounds.fault(config(name, value))).contains("must both be 0 (any free port)");
    }

    @ParameterizedTest
    @CsvSource({"gazette.cache-size, 0", "gazette.drain, 0S", "gazette.max-content-size, 2M", "gazette.unknown, 0"})
    void othersAreNot(String name, String value) {
        assertThat(Bounds.fault(config(name, value))).isNull();
    }

    private static SmallRyeConfig config(String name, String value) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(Map.of(name, value), "test", 100))
                .build();
    }
}
