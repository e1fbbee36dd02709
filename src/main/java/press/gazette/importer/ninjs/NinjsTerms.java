package press.gazette.importer.ninjs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.address.WebAddress;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportedTerm;
import press.gazette.importer.xml.PlainText;
import press.gazette.tag.TagType;

/** The people, places, organisations and subjects of items. A code of a vocabulary is known by its address. */
final class NinjsTerms {

    private static final String NEWSCODES = "http://cv.iptc.org/newscodes/";
    private static final int LONGEST_NAME = 200;

    private final ImportMapping mapping;
    private final Map<String, ImportedTerm> terms = new LinkedHashMap<>();

    NinjsTerms(ImportMapping mapping) {
        this.mapping = mapping;
    }

    /** The keys of an item's terms in their order: subjects, then others, then authors. */
    List<String> of(NinjsItem item) {
        List<String> keys = new ArrayList<>();
        item.items("subject", "subjects").forEach(each -> add(keys, each, null));
        item.items("event", "events", "object", "objects").forEach(each -> add(keys, each, TagType.KEYWORD));
        item.items("place", "places").forEach(each -> add(keys, each, TagType.PLACE));
        item.items("organisation", "organisations").forEach(each -> add(keys, each, TagType.ORGANISATION));
        List<String> authors = new ArrayList<>();
        item.items("person", "people").forEach(each -> {
            boolean isAuthor = each.text("rel").matches("(?i)author|creator|contributor|by");
            add(isAuthor ? authors : keys, each, isAuthor ? TagType.CONTRIBUTOR : TagType.PERSON);
        });
        keys.addAll(authors);
        return keys.stream().distinct().toList();
    }

    private void add(List<String> keys, NinjsItem term, @Nullable TagType type) {
        String code = term.text("code", "qcode");
        String name = PlainText.beginning(
                PlainText.withoutEmail(PlainText.plain(term.text("name", "literal"))), LONGEST_NAME);
        String written = term.text("literal");
        String slug = written.matches("[a-z0-9]+(?:-[a-z0-9]+)*")
                ? written
                : Slug.from(name.isEmpty() ? code : name, "en", "tag").value();
        if (name.isEmpty() && code.isEmpty()) {
            return;
        }
        TagType kind = type == null ? subject(slug, term.text("rel")) : type;
        String key = kind.word + ":" + slug;
        keys.add(key);
        terms.putIfAbsent(
                key, new ImportedTerm(key, kind, slug, name.isEmpty() ? code : name, null, null, sameAs(term, code)));
    }

    /** A subject is what the mapping says of its slug, else a keyword. */
    private TagType subject(String slug, String relation) {
        return mapping.typeOfCategory(slug)
                .orElseGet(() ->
                        relation.toLowerCase(Locale.ROOT).equals("category") ? TagType.SECTION : mapping.tag(slug));
    }

    /** The address of a term in its vocabulary. */
    private static List<String> sameAs(NinjsItem term, String code) {
        String scheme = term.text("scheme");
        String bare = code.substring(code.indexOf(':') + 1);
        String prefix = code.indexOf(':') < 0 ? "" : code.substring(0, code.indexOf(':'));
        String address = term.text("uri");
        if (address.isEmpty() && !bare.isEmpty() && WebAddress.isAbsolute(scheme)) {
            address = scheme.matches(".*[/#=]") ? scheme + bare : scheme + "/" + bare;
        } else if (address.isEmpty() && prefix.equals("medtop")) {
            address = NEWSCODES + "mediatopic/" + bare;
        } else if (address.isEmpty() && (prefix.equals("subj") || scheme.matches("(?i)iptc_?subject_?codes?"))) {
            address = NEWSCODES + "subjectcode/" + bare;
        }
        return WebAddress.isAbsolute(address) ? List.of(address) : List.of();
    }

    List<ImportedTerm> all() {
        return List.copyOf(terms.values());
    }
}
