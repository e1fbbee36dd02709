package press.gazette.body.html;

import java.util.ArrayDeque;
import java.util.Deque;

import press.gazette.body.block.ListBlock;
import press.gazette.body.block.ListBlock.ListLevel;

/** Writes a list as HTML. An inner list stands within the item that it belongs to. */
final class ListHtml {

    private ListHtml() {}

    static String of(ListBlock list) {
        StringBuilder html = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        for (int i = 0; i < list.items().size(); i++) {
            ListLevel level = list.level(i);
            boolean ordered = list.numbered(i);
            while (open.size() > level.depth() + 1) {
                html.append("</li></").append(open.pop()).append('>');
            }
            if (open.size() == level.depth() + 1) {
                html.append("</li>");
                if (open.element().equals("ol") != ordered) {
                    html.append("</").append(open.pop()).append('>');
                }
            }
            if (open.size() == level.depth()) {
                int first = list.firstNumber(i);
                open.push(ordered ? "ol" : "ul");
                html.append('<').append(open.element());
                html.append(ordered && first != 1 ? InlineHtml.attribute("start", first) : "")
                        .append('>');
            }
            // Language and direction on an item would apply to the list within it too.
            boolean holds = i + 1 < list.items().size() && list.level(i + 1).depth() > level.depth();
            String text = InlineHtml.of(list.items().get(i));
            String item = InlineHtml.in("li", list.items().get(i));
            html.append(holds ? "<li>" + text : item.substring(0, item.length() - "</li>".length()));
        }
        while (!open.isEmpty()) {
            html.append("</li></").append(open.pop()).append('>');
        }
        return html.toString();
    }
}
