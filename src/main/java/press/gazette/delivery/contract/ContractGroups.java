package press.gazette.delivery.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** How the operations are grouped in the OpenAPI document: as a newsroom thinks, and in the order in which one meets them. */
final class ContractGroups {

    static final String BELOW_DESK = "/v1/desk/";

    private static final String DESK = "Desk";

    private static final Map<String, String> TAGS = Map.of(
            "Read", "Published articles, one by one and as listings, and the tags that they carry.",
            "Feeds", "RSS, Atom, JSON Feed and ninjs of everything, of tags and of lists; sitemaps.",
            "Lists and pages", "What editors chose, and what queries fill in for them.",
            "Previews", "Articles before their readers see them, for those who have a link.",
            "Entry", "Where to begin, and what the problems mean.",
            "Desk", "What concerns all that editors write: the record of who did what, and previews.",
            "Keys", "Who may use the desk: keys with scopes, issued and revoked by admins.");

    /** The order in which a frontend developer meets them; what is not named here comes last. */
    private static final List<String> ORDER =
            List.of("Entry", "Read", "Lists and pages", "Feeds", "Previews", "Desk", "Keys");

    /** The desk has more operations than anybody reads in one go: those of each thing are a group. */
    private static final Map<String, String> AT_DESK = Map.of(
            "articles", "Articles as their writers see them, with their revisions, and every move of their life.",
            "tags", "The vocabulary as it is kept, and mergers of two tags.",
            "lists", "Curated lists: entries, order, revisions, publication, and what stands where and why.",
            "pages", "Which lists stand on which page.",
            "media", "Pictures, their words, credits and rights.");

    private ContractGroups() {}

    /** All of them, described, in order. */
    static List<Tag> tags() {
        Map<String, String> all = new TreeMap<>(TAGS);
        AT_DESK.forEach((noun, description) -> all.put(atDesk(noun), description));
        return all.entrySet().stream()
                .sorted(Comparator.comparingInt(tag -> place(tag.getKey())))
                .map(tag -> OASFactory.createTag().name(tag.getKey()).description(tag.getValue()))
                .toList();
    }

    private static int place(String tag) {
        int place = ORDER.indexOf(tag.startsWith(DESK) ? DESK : tag);
        return place < 0 ? ORDER.size() : place;
    }

    private static String atDesk(String noun) {
        return DESK + ": " + noun;
    }

    /** Puts an operation of the desk with the others of the same thing. Each other one names its group itself. */
    static void group(String path, Operation operation) {
        String noun = path.startsWith(BELOW_DESK)
                ? path.substring(BELOW_DESK.length()).replaceFirst("/.*", "")
                : "";
        if (AT_DESK.containsKey(noun)) {
            operation.setTags(List.of(atDesk(noun)));
        }
        if (operation.getTags() == null || operation.getTags().isEmpty()) {
            throw new IllegalStateException("The operation " + operation.getOperationId() + " at " + path
                    + " is in no group of the contract: give its resource @Tag(name = \"...\") with one of "
                    + String.join(", ", new TreeMap<>(TAGS).keySet()) + ".");
        }
    }
}
