package press.gazette.site.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.article.Status;
import press.gazette.curation.desk.ArticleLabel;
import press.gazette.database.Sql;
import press.gazette.desk.Warning;
import press.gazette.media.Media;
import press.gazette.media.Rights;
import press.gazette.site.content.MenuItem;
import press.gazette.site.content.MenuItemKind;
import press.gazette.site.content.SiteContent;
import press.gazette.tag.Tag;

/** Warns of targets and pictures in the site document that readers do not see: two statements for all targets. */
final class SiteWarnings {

    /** The word for a target that readers see. */
    private static final String VISIBLE = "";

    private static final String GONE = "gone";
    private static final String HIDDEN = "hidden";
    private static final String WITHDRAWN = "withdrawn";

    private final List<Warning> warnings = new ArrayList<>();
    private final Map<UUID, String> states = new HashMap<>();
    private final Instant now;

    private SiteWarnings(SiteContent content, Instant now) {
        this.now = now;
        Tag.<Tag>list("id in ?1", content.ids(MenuItemKind.TAG))
                .forEach(tag -> states.put(tag.id(), tag.state().isVisible() ? VISIBLE : HIDDEN));
        Sql.of("select l.id, l.live_id is not null from curated_list l where l.id in ")
                .plus(Sql.list(content.ids(MenuItemKind.LIST)))
                .plus(" union all select p.id, true from curated_page p where p.id in ")
                .plus(Sql.list(content.ids(MenuItemKind.PAGE)))
                .rows(row -> Map.entry(row.uuid(), row.flag() ? VISIBLE : HIDDEN))
                .forEach(state -> states.put(state.getKey(), state.getValue()));
        ArticleLabel.of(content.ids(MenuItemKind.ARTICLE), now)
                .forEach((id, article) -> states.put(id, state(article)));
    }

    private static String state(ArticleLabel article) {
        if (article.visible()) {
            return VISIBLE;
        }
        return article.status() == Status.WITHDRAWN ? WITHDRAWN : HIDDEN;
    }

    /** All warnings; empty: none. */
    static List<Warning> of(SiteContent content, Instant now) {
        SiteWarnings found = new SiteWarnings(content, now);
        found.picture(content.logo(), "/logo");
        found.picture(content.publisherOrSite().logo(), "/publisher/logo");
        for (int i = 0; i < content.menus().size(); i++) {
            found.items(content.menus().get(i).items(), "/menus/" + i + "/items");
        }
        for (int i = 0; i < content.sections().size(); i++) {
            found.target(content.sections().get(i), "section", "/sections/" + i);
        }
        return List.copyOf(found.warnings);
    }

    private void items(List<MenuItem> items, String at) {
        for (int i = 0; i < items.size(); i++) {
            MenuItem item = items.get(i);
            if (item.id() != null) {
                target(item.id(), item.kind().word, at + "/" + i);
            }
            items(item.items(), at + "/" + i + "/items");
        }
    }

    private void target(UUID id, String kind, String at) {
        String state = states.getOrDefault(id, GONE);
        if (!state.equals(VISIBLE)) {
            warnings.add(new Warning(state, at, "Readers do not see this: the " + kind + " is " + state + "."));
        }
    }

    private void picture(@Nullable UUID id, String at) {
        if (id == null) {
            return;
        }
        Media picture = Media.findById(id);
        if (picture == null) {
            warnings.add(new Warning(GONE, at, "Readers do not see this: the picture is gone."));
        } else if (!Rights.allow(picture, now)) {
            warnings.add(new Warning("rights-end", at, "Readers do not see the picture: its rights have ended."));
        }
    }
}
