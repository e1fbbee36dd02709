package press.gazette.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
import press.gazette.tag.TagType;

/** The working draft as the desk's search compares it. The draft itself is in the latest revision. */
@Embeddable
class WorkingText {

    /** The words of title, kicker, contributors and slug. Absent: saved by a release without this search. */
    @Column
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable String deskKey;

    /** The tags of a draft that readers do not see yet. Empty: the draft is live, or will be at once; its taggings hold its tags. */
    @ElementCollection
    @CollectionTable(name = "draft_tag", joinColumns = @JoinColumn(name = "article_id"))
    @Column(name = "tag_id")
    private Set<UUID> draftTags = new HashSet<>();

    /** Takes the content of a draft that is saved. */
    void save(ArticleContent content) {
        index(content);
        Set<UUID> ids = content.tags().stream().map(Tag::id).collect(Collectors.toSet());
        draftTags.retainAll(ids);
        draftTags.addAll(ids);
    }

    /** Takes the content of a draft that goes live. */
    void goLive(ArticleContent content) {
        index(content);
        draftTags.clear();
    }

    private void index(ArticleContent content) {
        List<String> parts = new ArrayList<>(List.of(content.title()));
        if (content.kicker() != null) {
            parts.add(content.kicker());
        }
        content.tags().stream().filter(tag -> tag.type() == TagType.CONTRIBUTOR).forEach(tag -> parts.add(tag.name()));
        parts.add(content.slug().value());
        deskKey = DeskKey.of(parts);
    }
}
