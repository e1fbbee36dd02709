/* An article, or a link elsewhere, as it stands in a list. */

import { element } from "./element.js";
import { picture } from "./picture.js";
import { briefly, joined } from "./words.js";

export const articlePath = ({ slug }) => `/reader/articles/${encodeURIComponent(slug)}`;
export const tagPath = ({ slug }) => `/reader/tags/${encodeURIComponent(slug)}`;

/** What stands in one place of a curated list. */
export function placeCard(place, look) {
  const card = place.article ? articleCard(place.article, look) : linkCard(place.link, look);
  if (place.supporting) {
    card.append(element("ul", { class: "supporting" }, place.supporting.map(supportingLink)));
  }
  return card;
}

/**
 * @param look what of it is shown: {heading, sizes, standfirst, eager, isNew}; without sizes it has no picture, nor
 *     where isNew denies that it is new
 */
export function articleCard(article, look = {}) {
  return card({ ...article, href: articlePath(article) }, look, [
    element("time", { datetime: article.publishedAt }, briefly(article.publishedAt)),
    article.readingMinutes && `${article.readingMinutes} min read`,
  ]);
}

/** The names of those who wrote it, each with its page; the byline as it was written, where the desk has set one. */
export function authors({ byline, contributors }) {
  const links = contributors.map((one) => ({ link: tagLink(one), toString: () => one.name }));
  const sentence = joined(links);
  const spoken = sentence.map(String).join("");
  return byline && byline !== spoken ? [byline] : sentence.map((part) => part.link ?? part);
}

export function tagLink(tag) {
  return element("a", { href: tagPath(tag) }, tag.name);
}

function linkCard(link, look) {
  return card({ ...link, href: link.url, rel: "external" }, look, [new URL(link.url).hostname]);
}

function card({ href, rel, kicker, title, standfirst, image }, look, facts) {
  const { heading = "h3", sizes, eager, isNew = () => true } = look;
  const isPictured = sizes && image && isNew(image);
  const isPlain = sizes && !isPictured;
  return element(
    "article",
    { class: isPlain ? "card plain" : "card" },
    // The headline leads there already; whoever listens or tabs need not come by twice.
    isPictured && element(
      "a",
      { class: "picture", href, rel, tabindex: -1, "aria-hidden": "true" },
      picture(image, sizes, { eager, decorative: true }),
    ),
    kicker && element("p", { class: "kicker" }, kicker),
    element(heading, {}, element("a", { href, rel }, title)),
    (look.standfirst || isPlain) && standfirst && element("p", { class: "standfirst" }, standfirst),
    element("p", { class: "facts" }, facts.filter(Boolean).flatMap((fact, i) => (i === 0 ? [fact] : [" · ", fact]))),
  );
}

function supportingLink({ slug, title, url }) {
  return element("li", {}, element("a", { href: slug ? articlePath({ slug }) : url }, title));
}
