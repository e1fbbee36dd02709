package press.gazette.delivery;

import press.gazette.json.Json;
import press.gazette.json.Selection;

/** An answer of which only a part leaves. */
record Selected(Object view, Selection selection) {

    byte[] bytes() {
        return Json.bytes(view, selection);
    }
}
