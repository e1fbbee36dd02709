/* Reads the sample newsroom with the typed client: what does not exist in the contract does not compile here. */

import createClient from "openapi-fetch";
import type { components, paths } from "./gazette.js";

type ArticleItem = components["schemas"]["ArticleItem"];
type PageView = components["schemas"]["PageView"];

const gazette = createClient<paths>({
  baseUrl: process.env.GAZETTE,
  querySerializer: { array: { style: "form", explode: false } },
});

const home = await gazette.GET("/v1/pages/{key}", { params: { path: { key: "home" } } });
// Every member is there, since the request has no parameter fields.
const titles: string[] = (home.data as PageView).lists.map((list) => list.title);

const putin: ArticleItem[] = [];
let cursor: string | undefined;
do {
  const page = await gazette.GET("/v1/tags/{ref}/articles", {
    params: { path: { ref: "putin" }, query: { limit: 3, cursor } },
  });
  putin.push(...(page.data!.items as ArticleItem[]));
  cursor = page.data!.next && new URL(page.data!.next, process.env.GAZETTE).searchParams.get("cursor")!;
} while (cursor);

const story = await gazette.GET("/v1/articles/{ref}", { params: { path: { ref: putin[1]!.slug } } });
const gone = await gazette.GET("/v1/articles/{ref}", { params: { path: { ref: "ferry-report-withdrawn" } } });

const desk = { Authorization: `Bearer ${process.env.GAZETTE_BOOTSTRAP_KEY}` };
const draft = await gazette.POST("/v1/desk/articles", {
  headers: desk,
  body: { type: "news", language: "en", title: "Typed", kicker: "TypeScript" },
});
const patched = await gazette.PATCH("/v1/desk/articles/{ref}", {
  headers: { ...desk, "Content-Type": "application/merge-patch+json" },
  params: { path: { ref: draft.data!.id }, header: { "If-Match": `"${draft.data!.version}"` } },
  body: { kicker: null },
});

console.log(`TypeScript: ${titles.join(", ")}`);
console.log(`TypeScript: ${putin.length} articles of putin; "${story.data!.title}" has ${story.data!.wordCount} words`);
console.log(`TypeScript: ${gone.error!.status} ${gone.error!.code}, ${gone.error!.reason}`);
console.log(`TypeScript: kicker removed from "${patched.data!.title}"`);
if (putin.length !== 8 || patched.data!.kicker !== undefined || gone.error!.code !== "withdrawn") {
  process.exit(1);
}
