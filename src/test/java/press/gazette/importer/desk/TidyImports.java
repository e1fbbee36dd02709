package press.gazette.importer.desk;

import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import press.gazette.newsroom.TestTags;

/** A test that imports: what its imports have written is removed behind each of its methods, tags too. */
abstract class TidyImports {

    private Set<UUID> tags = Set.of();

    @BeforeEach
    void rememberTags() {
        tags = TestTags.ids();
    }

    @AfterEach
    void removeImports() {
        TestImports.clear();
        TestTags.clearAllBut(tags);
    }
}
