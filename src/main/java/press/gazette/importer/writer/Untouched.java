package press.gazette.importer.writer;

import press.gazette.article.Article;
import press.gazette.article.draft.Revision;
import press.gazette.change.Edit;
import press.gazette.desk.audit.AuditRecord;

/** Tells articles that an import may change from those that an editor has changed since. */
public final class Untouched {

    private Untouched() {}

    /** True if no editor has changed the article. A schedule that an import has set changes it by itself. */
    public static boolean is(Article article) {
        String editor = article.revisions().modifiedBy();
        if (editor != null && editor.equals(AuditRecord.SCHEDULE)) {
            return Revision.numbered(article.id(), article.revisions().latestRevision())
                    .filter(last -> !last.author().equals(Edit.IMPORTER))
                    .isEmpty();
        }
        return editor == null || editor.equals(Edit.IMPORTER);
    }
}
