package press.gazette.article.access;

import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;

/** The preview of articles whose editors set none: {@code gazette.access-preview}. */
@Singleton
@Unremovable
class UsualPreview {

    private final int blocks;

    UsualPreview(AccessConfig config) {
        blocks = config.accessPreview();
    }

    /** The number of blocks. A short body has fewer. */
    static int blocks() {
        return Arc.container().instance(UsualPreview.class).get().blocks;
    }
}
