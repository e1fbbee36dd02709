package press.gazette.body.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jspecify.annotations.Nullable;

import press.gazette.body.html.DataAttribute;
import press.gazette.body.html.InlineHtml;
import press.gazette.body.inline.Span;

/**
 * The footnotes of a document. Word processors and content systems have one rule in common: the mark links to the note
 * and the note links back. A short link to a later paragraph or item that links back is therefore a mark, and that
 * paragraph or item is its note.
 */
final class Footnotes {

    private static final Set<String> HOLDERS = Set.of("li", "p", "dd", "div", "aside");
    private static final Pattern MARKER = Pattern.compile("[0-9]{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶]{1,3}");
    private static final Pattern BRACKETS = Pattern.compile("[\\[\\]()\\s\\u00a0]+");
    private static final int NEAR = 4;

    /** Marks with the ids of their notes. An element equals only itself. */
    private final Map<Element, String> marks = new HashMap<>();

    private final Map<Element, String> notes = new HashMap<>();
    private final Map<String, Element> byId = new LinkedHashMap<>();
    private final Set<Element> backLinks = new HashSet<>();
    private final Set<String> readNotes = new HashSet<>();
    private final Set<String> readMarks = new HashSet<>();

    private Footnotes() {}

    static Footnotes of(Element root) {
        Footnotes footnotes = new Footnotes();
        Scan scan = new Scan();
        root.filter((node, depth) -> {
            if (node instanceof Element element) {
                scan.look(element);
            }
            return FilterResult.CONTINUE;
        });
        if (!scan.anchors.isEmpty() || !scan.own.isEmpty()) {
            footnotes.pair(scan);
        }
        return footnotes;
    }

    /** The id of the note that this mark leads to; null if the element is no mark. Its note may then be read. */
    @Nullable
    String readMark(Element mark) {
        String id = marks.get(mark);
        if (id != null) {
            readMarks.add(id);
        }
        return id;
    }

    /** The id of the note in this element; null if it is no note or was already read. */
    @Nullable
    String idOf(Element holder) {
        String id = notes.get(holder);
        return id == null || readNotes.contains(id) ? null : id;
    }

    /** True for the link from a note back to its mark. */
    boolean isBackLink(Element anchor) {
        return backLinks.contains(anchor);
    }

    void noteRead(String id) {
        readNotes.add(id);
    }

    /** The notes whose marks were read, but which were not read at their place. */
    List<Element> unreadNotes() {
        return byId.entrySet().stream()
                .filter(note -> !readNotes.contains(note.getKey()) && readMarks.contains(note.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private void pair(Scan scan) {
        scan.anchors.forEach(anchor -> {
            String own = ownNote(anchor);
            if (own != null) {
                marks.put(anchor, own);
            }
        });
        scan.own.forEach(item -> name(item, item.id().substring(InlineHtml.NOTE.length())));
        for (Element anchor : scan.anchors) {
            Element note = scan.targetOf(anchor);
            String marker = marker(anchor);
            if (note == null || marker == null || !scan.isBefore(anchor, note)) {
                continue;
            }
            boolean answered = scan.namesOf(anchor).stream().anyMatch(name -> scan.linksBack(note, name));
            if (answered && !notes.containsKey(note)) {
                name(note, marker);
            }
            String id = notes.get(note);
            if (id != null) {
                marks.put(anchor, id);
            }
        }
        Set<String> names = new HashSet<>();
        marks.keySet().forEach(mark -> names.addAll(scan.namesOf(mark)));
        names.addAll(byId.keySet().stream().map(id -> InlineHtml.NOTE_MARK + id).toList());
        for (Element anchor : scan.anchors) {
            if (names.contains(Scan.fragment(anchor))
                    && scan.holders(anchor).stream().anyMatch(notes::containsKey)) {
                backLinks.add(anchor);
            }
        }
    }

    /**
     * The id of the note that a mark of our own HTML leads to, even if that note is missing; null for every other
     * anchor.
     */
    private static @Nullable String ownNote(Element anchor) {
        String id = anchor.text();
        Element around = anchor.parent();
        boolean own = Span.isNote(id)
                && anchor.attr("href").equals("#" + InlineHtml.NOTE + id)
                && around != null
                && around.id().equals(InlineHtml.NOTE_MARK + id);
        return own ? id : null;
    }

    private void name(Element note, String marker) {
        String id = Span.isNote(marker) ? marker : "";
        for (int next = 1; id.isEmpty() || byId.containsKey(id); next++) {
            id = String.valueOf(next);
        }
        notes.put(note, id);
        byId.put(id, note);
    }

    /** The text of the mark without brackets; null if the link cannot be a mark. */
    private static @Nullable String marker(Element anchor) {
        String text = anchor.text();
        String bare = text.length() > MOST
                ? ""
                : BRACKETS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        boolean own = Span.isNote(bare) && anchor.attr("href").equals("#" + InlineHtml.NOTE + bare);
        return own || MARKER.matcher(bare).matches() ? bare : null;
    }

    private static final int MOST = 60;

    /** The anchors and ids of a document, in order. */
    private static final class Scan {
        final List<Element> anchors = new ArrayList<>();
        final List<Element> own = new ArrayList<>();
        final Map<String, Element> targets = new HashMap<>();
        final Map<Element, Integer> places = new HashMap<>();
        final Map<Element, Set<String>> linksFrom = new HashMap<>();

        void look(Element element) {
            boolean anchor = element.nameIs("a");
            String name = anchor && element.id().isEmpty() ? element.attr("name") : element.id();
            if (!name.isEmpty()) {
                targets.putIfAbsent(name, element);
            }
            if (anchor && element.attr("href").startsWith("#")) {
                anchors.add(element);
                holders(element)
                        .forEach(holder -> linksFrom
                                .computeIfAbsent(holder, none -> new HashSet<>())
                                .add(fragment(element)));
            }
            if (!name.isEmpty() || anchor || HOLDERS.contains(element.normalName())) {
                places.put(element, places.size());
            }
            Element list = element.nameIs("li") && name.startsWith(InlineHtml.NOTE) ? element.parent() : null;
            Element section = list == null ? null : list.parent();
            if (section != null
                    && section.hasAttr(DataAttribute.NOTES)
                    && Span.isNote(name.substring(InlineHtml.NOTE.length()))) {
                own.add(element);
            }
        }

        static String fragment(Element anchor) {
            return anchor.attr("href").substring(1);
        }

        /** The paragraph, item or the like that the anchor leads to; null if it leads to none of these. */
        @Nullable
        Element targetOf(Element anchor) {
            Element target = targets.get(fragment(anchor));
            if (target == null || HOLDERS.contains(target.normalName())) {
                return target;
            }
            boolean inline = target.nameIs("a") || target.nameIs("span") || target.nameIs("sup");
            return inline ? holders(target).stream().findFirst().orElse(null) : null;
        }

        List<Element> holders(Element anchor) {
            List<Element> holders = new ArrayList<>();
            Element up = anchor.parent();
            for (int level = 0; level < NEAR && up != null; level++) {
                if (HOLDERS.contains(up.normalName())) {
                    holders.add(up);
                }
                up = up.parent();
            }
            return holders;
        }

        /** The names that a link back to the mark may use: its own, and those of elements close around it. */
        Set<String> namesOf(Element mark) {
            Set<String> names = new HashSet<>(List.of(mark.id(), mark.attr("name")));
            Element up = mark.parent();
            for (int level = 0; level < 2 && up != null && !HOLDERS.contains(up.normalName()); level++) {
                names.add(up.id());
                up = up.parent();
            }
            names.remove("");
            return names;
        }

        boolean linksBack(Element note, String name) {
            return linksFrom.getOrDefault(note, Set.of()).contains(name);
        }

        boolean isBefore(Element one, Element other) {
            return places.getOrDefault(one, 0) < places.getOrDefault(other, 0);
        }
    }
}
