package press.gazette.curation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Where a list takes what its entries leave free: the newest public articles.
 *
 * @param tag only those that carry the tag with this id; absent: all
 */
public record Fill(@Nullable UUID tag) {}
