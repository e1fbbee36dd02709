/* The entry page, the problem pages and Swagger UI. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { NARROW, WIDE, launch, picture, reader, violations } from "./browser.js";

const GAZETTE = process.env.GAZETTE;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, viewport] of Object.entries({ wide: WIDE, narrow: NARROW })) {
  test(`the entry page and the problem pages fit a ${name} screen`, async () => {
    const page = await reader(browser, viewport);
    for (const path of ["/", "/problems", "/problems/unknown-parameter"]) {
      await page.goto(GAZETTE + path);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} is too wide`);
      assert.deepEqual(await violations(page), []);
      await picture(page, `door${path.replaceAll("/", "-")}-${name}`);
    }
    assert.deepEqual(page.complaints, []);
  });
}

test("every link on the entry page works", async () => {
  const page = await reader(browser, WIDE);
  await page.goto(GAZETTE);
  const links = await page.locator("main a").evaluateAll((all) => all.map((link) => link.href));
  for (const link of links) {
    assert.equal((await fetch(link)).status, 200, link);
  }
});

/** Clicks until the request is sent: Swagger UI redraws an operation after resolving it, and loses earlier clicks. */
async function execute(page, operation, path) {
  for (let clicks = 0; clicks < 10; clicks++) {
    const sent = page.waitForRequest((request) => request.url().includes(path), { timeout: 3_000 }).catch(() => null);
    await operation.getByRole("button", { name: "Execute" }).click();
    if (await sent) {
      return;
    }
  }
  assert.fail(`No request to ${path}`);
}

test("a link opens an operation in Swagger UI and its example runs", async () => {
  const page = await reader(browser, WIDE);
  await page.goto(`${GAZETTE}/docs/?urls.primaryName=Readers#/Read/listArticlesOfTag`);
  const operation = page.locator("#operations-Read-listArticlesOfTag");
  await execute(page, operation, "/v1/tags/putin/articles");
  const response = operation.locator(".live-responses-table");
  await response.waitFor();
  assert.match(await response.textContent(), /^CodeDetails200/);
  await picture(page, "docs-readers");
  assert.deepEqual(
    await page.locator(".opblock-tag").evaluateAll((all) => all.map((tag) => tag.dataset.tag)),
    ["Entry", "Read", "Lists and pages", "Site", "Feeds", "Changes", "Previews"],
  );
});

test("Swagger UI shows the desk and accepts a key", async () => {
  const page = await reader(browser, WIDE);
  await page.goto(`${GAZETTE}/docs/?urls.primaryName=Desk`);
  await page.getByRole("button", { name: "Authorize" }).click();
  await page.locator(".auth-container input").fill("a key of the desk");
  await page.locator(".auth-container").getByRole("button", { name: "Apply credentials" }).click();
  await page.getByRole("button", { name: "Close" }).click();
  await picture(page, "docs-desk");
  assert.ok((await page.locator(".opblock-tag").count()) >= 6);
});
