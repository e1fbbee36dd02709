/* The page of a tag; its articles are loaded page by page. */

import { address, read, readNext } from "./gazette.js";
import { element } from "./element.js";
import { articleCard, tagPath } from "./card.js";
import { feedLink } from "./home.js";
import { counted } from "./words.js";

export const PAGE = 6;
const LOOK = { heading: "h2", sizes: "(min-width: 40rem) 20rem, 100vw", standfirst: true };

export async function tag(slug, { announce, inform }) {
  const [about, page] = await Promise.all([
    read(address(["tags", slug])),
    read(address(["tags", slug, "articles"], { limit: PAGE })),
  ]);
  const feed = `/feeds/tags/${encodeURIComponent(about.slug)}.rss`;
  return {
    title: about.name,
    path: tagPath(about),
    feed,
    content: [
      element(
        "header",
        { class: "about" },
        element("p", { class: "kicker" }, about.type),
        element("div", { class: "title" }, element("h1", {}, about.name), feedLink(feed, about.name)),
        about.description && element("p", { class: "standfirst" }, about.description),
      ),
      listing(page, articleCard, { announce, inform }),
    ],
  };
}

export function listing(first, card, { announce, inform }) {
  const cards = element("div", { class: "cards wide" }, first.items.map((item) => card(item, LOOK)));
  if (first.items.length === 0) {
    return element("p", { class: "notice" }, "There are no articles yet.");
  }
  if (!first.next) {
    return cards;
  }
  const more = element("button", { type: "button", class: "more" }, "Load more");
  let last = first;
  more.addEventListener("click", async () => {
    more.disabled = true;
    try {
      last = await readNext(last);
      show(last.items);
    } catch (failure) {
      inform(failure);
    }
    more.disabled = false;
    more.hidden = !last.next;
  });

  /** Moves the focus to the first new card, for readers with a keyboard. */
  function show(items) {
    const added = items.map((item) => card(item, LOOK));
    cards.append(...added);
    added[0].querySelector("h2 a").focus({ preventScroll: true });
    announce(`${counted(items.length, "more article", "more articles")}`);
  }

  return [cards, more];
}
