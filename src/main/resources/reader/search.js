/* The search box with suggestions, and the page of results. */

import { address, read } from "./gazette.js";
import { element } from "./element.js";
import { articleCard, articlePath, tagPath } from "./card.js";
import { PAGE, listing } from "./tag.js";
import { counted } from "./words.js";

const FACETS = { section: "Sections", type: "Forms", tags: "Subjects" };

/** In milliseconds, after a letter. */
const PAUSE = 120;

const form = document.querySelector(".search");
const [input, list] = form.children;
const options = list.children;
let active = -1;
let typed = 0;

export function searchBox(go) {
  const open = (path) => (fill(), go(path));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const q = input.value.trim();
    if (q) {
      open(options[active]?.dataset.path ?? resultsPath({ q }));
    }
  });
  input.addEventListener("input", suggest);
  input.addEventListener("blur", () => fill());
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && !list.hidden) {
      // Browsers would clear the text.
      event.preventDefault();
      fill();
    } else if (step) {
      event.preventDefault();
      const places = options.length + 1;
      choose(((active + 1 + step + places) % places) - 1);
    }
  });
  // The box keeps the focus.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => open(target.closest("li").dataset.path));
}

async function suggest() {
  const current = ++typed;
  await new Promise((resume) => setTimeout(resume, PAUSE));
  const q = input.value.trim().slice(0, 100);
  const found = current === typed && q && (await read(address(["search", "suggestions"], { q })).catch(() => {}));
  if (current === typed) {
    fill(found || undefined);
  }
}

function fill({ tags, articles } = { tags: [], articles: [] }) {
  typed += 1;
  list.replaceChildren(
    ...tags.map(({ tag, otherName }) => option(tagPath(tag), tag.name, element("small", {}, ` ${otherName ?? tag.type}`))),
    ...articles.map((article) => option(articlePath(article), article.title)),
  );
  list.hidden = options.length === 0;
  input.ariaExpanded = !list.hidden;
  choose(-1);
}

const option = (path, ...text) => element("li", { role: "option", "data-path": path }, ...text);

function choose(index) {
  active = index;
  [...options].forEach((each, i) => {
    each.id = `option-${i}`;
    each.ariaSelected = i === index;
  });
  input.setAttribute("aria-activedescendant", options[index]?.id ?? "");
}

export async function search(helpers) {
  const asked = Object.fromEntries(new URLSearchParams(location.search));
  const { q } = asked;
  input.value = q ?? "";
  if (!q) {
    return { title: "Search", content: [notice("Type in the box above.")] };
  }
  const names = Object.keys(FACETS);
  const page = await read(address(["search"], { ...asked, limit: PAGE, highlight: true, count: "exact", facets: names }));
  const { total, didYouMean, facets } = page;
  return {
    title: q,
    content: [
      element("header", { class: "about" }, element("h1", {}, q), notice(total ? counted(total, "article", "articles") : "Nothing found. Try fewer words.")),
      didYouMean && notice("Did you mean ", element("a", { href: resultsPath({ ...asked, q: didYouMean.q }) }, didYouMean.q), "?"),
      total > 0 && listing(page, resultCard, helpers),
      element("nav", { "aria-label": "Narrow" }, names.map((name) => facet(name, facets[name], asked))),
    ],
  };
}

function resultCard(item, look) {
  const shown = { ...item };
  const passages = [];
  for (const each of item.highlights) {
    if (each.field === "body") {
      shown.standfirst = passages;
      passages.push(...marked(each), " … ");
    } else {
      shown[each.field] = marked(each);
    }
  }
  return articleCard(shown, look);
}

/** Every other part is a word found. */
function marked({ text, ranges }) {
  const ends = [0, ...ranges.flat(), text.length];
  return ends.slice(1).map((end, i) => (i % 2 ? element("mark", {}, text.slice(ends[i], end)) : text.slice(ends[i], end)));
}

/** Links that set a filter, or take it away. */
function facet(name, counts, asked) {
  return counts.length > 0 && element("ul", { class: "tags", "aria-label": FACETS[name] }, counts.slice(0, 8).map(({ tag, value = tag.slug, count }) => {
    const { [name]: chosen, ...others } = asked;
    const href = resultsPath(chosen === value ? others : { ...asked, [name]: value });
    return element("li", {}, element("a", { href, "aria-current": chosen === value && "true" }, `${tag?.name ?? value} ${count}`));
  }));
}

const notice = (...words) => element("p", { class: "notice" }, ...words);

const resultsPath = (parameters) => `/reader/search?${new URLSearchParams(parameters)}`;
