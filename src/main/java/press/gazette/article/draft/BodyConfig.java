package press.gazette.article.draft;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The bounds of bodies that are written. Stored ones are read and kept whatever their size. */
@ConfigMapping(prefix = "gazette")
interface BodyConfig {

    /** Blocks, those in boxes counted. */
    @WithDefault("10000")
    int bodyBlocks();

    /** Characters of prose and code. */
    @WithDefault("1000000")
    int bodyCharacters();

    /** Items of one list, those of inner lists counted. */
    @WithDefault("1000")
    int bodyListItems();

    /** Lists within a list, one in the other. */
    @WithDefault("8")
    int bodyListDepth();

    /** Rows of one table. */
    @WithDefault("2000")
    int bodyTableRows();

    /** Cells of one table; a cell of two columns and three rows counts as six. */
    @WithDefault("20000")
    int bodyTableCells();

    /** Pictures in one gallery. */
    @WithDefault("200")
    int bodyGalleryPictures();

    /** Blocks directly in one box. */
    @WithDefault("500")
    int bodyBoxBlocks();
}
