package press.gazette.curation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import press.gazette.curation.content.ListContent;
import press.gazette.curation.content.ListKind;

/** The settings of a list that listings show, in columns of their own. Replaced whole, never changed. */
@Embeddable
public class ListFace {

    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private ListKind kind;

    @Column(nullable = false)
    private int maxItems;

    protected ListFace() {}

    static ListFace of(ListContent content) {
        ListFace face = new ListFace();
        face.title = content.settings().title();
        face.kind = content.settings().kind();
        face.maxItems = content.settings().maxItems();
        return face;
    }

    public String title() {
        return title;
    }

    public ListKind kind() {
        return kind;
    }

    public int maxItems() {
        return maxItems;
    }
}
