/* The page of an article, with the lists of the curated page "article" at the side. */

import { address, read } from "./gazette.js";
import { body } from "./body.js";
import { element } from "./element.js";
import { articleCard, articlePath, authors, tagLink } from "./card.js";
import { figure } from "./picture.js";
import { beside } from "./home.js";
import { exactly, joined, languageName } from "./words.js";

const RELATED = { sizes: "(min-width: 40rem) 20rem, 100vw" };

export async function article(slug) {
  const shown = await page(address(["articles", slug], { include: "related" }));
  return { ...shown, path: articlePath(shown.story), translations: languages(shown.story) };
}

/** The article of a preview link, as readers would get it if it were published now. */
export async function preview(token) {
  const shown = await page(address(["previews", token], { include: "related" }));
  const notice = element("p", { class: "notice", role: "note" }, "Preview: this is not published as you see it here.");
  return { ...shown, content: [notice, ...shown.content] };
}

/** The story in all its languages; none if there is one. */
function languages(story) {
  return story.translations ? [story, ...story.translations].map((one) => [one.language, articlePath(one)]) : [];
}

async function page(source) {
  const [story, lists] = await Promise.all([read(source), sideLists()]);
  return {
    story,
    title: story.seo?.title ?? story.title,
    content: [
      element("div", { class: "page" }, storyOf(story), element("aside", { "aria-label": "More" }, lists.map(beside))),
      relatedTo(story),
    ],
  };
}

/** The newsroom chooses these lists. Without them the article is shown alone. */
async function sideLists() {
  try {
    return (await read(address(["pages", "article"]))).lists;
  } catch {
    return [];
  }
}

function storyOf(story) {
  return element(
    "article",
    { class: "story", lang: story.language },
    header(story),
    story.image && figure(story.image, "(min-width: 60rem) 44rem, 100vw"),
    body(story.body.html),
    story.truncated && rest(story.access),
    corrections(story),
    translations(story),
    tags(story),
  );
}

function translations({ translations }) {
  return translations && element("p", { class: "facts" }, "Also in ", joined(translations.map(translationLink)));
}

function translationLink(one) {
  return element("a", { href: articlePath(one), hreflang: one.language, lang: one.language }, languageName(one.language));
}

function header(story) {
  return element(
    "header",
    {},
    element("p", { class: "kicker" }, story.kicker ?? story.section?.name),
    element("h1", {}, story.title),
    story.standfirst && element("p", { class: "standfirst" }, story.standfirst),
    element("p", { class: "byline" }, "By ", authors(story)),
    element("p", { class: "facts" }, dates(story), story.readingMinutes && ` · ${story.readingMinutes} min read`),
  );
}

function dates({ publishedAt, updatedAt }) {
  return [
    time(publishedAt),
    updatedAt > publishedAt && [" · updated ", time(updatedAt)],
  ].flat();
}

function time(instant) {
  return element("time", { datetime: instant }, exactly(instant));
}

function corrections({ corrections }) {
  return corrections?.length > 0 && element(
    "section",
    { class: "corrections", "aria-label": "Corrections" },
    corrections.map(({ at, kind, text }) =>
      element("p", {}, element("strong", {}, kind), " ", text, " ", element("small", {}, time(at)))),
  );
}

/** The line in place of the rest that only some readers get. */
function rest({ level }) {
  return element("p", { class: "rest" }, level === "registered" ? "The rest is for registered readers." : "The rest is for subscribers.");
}

function tags({ tags }) {
  return tags.length > 0 && element("ul", { class: "tags", "aria-label": "Tags" }, tags.map((tag) => element("li", {}, tagLink(tag))));
}

function relatedTo({ related }) {
  return related?.length > 0 && element(
    "section",
    { class: "shelf", "aria-labelledby": "related" },
    element("div", { class: "title" }, element("h2", { id: "related" }, "Related")),
    element("div", { class: "cards" }, related.map((one) => articleCard(one, RELATED))),
  );
}
