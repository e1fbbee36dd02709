package press.gazette.curation;

import press.gazette.article.reading.CardRow;

/** One place of a resolved list. */
record Slot(Origin origin, CardRow article, Overrides overrides) {}
