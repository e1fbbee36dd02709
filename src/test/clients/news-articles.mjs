/* Prints a TypeScript program with the JSON-LD of every public article, each as a NewsArticle of schema-dts: a member or a type
   that schema.org does not have does not compile. Usage: node news-articles.mjs <address of the server> */

const [, , gazette] = process.argv;
const read = async (address) => (await fetch(new URL(address, gazette))).text();

const slugs = [];
for (let page = "/v1/articles?limit=100&fields=slug"; page; ) {
  const { items, next } = JSON.parse(await read(page));
  slugs.push(...items.map(({ slug }) => slug));
  page = next;
}

console.log('import type { NewsArticle, WithContext } from "schema-dts";\n');
console.log("export const newsArticles: WithContext<NewsArticle>[] = [");
for (const slug of slugs) {
  console.log(`  ${await read(`/v1/articles/${slug}.jsonld`)},`);
}
console.log("];\n");
console.log("console.log(`TypeScript: ${newsArticles.length} articles are NewsArticles of schema.org`);");
