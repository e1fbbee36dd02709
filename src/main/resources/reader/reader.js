/*
 * The site: one page for each address below /reader, made of what the public API answers. Links within the site show the
 * next page without loading the document anew; back and forward show the page as it was left, with all that was loaded.
 */

import { address, read } from "./gazette.js";
import { element } from "./element.js";
import { tagLink } from "./card.js";
import { failurePage, sentence } from "./failure.js";
import { today } from "./words.js";
import { home } from "./home.js";
import { article, preview } from "./article.js";
import { tag } from "./tag.js";

const PAGES = [
  [/^\/reader$/, home],
  [/^\/reader\/articles\/([^/]+)$/, article],
  [/^\/reader\/previews\/([^/]+)$/, preview],
  [/^\/reader\/tags\/([^/]+)$/, tag],
];

/** How many pages are kept for going back to. */
const MOST_KEPT = 20;

const main = document.querySelector("main");
const status = document.querySelector("[role=status]");

/** Pages by the number of the visit, which the browser's history keeps too. */
const visited = new Map();
let visit = history.state?.visit ?? 0;

/** Only the last navigation shows its page, however late the others come. */
let navigation = 0;

history.scrollRestoration = "manual";
history.replaceState({ visit }, "");
document.querySelector(".today").textContent = today();
document.addEventListener("click", follow);
window.addEventListener("popstate", comeBack);
show();
showSections();

async function show({ focus = false } = {}) {
  const current = ++navigation;
  main.setAttribute("aria-busy", "true");
  const page = await pageAt(location.pathname);
  if (current === navigation) {
    main.replaceChildren(...page.content.flat().filter(Boolean));
    present(page);
    window.scrollTo(0, 0);
    if (focus) {
      main.focus({ preventScroll: true });
    }
  }
}

/** The server gives out the site at the addresses of PAGES only, so one of them fits. */
async function pageAt(path) {
  const [pattern, make] = PAGES.find(([pattern]) => pattern.test(path));
  const [, ...names] = pattern.exec(path);
  try {
    return await make(...names.map(decodeURIComponent), { announce, inform });
  } catch (failure) {
    return failurePage(failure);
  }
}

/** Title, feed and address say what is shown; an old slug gives way to the current one. */
function present({ title, path, feed }) {
  document.title = title === "Gazette" ? title : `${title} · Gazette`;
  document.querySelector("link[data-page]")?.remove();
  if (feed) {
    document.head.append(element("link", { rel: "alternate", type: "application/rss+xml", title, href: feed, "data-page": true }));
  }
  if (path) {
    history.replaceState(history.state, "", path);
  }
  main.setAttribute("aria-busy", "false");
  announce(title);
}

/** Takes clicks on links within the site, and leaves to the browser what is meant for a new tab or leads elsewhere. */
function follow(event) {
  if (event.target.closest("[data-again]")) {
    show({ focus: true });
    return;
  }
  const link = event.target.closest("a");
  const modified = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || modified || event.defaultPrevented || !isOurs(link)) {
    return;
  }
  event.preventDefault();
  leave();
  visit += 1;
  history.pushState({ visit }, "", link.href);
  show({ focus: true });
}

function isOurs(link) {
  return link.origin === location.origin && !link.hash && PAGES.some(([pattern]) => pattern.test(link.pathname));
}

function comeBack(event) {
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

/** Keeps the page that is shown, as it is shown. What the server said of the first page holds for that one only. */
function leave() {
  document.head.querySelectorAll("[data-head]").forEach((said) => said.remove());
  const title = document.title.replace(/ · Gazette$/, "");
  const feed = document.querySelector("link[data-page]")?.getAttribute("href");
  visited.set(visit, { title, feed, content: [...main.childNodes], scrolled: window.scrollY });
  if (visited.size > MOST_KEPT) {
    visited.delete(visited.keys().next().value);
  }
}

/** The site works without its sections. */
async function showSections() {
  try {
    const { items } = await read(address(["tags"], { type: "section" }));
    document.querySelector(".sections").append(...items.map((section) => element("li", {}, tagLink(section))));
  } catch {
    document.querySelector("nav").hidden = true;
  }
}

/** Tells those who listen what others see. */
function announce(text) {
  status.textContent = text;
  status.classList.add("unseen");
}

/** Tells everybody what went wrong on a page that can still be read. */
function inform(failure) {
  status.textContent = sentence(failure);
  status.classList.remove("unseen");
}
