package press.gazette.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** The groups of operations in the OpenAPI document, by the terms of a newsroom. */
final class ContractGroups {

    static final String BELOW_DESK = "/v1/desk/";

    private static final String DESK = "Desk";

    private static final Map<String, String> TAGS = Map.of(
            "Read", "Published articles, one by one and as listings, and their tags.",
            "Feeds", "RSS, Atom, JSON Feed and ninjs of everything, of tags and of lists; sitemaps.",
            "Lists and pages", "Articles that editors chose, filled up by queries.",
            "Site", "The newsroom's site: title, menus, sections, publisher, policies.",
            "Changes", "Public changes since a position, for copies elsewhere.",
            "Previews", "Unpublished articles, for those who have a link.",
            "Entry", "The entry document, and the meaning of each problem.",
            "Desk", "Changes to all resources, drafts too; the agenda; the audit of all writes; links to previews.",
            "Keys", "Keys to the desk, with scopes; admins issue and revoke them.");

    /** The order in which a frontend developer meets the groups. All others come last. */
    private static final List<String> ORDER =
            List.of("Entry", "Read", "Lists and pages", "Site", "Feeds", "Changes", "Previews", "Desk", "Keys");

    /** The groups of the desk, by the first segment below it. One group would have too many operations to read. */
    private static final Map<String, String> AT_DESK = Map.of(
            "articles", "Articles with their drafts, revisions and states.",
            "tags", "Tags of all states, and mergers of two tags.",
            "lists", "Curated lists: entries, order, revisions, publication, resolution.",
            "pages", "Pages and their lists.",
            "site", "The site document: menus, publisher, revisions, publication.",
            "imports", "Files of other systems, and the reports of their imports.",
            "addresses", "Addresses of the newsroom's former site.",
            "media", "Pictures with their captions, credits and rights.",
            "webhooks", "Subscribers that get each change as a signed request.");

    private ContractGroups() {}

    /** All groups in order, with their descriptions. */
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

    /** Puts an operation of the desk into the group of its first segment. All other operations name their groups themselves. */
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
