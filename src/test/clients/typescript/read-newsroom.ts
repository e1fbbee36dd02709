/* Reads the sample newsroom with the typed client: what does not exist in the contract does not compile here. */

import createClient from "openapi-fetch";
import type { components, paths } from "./gazette.js";

type ArticleCard = components["schemas"]["ArticleCard"];

const gazette = createClient<paths>({ baseUrl: process.env.GAZETTE });

const home = await gazette.GET("/v1/pages/{key}", { params: { path: { key: "home" } } });
const titles: string[] = home.data!.lists.map((list) => list.title);

const putin: ArticleCard[] = [];
let cursor: string | undefined;
do {
  const page = await gazette.GET("/v1/tags/{ref}/articles", {
    params: { path: { ref: "putin" }, query: { limit: 3, cursor } },
  });
  putin.push(...page.data!.items);
  cursor = page.data!.next && new URL(page.data!.next, process.env.GAZETTE).searchParams.get("cursor")!;
} while (cursor);

const story = await gazette.GET("/v1/articles/{ref}", { params: { path: { ref: putin[1]!.slug } } });
const gone = await gazette.GET("/v1/articles/{ref}", { params: { path: { ref: "ferry-report-withdrawn" } } });

console.log(`TypeScript: ${titles.join(", ")}`);
console.log(`TypeScript: ${putin.length} articles of putin; "${story.data!.title}" has ${story.data!.wordCount} words`);
console.log(`TypeScript: ${gone.error!.status} ${gone.error!.code}, ${gone.error!.reason}`);
if (putin.length !== 8 || gone.error!.code !== "withdrawn") {
  process.exit(1);
}
