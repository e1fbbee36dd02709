package press.gazette.article.access;

import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.body.Body;
import press.gazette.problem.Faults;

/** The access to an article as editors write it. */
@Schema(description = "The readers that an article is for, and the part of its body that everybody reads.")
public record AccessDraft(
        @Schema(
                description = "free, registered, paid or a word of the newsroom's own: up to 32 lower-case letters, "
                        + "digits and hyphens, a letter first. free is the same as no access.",
                example = "paid",
                pattern = "^" + AccessDraft.WORD + "$")
        String level,

        @Schema(
                description =
                        "The number of blocks at the beginning of the body that everybody reads, at most those of "
                                + "the body. Absent: the newsroom's usual number, of a short body all but the last block. Never "
                                + "beside free.",
                minimum = "0",
                maximum = "" + Body.MAX_BLOCKS,
                example = "3")
        @Nullable
        Integer preview) {

    /** The level that everybody has. */
    private static final String FREE = "free";

    static final String WORD = "[a-z][a-z0-9-]{0,31}";

    private static final Pattern LEVEL = Pattern.compile(WORD);

    public AccessDraft {
        new Faults()
                .check(
                        LEVEL.matcher(level).matches(),
                        "/level",
                        "This is a word such as registered or paid: 1 to 32 lower-case letters, digits and hyphens, a "
                                + "letter first.")
                .check(
                        preview == null || (preview >= 0 && preview <= Body.MAX_BLOCKS),
                        "/preview",
                        "This is a number of blocks, 0 to " + Body.MAX_BLOCKS + ".")
                .check(
                        preview == null || !level.equals(FREE),
                        "/preview",
                        "A free article has no preview: everybody reads all of it. Set \"access\" to null.")
                .refuse();
    }

    /** The draft of this access. */
    public static AccessDraft of(Access access) {
        return new AccessDraft(access.level(), access.preview());
    }

    /** The access without the level that everybody has; null: the article is free. */
    public static @Nullable AccessDraft unlessFree(@Nullable AccessDraft access) {
        return access == null || access.level.equals(FREE) ? null : access;
    }

    /** True unless the preview has more blocks than the body. */
    public boolean suits(Body body) {
        return preview == null || preview <= body.blocks().size();
    }

    /** The access to an article with this body. Without a number of the editor's own, at least one block is not for everybody. */
    public Access to(Body body) {
        int blocks = preview == null ? Math.min(UsualPreview.blocks(), body.blocksBeforeTheLast()) : preview;
        return new Access(level, Math.min(blocks, body.blocks().size()));
    }
}
