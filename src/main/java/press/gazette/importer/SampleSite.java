package press.gazette.importer;

import java.time.Instant;

import press.gazette.change.Edit;
import press.gazette.media.Media;
import press.gazette.problem.Problem;
import press.gazette.site.SiteDocument;
import press.gazette.site.SiteRevision;
import press.gazette.site.content.SiteContent;
import press.gazette.site.desk.SiteReferences;

/** The site document of the sample newsroom. One that an editor has saved is left alone. */
final class SampleSite {

    private SampleSite() {}

    static void load(SampleFiles.Site entry, SampleLookup loaded, Instant load) {
        SiteDocument site = SiteDocument.locked();
        if (site.latestRevision() > 0) {
            return;
        }
        SiteContent content;
        try {
            content = SiteReferences.stored(entry.document()
                    .withLogo(loaded.picture(entry.logo()).map(Media::id).orElse(null)));
        } catch (Problem removed) {
            // An editor has removed a target while the newsroom was loaded: the settings do until a document is saved.
            return;
        }
        site.save(content, null, Edit.unsigned(load));
        site.publish(SiteRevision.numbered(site.latestRevision()).orElseThrow(), Edit.unsigned(load));
    }
}
