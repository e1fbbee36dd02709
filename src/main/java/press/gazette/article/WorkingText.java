package press.gazette.article;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;

import org.jspecify.annotations.Nullable;

import press.gazette.article.draft.DeskKey;
import press.gazette.tag.Tag;

/** The working draft as the desk's search compares it. The draft itself is in the latest revision. */
@Embeddable
class WorkingText {

    /** The words of title, kicker, contributors and slug. Absent: saved by a release without this search. */
    @Column
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable String deskKey;

    /** The revision whose words these are. Differs from the latest one if a former release has saved the article since. */
    @Column
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable Integer deskKeyOf;

    /** The tags of a draft that readers do not see yet. Empty: the draft is live, or will be at once; its taggings hold its tags. */
    @ElementCollection
    @CollectionTable(name = "draft_tag", joinColumns = @JoinColumn(name = "article_id"))
    @Column(name = "tag_id")
    private Set<UUID> draftTags = new HashSet<>();

    /** The media in the live content and in a draft that readers do not see yet: lead picture, picture for networks, body. */
    @ElementCollection
    @CollectionTable(name = "article_media", joinColumns = @JoinColumn(name = "article_id"))
    @Column(name = "media_id")
    private Set<UUID> media = new HashSet<>();

    /** The form of these media; 0: a release without them has stored the article. */
    @SuppressWarnings("UnusedVariable") // read by queries only
    private int mediaForm;

    /**
     * Takes the content of a draft that is saved as this revision.
     *
     * @param live the media in the live content
     */
    void save(ArticleContent content, Set<UUID> live, int revision) {
        index(content, revision);
        Set<UUID> all = new HashSet<>(live);
        all.addAll(content.media());
        use(all);
        Set<UUID> ids = content.tags().stream().map(Tag::id).collect(Collectors.toSet());
        draftTags.retainAll(ids);
        draftTags.addAll(ids);
    }

    /** Takes the content of a draft, this revision, that goes live. */
    void goLive(ArticleContent content, int revision) {
        index(content, revision);
        use(content.media());
        draftTags.clear();
    }

    private void use(Set<UUID> all) {
        media.retainAll(all);
        media.addAll(all);
        mediaForm = ArticleContent.MEDIA_FORM;
    }

    private void index(ArticleContent content, int revision) {
        deskKey = DeskKey.of(
                content.title(),
                content.kicker(),
                content.tags(),
                content.slug().value());
        deskKeyOf = revision;
    }
}
