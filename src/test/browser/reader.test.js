/* The reader site as readers meet it, in a real browser and on the sample newsroom. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { MIDDLE, NARROW, SITE, WIDE, arrived, launch, picture, reader, violations } from "./browser.js";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, viewport] of Object.entries({ wide: WIDE, narrow: NARROW })) {
  describe(`On a ${name} screen`, () => {
    test("a reader goes from the home page to an article, to a tag, loads more, and comes back", async () => {
      const page = await reader(browser, viewport);
      await page.goto(SITE);
      await arrived(page);
      assert.deepEqual(await page.locator("section > .title h2").allTextContents(), [
        "Editor’s Picks",
        "Latest Posts",
        "World News",
        "Culture Shelf",
      ]);
      await picture(page, `home-${name}`);

      await page.getByRole("link", { name: "What a gas contract signed" }).first().click();
      await arrived(page);
      assert.match(await page.locator("h1").textContent(), /^What a gas contract/);
      assert.equal(await page.locator(".beside").count(), 2);
      assert.match(await page.locator(".corrections").textContent(), /141 kilometres/);
      await picture(page, `article-${name}`);

      await page.locator(".tags").getByRole("link", { name: "Putin", exact: true }).click();
      await arrived(page);
      assert.equal(new URL(page.url()).pathname, "/reader/tags/putin");
      assert.equal(await page.locator("main article").count(), 6);
      assert.equal(await page.locator("head link[data-page]").getAttribute("href"), "/feeds/tags/putin.rss");
      await picture(page, `tag-${name}`);

      await page.getByRole("button", { name: "Load more" }).click();
      await page.locator("main article").nth(7).waitFor();
      assert.equal(await page.getByRole("button", { name: "Load more" }).isVisible(), false);
      await page.locator("main article h2 a").nth(7).click();
      await arrived(page);
      await page.goBack();
      await page.locator("main article").nth(7).waitFor();
      assert.equal(await page.title(), "Putin · Gazette");
      await page.goBack();
      await page.locator(".story").waitFor();
      await page.goBack();
      await page.locator(".front").waitFor();
      assert.deepEqual(page.complaints, []);
    });

    test("nothing is wider than the screen, and axe-core has nothing to say", async () => {
      const page = await reader(browser, viewport);
      for (const path of ["", "/articles/gas-contract-averil", "/tags/putin", "/articles/never-written"]) {
        await page.goto(SITE + path);
        await arrived(page);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} is too wide`);
        assert.deepEqual(await violations(page), []);
      }
    });
  });
}

for (const [name, viewport] of Object.entries({ wide: WIDE, middle: MIDDLE })) {
  test(`the front page shows no picture twice and leaves no hole on a ${name} screen`, async () => {
    const page = await reader(browser, viewport);
    await page.goto(SITE);
    await arrived(page);
    await picture(page, `front-${name}`);
    const pictures = await page.locator("main img").evaluateAll((all) => all.map((image) => image.src));
    assert.ok(pictures.length > 8);
    assert.deepEqual(pictures, [...new Set(pictures)]);
    assert.deepEqual(await page.evaluate(holes), []);
  });
}

/** Rows of cards that end before their list does, and columns of the front that end before the other one. */
function holes() {
  const near = (one, other) => Math.abs(one - other) < 2;
  const rows = [...document.querySelectorAll(".cards")].flatMap((cards) => {
    const right = cards.getBoundingClientRect().right;
    const boxes = [...cards.children].map((card) => card.getBoundingClientRect());
    return boxes.filter(({ top, right: end }) => !near(end, right) && !boxes.some((box) => near(box.top, top) && near(box.right, right)));
  });
  const columns = [...document.querySelectorAll(".front > *")].map((column) => column.lastElementChild.getBoundingClientRect());
  const isSideBySide = columns[0].right < columns[1].left;
  const isUneven = isSideBySide && !near(columns[0].bottom, columns[1].bottom);
  return [...rows.map(({ top, left }) => `a row at ${left}, ${top}`), ...(isUneven ? ["one column is shorter"] : [])];
}

test("on a narrow screen the sections are one line that scrolls", async () => {
  const page = await reader(browser, NARROW);
  await page.goto(SITE);
  await arrived(page);
  const sections = page.locator(".sections");
  await sections.locator("a").nth(7).waitFor();
  const tops = await sections.locator("li").evaluateAll((all) => all.map((item) => item.offsetTop));
  assert.equal(new Set(tops).size, 1);
  assert.ok(await sections.evaluate((line) => line.scrollWidth > line.clientWidth));
  await sections.locator("a").nth(7).focus();
  assert.ok(await sections.evaluate((line) => line.scrollLeft > 0));
});

test("a link of an editor shows a draft, and says so", async () => {
  const made = await fetch(`${process.env.GAZETTE}/v1/desk/previews`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.KEY}`, "Content-Type": "application/json" },
    body: JSON.stringify({ article: "harbour-masterplan-draft" }),
  });
  assert.equal(made.status, 201);
  const page = await reader(browser, WIDE);
  await page.goto(new URL((await made.json()).page, SITE).href);
  await arrived(page);
  assert.match(await page.locator("[role=note]").textContent(), /^Preview/);
  assert.equal(await page.locator(".story").count(), 1);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.complaints, []);
  await picture(page, "preview");
});

test("what the server says of the first page goes with it", async () => {
  const page = await reader(browser, WIDE);
  await page.goto(`${SITE}/articles/gas-contract-averil`);
  await arrived(page);
  assert.match(await page.locator("link[rel=canonical]").getAttribute("href"), /\/reader\/articles\/gas-contract-averil$/);
  await page.locator(".masthead .name a").click();
  await page.locator(".front").waitFor();
  assert.equal(await page.locator("[data-head]").count(), 0);
  assert.equal(await page.title(), "Gazette");
});

test("in the dark the contrast holds", async () => {
  const page = await reader(browser, WIDE, { colorScheme: "dark" });
  for (const path of ["", "/articles/gas-contract-averil", "/tags/putin"]) {
    await page.goto(SITE + path);
    await arrived(page);
    assert.deepEqual(await violations(page), []);
  }
  await page.goto(`${SITE}/articles/gas-contract-averil`);
  await arrived(page);
  await picture(page, "article-dark");
});

test("the keyboard alone is enough", async () => {
  const page = await reader(browser, WIDE);
  await page.goto(SITE);
  await arrived(page);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to content");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /gas contract/);
  await page.keyboard.press("Enter");
  await page.locator(".story").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "content");

  await page.goto(`${SITE}/tags/putin`);
  await arrived(page);
  await page.getByRole("button", { name: "Load more" }).focus();
  await page.keyboard.press("Enter");
  await page.locator("main article").nth(7).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.closest("article") !== null), true);
});

test("what was read before is not sent again", async () => {
  const page = await reader(browser, WIDE);
  const statuses = [];
  page.on("response", (response) => response.url().endsWith("/v1/pages/home") && statuses.push(response.status()));
  await page.goto(SITE);
  await arrived(page);
  await page.locator(".beside h3 a").first().click();
  await page.locator(".story").waitFor();
  await page.locator(".masthead .name a").click();
  await page.locator(".front").waitFor();
  assert.deepEqual(statuses, [200, 304]);
});

test("an old address of a tag leads to the current one", async () => {
  const page = await reader(browser, WIDE);
  await page.goto(`${SITE}/tags/vladimir-putin`);
  await arrived(page);
  assert.equal(new URL(page.url()).pathname, "/reader/tags/putin");
});

test("a withdrawn article says that it was withdrawn, and why", async () => {
  const page = await reader(browser, WIDE);
  const response = await page.goto(`${SITE}/articles/ferry-report-withdrawn`);
  assert.equal(response.status(), 410);
  await arrived(page);
  assert.equal(await page.locator("h1").textContent(), "No longer available");
  assert.match(await page.locator(".failure").textContent(), /because it was wrong/);
  await picture(page, "withdrawn");
});

// The last one: there is no server behind it.
test("without a server the site says so, and keeps what it has", async () => {
  const page = await reader(browser, NARROW);
  await page.goto(`${SITE}/tags/putin`);
  await arrived(page);
  process.kill(Number(process.env.GAZETTE_PID), "SIGKILL");
  await page.waitForFunction(() => fetch("/v1/tags").then(() => false, () => true));
  await page.getByRole("button", { name: "Load more" }).click();
  await page.locator(".status:not(.unseen)").waitFor();
  await page.locator("main article h2 a").first().click();
  await page.locator(".failure").waitFor();
  assert.equal(await page.locator("h1").textContent(), "You seem to be offline");
  assert.equal(await page.getByRole("button", { name: "Try again" }).isVisible(), true);
  await picture(page, "offline");
  await page.goBack();
  await page.locator("main article").nth(5).waitFor();
});
