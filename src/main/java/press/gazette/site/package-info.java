/**
 * The site document: the title, the menus, the sections, the publisher and the policies of the newsroom's site. It has
 * numbered revisions like a curated list, of which one is live and one may be scheduled. Until one is live, readers get a
 * document made of the settings.
 */
@NullMarked
package press.gazette.site;

import org.jspecify.annotations.NullMarked;
