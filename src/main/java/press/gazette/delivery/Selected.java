package press.gazette.delivery;

import press.gazette.json.FieldSelection;
import press.gazette.json.Json;

/** A view of which only the selected members are sent. */
record Selected(Object view, FieldSelection selection) {

    byte[] bytes() {
        return Json.bytes(view, selection);
    }
}
