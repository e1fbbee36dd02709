/*
 * The home page: all its lists come in one response. The first list leads, the second is at its side. If several articles
 * share a picture, only the first one shows it.
 */

import { address, read } from "./gazette.js";
import { element } from "./element.js";
import { placeCard } from "./card.js";

const LEAD = { heading: "h2", sizes: "(min-width: 60rem) 40rem, 100vw", standfirst: true, eager: true };
const BELOW = { sizes: "(min-width: 40rem) 20rem, 100vw", standfirst: true };
const SHELF = { sizes: "(min-width: 40rem) 20rem, 100vw" };
const BRIEF = {};

export async function home() {
  const { title, lists } = await read(address(["pages", "home"]));
  const [first, second, ...others] = lists;
  const isNew = firstTime();
  return {
    title: null,
    content: [
      element("h1", { class: "unseen" }, title),
      news(),
      element("div", { class: "front" }, first && front(first, isNew), second && beside(second)),
      others.map((list) => shelf(list, isNew)),
    ],
  };
}

let stream;

/** Counts the stories that come meanwhile; a click shows them. Nothing moves. */
function news() {
  const line = element("button", { class: "news", type: "button", "data-again": true, hidden: true });
  const ids = new Set();
  stream?.close();
  stream = new EventSource("/v1/changes/stream?types=article&kinds=created");
  stream.addEventListener("change", ({ data }) => {
    ids.add(JSON.parse(data).id);
    line.textContent = ids.size === 1 ? "1 new story" : `${ids.size} new stories`;
    line.hidden = false;
  });
  return element("div", { "aria-live": "polite" }, line);
}

/** A list at the side, without pictures. */
export function beside(list) {
  return section(list, "beside", element("ol", {}, list.items.map((place) => element("li", {}, placeCard(place, BRIEF)))));
}

/** Returns a function that is true the first time it gets a picture. */
function firstTime() {
  const shown = new Set();
  return ({ url }) => shown.size < shown.add(url).size;
}

function front(list, isNew) {
  const [lead, ...rest] = list.items;
  return section(
    list,
    "lead",
    lead && placeCard(lead, { ...LEAD, isNew }),
    element("div", { class: "cards" }, rest.map((place) => placeCard(place, { ...BELOW, isNew }))),
  );
}

function shelf(list, isNew) {
  return section(list, "shelf", element("div", { class: "cards" }, list.items.map((place) => placeCard(place, { ...SHELF, isNew }))));
}

/** Labelled with its title for screen readers. */
function section({ key, title }, look, ...content) {
  const id = `list-${key}`;
  return element(
    "section",
    { class: look, "aria-labelledby": id },
    element("div", { class: "title" }, element("h2", { id }, title), feedLink(`/feeds/lists/${key}.rss`, title)),
    ...content,
  );
}

export function feedLink(href, title) {
  return element("a", { class: "feed", href, type: "application/rss+xml" }, "RSS", element("span", { class: "unseen" }, ` of ${title}`));
}
