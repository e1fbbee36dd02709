/* Cards: an article, or a link to another site, as an item of a list. */

import { element } from "./element.js";
import { picture } from "./picture.js";
import { briefly, joined } from "./words.js";

export const articlePath = ({ slug }) => `/reader/articles/${encodeURIComponent(slug)}`;
export const tagPath = ({ slug }) => `/reader/tags/${encodeURIComponent(slug)}`;

/** The card of one slot of a curated list. */
export function placeCard(place, look) {
  const card = place.article ? articleCard(place.article, look) : linkCard(place.link, look);
  if (place.supporting) {
    card.append(element("ul", { class: "supporting" }, place.supporting.map(supportingLink)));
  }
  return card;
}

/**
 * @param look options: {heading, sizes, standfirst, eager, isNew}; there is no picture without sizes, or if isNew(picture)
 *     is false
 */
export function articleCard(article, look = {}) {
  return card({ ...article, href: articlePath(article) }, look, [
    element("time", { datetime: article.publishedAt }, briefly(article.publishedAt)),
    article.readingMinutes && `${article.readingMinutes} min read`,
  ]);
}

/** Links to the contributors; the byline as text, if it differs from their names. */
export function authors({ byline, contributors }) {
  const links = contributors.map((one) => ({ link: tagLink(one), toString: () => one.name }));
  const sentence = joined(links);
  const plain = sentence.map(String).join("");
  return byline && byline !== plain ? [byline] : sentence.map((part) => (typeof part === "string" ? part : part.link));
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
    // The headline has the same link; screen readers and the Tab key skip this one.
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
