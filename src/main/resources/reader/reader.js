/*
 * The router of the reader site: renders a page for each URL below /reader from the public API. Links within the site do
 * not reload the document; back and forward restore the former page.
 */

import { element } from "./element.js";
import { failurePage, sentence } from "./failure.js";
import { address, read } from "./gazette.js";
import { today } from "./words.js";
import { home } from "./home.js";
import { article, preview } from "./article.js";
import { search, searchBox } from "./search.js";
import { frame, readSite } from "./site.js";
import { tag } from "./tag.js";

const PAGES = [
  [/^\/reader$/, home],
  [/^\/reader\/articles\/([^/]+)$/, article],
  [/^\/reader\/previews\/([^/]+)$/, preview],
  [/^\/reader\/tags\/([^/]+)$/, tag],
  [/^\/reader\/search$/, search],
];

/** The maximum number of pages in memory for back and forward. */
const MOST_VISITED = 20;

const main = document.querySelector("main");
const status = document.querySelector("[role=status]");

/** Pages by the number of the visit, which is also in the state of the browser's history. */
const visited = new Map();
let visit = history.state?.visit ?? 0;

/** The path of the page that is shown. */
let shown = location.pathname;

/** The title of that page; null: the home page. */
let heading = null;

/** The name of the newsroom, behind the title of each page. */
let newsroom = "Gazette";

/** Only the last navigation shows its page, even if earlier ones finish later. */
let navigation = 0;

history.scrollRestoration = "manual";
history.replaceState({ visit }, "");
document.querySelector(".today").textContent = today();
document.addEventListener("click", follow);
window.addEventListener("popstate", comeBack);
searchBox(go);

/** The site document as a promise. The frame comes with the first page: a footer alone would move. */
let site;
let framed = false;
show();

async function show({ focus = false } = {}) {
  const current = ++navigation;
  main.setAttribute("aria-busy", "true");
  site ??= readSite();
  const [page, about] = await Promise.all([pageAt(location.pathname), site]);
  newsroom = about.title;
  if (about.isUnread) {
    site = undefined;
  }
  if (current === navigation) {
    if (!framed) {
      frame(about);
      framed = !about.isUnread;
    }
    main.replaceChildren(...page.content.flat().filter(Boolean));
    present(page);
    if (!scrollToHash()) {
      window.scrollTo(0, 0);
    }
    if (focus) {
      main.focus({ preventScroll: true });
    }
  }
}

/** Leads from an address of the former site to its page here. */
async function redirect() {
  const path = location.pathname.replace(/^\/reader(\/(articles|tags))?(?=\/)/, "") + location.search;
  const { type, slug, href } = await read(address(["addresses"], { path }));
  location.replace({ article: `/reader/articles/${slug}`, tag: `/reader/tags/${slug}` }[type] ?? href);
}

/** The server serves the site at the paths in PAGES only, so one of them matches. */
async function pageAt(path) {
  const [pattern, make] = PAGES.find(([pattern]) => pattern.test(path));
  const [, ...names] = pattern.exec(path);
  try {
    return await make(...names.map(decodeURIComponent), { announce, inform });
  } catch (failure) {
    if (failure.problem?.status === 404) {
      await redirect().catch(() => {});
    }
    return failurePage(failure);
  }
}

/** Updates title, links to feed and translations, and URL; a former slug is replaced by the current one. */
function present({ title, path, feed, translations = [] }) {
  shown = path ?? location.pathname;
  heading = title;
  document.title = title ? `${title} · ${newsroom}` : newsroom;
  document.head.querySelectorAll("link[data-page], link[hreflang]").forEach((said) => said.remove());
  for (const [hreflang, page] of translations) {
    document.head.append(element("link", { rel: "alternate", hreflang, href: new URL(page, location) }));
  }
  if (feed) {
    document.head.append(element("link", { rel: "alternate", type: "application/rss+xml", title, href: feed, "data-page": true }));
  }
  if (path) {
    history.replaceState(history.state, "", path + location.hash);
  }
  main.setAttribute("aria-busy", "false");
  announce(title ?? newsroom);
}

/** Handles links within the site; the browser handles new tabs and other links. */
function follow(event) {
  if (event.target.closest("[data-again]")) {
    show({ focus: true });
    return;
  }
  const link = event.target.closest("a");
  const modified = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (link?.hash && link.pathname === location.pathname && link.origin === location.origin) {
    history.replaceState({ visit, scrolled: window.scrollY }, "");
  }
  if (!link || modified || event.defaultPrevented || !isOurs(link)) {
    return;
  }
  event.preventDefault();
  go(link.href);
}

/** Shows a page as a new visit. */
function go(url) {
  leave();
  visit += 1;
  history.pushState({ visit }, "", url);
  show({ focus: true });
}

/** Shows the heading or footnote that the URL names; false if it names none. */
function scrollToHash() {
  const place = document.getElementById(named(location.hash.slice(1)));
  place?.scrollIntoView();
  return Boolean(place);
}

function named(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function isOurs(link) {
  return link.origin === location.origin && !link.hash && PAGES.some(([pattern]) => pattern.test(link.pathname));
}

/** Handles back and forward, and links within a page, whose history entries have no state. */
function comeBack(event) {
  if (event.state ? event.state.visit === visit : location.pathname === shown) {
    const scrolled = event.state?.scrolled;
    history.replaceState({ visit, scrolled }, "");
    if (scrolled === undefined) {
      scrollToHash();
    } else {
      window.scrollTo(0, scrolled);
    }
    return;
  }
  leave();
  visit = event.state?.visit ?? 0;
  const page = visited.get(visit);
  if (!page) {
    show();
    return;
  }
  navigation += 1;
  main.replaceChildren(...page.content);
  present(page);
  window.scrollTo(0, page.scrolled);
}

/** Stores the page for back and forward. The head from the server is valid for the first page only. */
function leave() {
  document.head.querySelectorAll("[data-head]").forEach((said) => said.remove());
  const feed = document.querySelector("link[data-page]")?.getAttribute("href");
  const translations = [...document.querySelectorAll("link[hreflang]")].map((link) => [link.hreflang, link.href]);
  visited.set(visit, { title: heading, feed, translations, content: [...main.childNodes], scrolled: window.scrollY });
  if (visited.size > MOST_VISITED) {
    visited.delete(visited.keys().next().value);
  }
}

/** Announces a change to screen readers. */
function announce(text) {
  status.textContent = text;
  status.classList.add("unseen");
}

/** Shows an error on a page that can still be read. */
function inform(failure) {
  status.textContent = sentence(failure);
  status.classList.remove("unseen");
}
