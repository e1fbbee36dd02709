package press.gazette.curation.page;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.curation.CuratedList;
import press.gazette.curation.CuratedPage;
import press.gazette.problem.Faults;

/** A page of lists, as an editor sends it. */
@Schema(description = "A page of lists, as an editor sends it.")
public record PageDraft(
        @Schema(
                description =
                        "The page's name in URLs, chosen once and never changed. Absent in a new page: made from the title.",
                example = "home",
                maxLength = Slug.LONGEST_KEY)
        @Nullable
        String key,

        @Schema(
                description = "The title of the page, plain text, at most 200 characters.",
                example = "Home",
                minLength = 1,
                maxLength = PageDraft.LINE)
        String title,

        @Schema(
                description =
                        "Keys of lists in the order to show, each once, at most 30. Readers are not shown lists that are not public.",
                examples = "[\"editors-picks\",\"latest-posts\"]",
                maxItems = PageDraft.MOST_LISTS,
                uniqueItems = true)
        List<String> lists) {

    static final int LINE = 200;
    static final int MOST_LISTS = 30;

    public PageDraft {
        Faults faults = new Faults();
        faults.check(
                key == null || Slug.isKey(key),
                "/key",
                "A key is words of a-z and 0-9 joined by single hyphens, at most 100 characters.");
        title = faults.name("/title", title, LINE);
        faults.check(lists.size() <= MOST_LISTS, "/lists", "A page has at most " + MOST_LISTS + " lists.");
        Set<String> once = new HashSet<>();
        for (int i = 0; i < lists.size(); i++) {
            faults.check(once.add(lists.get(i)), "/lists/" + i, "This list is there twice.");
        }
        faults.refuse();
        lists = List.copyOf(lists);
    }

    static PageDraft of(CuratedPage page) {
        return new PageDraft(
                page.key(),
                page.title(),
                page.lists().stream().map(CuratedList::key).toList());
    }

    /** The lists with these keys; rejects unknown keys. */
    List<CuratedList> found() {
        Faults faults = new Faults();
        List<Optional<CuratedList>> found =
                lists.stream().map(CuratedList::atDesk).toList();
        for (int i = 0; i < found.size(); i++) {
            faults.check(found.get(i).isPresent(), "/lists/" + i, "There is no list \"" + lists.get(i) + "\".");
        }
        faults.refuse();
        return found.stream().flatMap(Optional::stream).toList();
    }
}
