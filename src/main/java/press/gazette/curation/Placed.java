package press.gazette.curation;

import java.util.UUID;

import press.gazette.article.reading.CardRow;

/** An entry whose article readers may see, with the revision that it belongs to. */
public record Placed(UUID revision, Overrides overrides, CardRow article) {}
