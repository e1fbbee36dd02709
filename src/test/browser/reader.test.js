/* The reader site in a real browser, with the sample newsroom. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { MIDDLE, NARROW, SITE, WIDE, arrived, launch, picture, reader, violations } from "./browser.js";

/** Articles that have every type of block between them. */
const BODIES = ["derby-late-equaliser", "opera-in-dry-dock", "triage-trial-results", "eelgrass-comes-back"]
  .map((slug) => `/articles/${slug}`);

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, viewport] of Object.entries({ wide: WIDE, narrow: NARROW })) {
  describe(`On a ${name} screen`, () => {
    test("home page, article, tag, load more, and back", async () => {
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
      assert.equal(await page.title(), "Putin · The Averil Gazette");
      await page.goBack();
      await page.locator(".story").waitFor();
      await page.goBack();
      await page.locator(".front").waitFor();
      assert.deepEqual(page.complaints, []);
    });

    test("pages fit the screen and pass axe-core", async () => {
      const page = await reader(browser, viewport);
      for (const path of ["", "/articles/gas-contract-averil", ...BODIES, "/tags/putin", "/articles/never-written"]) {
        await page.goto(SITE + path);
        await arrived(page);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} is too wide`);
        assert.deepEqual(await violations(page), []);
      }
    });
  });
}

for (const [name, viewport] of Object.entries({ wide: WIDE, narrow: NARROW })) {
  test(`the search box suggests by the keyboard, and results show the words found, on a ${name} screen`, async () => {
    const page = await reader(browser, viewport);
    await page.goto(SITE);
    await arrived(page);
    const box = page.getByRole("combobox");
    const below = page.locator(".masthead nav");
    const { y } = await below.boundingBox();
    await box.fill("marsh");
    await page.getByRole("option", { name: /Elena Marsh/ }).waitFor();
    assert.equal((await below.boundingBox()).y, y);
    assert.deepEqual(await violations(page), []);
    await picture(page, `suggestions-${name}`);
    await box.press("ArrowDown");
    assert.equal(await box.getAttribute("aria-activedescendant"), "option-0");
    await box.press("Enter");
    await arrived(page);
    assert.equal(new URL(page.url()).pathname, "/reader/tags/elena-marsh");

    await box.fill("harbour");
    await page.getByRole("option").first().waitFor();
    await box.press("Escape");
    assert.equal(await page.getByRole("option").count(), 0);
    await box.press("Enter");
    await page.locator("main mark").first().waitFor();
    await arrived(page);
    assert.equal(new URL(page.url()).search, "?q=harbour");
    assert.match(await page.locator("main mark").first().textContent(), /^harbour/i);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.deepEqual(await violations(page), []);
    await picture(page, `search-${name}`);

    const section = page.getByRole("list", { name: "Sections" }).getByRole("link").first();
    await section.click();
    await page.locator("[aria-current=true]").waitFor();
    assert.match(new URL(page.url()).search, /section=/);
    await page.goBack();
    await arrived(page);

    await page.goto(`${SITE}/search?q=xyzzyx`);
    await arrived(page);
    assert.match(await page.locator("main").textContent(), /Nothing found/);
    await page.goto(`${SITE}/search?q=${encodeURIComponent("<img src=x onerror=alert(1)>")}`);
    await arrived(page);
    assert.equal(await page.locator("main h1").textContent(), "<img src=x onerror=alert(1)>");
    assert.deepEqual(page.complaints, []);
  });
}

for (const [name, viewport] of Object.entries({ wide: WIDE, middle: MIDDLE })) {
  test(`the home page shows each picture once and has no gaps on a ${name} screen`, async () => {
    const page = await reader(browser, viewport);
    await page.goto(SITE);
    await arrived(page);
    await picture(page, `front-${name}`);
    const pictures = await page.locator("main img").evaluateAll((all) => all.map((image) => image.src));
    assert.ok(pictures.length > 8);
    assert.deepEqual(pictures, [...new Set(pictures)]);
    assert.deepEqual(await page.evaluate(gaps), []);
  });
}

/** Rows of cards that do not fill the width, and columns of different heights. */
function gaps() {
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

test("on a narrow screen the sections scroll in one line", async () => {
  const page = await reader(browser, NARROW);
  await page.goto(SITE);
  await arrived(page);
  const sections = page.locator(".sections");
  const items = sections.locator("> li");
  await items.nth(7).waitFor();
  const tops = await items.evaluateAll((all) => all.map((item) => item.offsetTop));
  assert.equal(new Set(tops).size, 1);
  assert.ok(await sections.evaluate((line) => line.scrollWidth > line.clientWidth));
  await items.nth(7).locator("a").focus();
  assert.ok(await sections.evaluate((line) => line.scrollLeft > 0));
});

for (const [name, viewport] of Object.entries({ wide: WIDE, narrow: NARROW })) {
  test(`masthead, menu and footer come from the site document on a ${name} screen`, async () => {
    const page = await reader(browser, viewport);
    await page.addInitScript(() => {
      globalThis.shifts = [];
      new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => globalThis.shifts.push(value)))
        .observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(SITE);
    await arrived(page);
    assert.equal(await page.locator(".masthead .name").textContent(), "The Averil Gazette");
    assert.match(await page.locator(".masthead .name img").getAttribute("src"), /lantern/);
    assert.deepEqual(await page.locator(".sections > li > a").allTextContents(), [
      "Front page", "World", "Politics", "City", "Business", "Science", "Culture", "Sport", "Opinion",
    ]);
    assert.deepEqual(await page.locator("footer h2").allTextContents(), ["About the paper", "Our policies", "Follow us"]);
    assert.deepEqual(await page.locator("footer nav").nth(1).locator("a").evaluateAll((all) => all.map(({ href }) => href)), [
      "https://averil.example/ethics",
      "https://averil.example/corrections",
    ]);
    assert.match(await page.locator("footer").textContent(), /Averil Gazette Cooperative/);
    assert.deepEqual(await page.evaluate(() => globalThis.shifts), []);
    assert.deepEqual(page.complaints, []);
    await picture(page, `frame-${name}`);
  });

  test(`the items below one of the menu open by the keyboard on a ${name} screen`, async () => {
    const page = await reader(browser, viewport);
    await page.goto(SITE);
    await arrived(page);
    await page.getByRole("button", { name: "More in World" }).focus();
    await page.keyboard.press("Enter");
    const below = page.locator(".submenu");
    assert.deepEqual(await below.locator("a").allTextContents(), ["Europe", "Russia", "Ukraine", "United Nations"]);
    assert.equal(await below.isVisible(), true);
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Escape");
    assert.equal(await below.isVisible(), false);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".about h1").waitFor();
    assert.equal(new URL(page.url()).pathname, "/reader/tags/europe");
    assert.equal(await below.isVisible(), false);
    assert.deepEqual(page.complaints, []);
  });

  test(`every type of block is shown on a ${name} screen`, async () => {
    const page = await reader(browser, viewport);
    for (const path of BODIES) {
      await page.goto(SITE + path);
      await arrived(page);
      await picture(page, `body-${path.split("/").pop()}-${name}`);
    }
    assert.deepEqual(page.complaints, []);
  });
}

test("the byline links every author", async () => {
  const page = await reader(browser, WIDE);
  await page.goto(`${SITE}/articles/opera-in-dry-dock`);
  await arrived(page);
  assert.equal(await page.locator(".story .byline").textContent(), "By Mei Castellan and Nora Lindqvist");
  assert.equal(await page.locator(".story .byline a").count(), 2);
});

test("an article that is not free ends with a line about the rest", async () => {
  const page = await reader(browser, WIDE);
  await page.goto(`${SITE}/articles/ropeworks-last-shift`);
  await arrived(page);
  assert.equal(await page.locator(".story .rest").textContent(), "The rest is for subscribers.");
  await page.goto(`${SITE}/articles/gas-contract-averil`);
  await arrived(page);
  assert.equal(await page.locator(".story .rest").count(), 0);
});

test("on a narrow screen a wide table scrolls within itself", async () => {
  const page = await reader(browser, NARROW);
  await page.goto(`${SITE}/articles/tide-model-released`);
  await arrived(page);
  const table = page.getByRole("region", { name: "Table 1" });
  assert.ok(await table.evaluate((region) => region.scrollWidth > region.clientWidth));
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

test("a film of another service is requested by a click only", async () => {
  const page = await reader(browser, WIDE);
  const elsewhere = [];
  await page.route((url) => url.origin !== new URL(SITE).origin, (route) => {
    elsewhere.push(route.request().url());
    return route.fulfill({ contentType: "text/html", body: "<title>A film</title>" });
  });
  await page.goto(`${SITE}/articles/derby-late-equaliser`);
  await arrived(page);
  assert.deepEqual(elsewhere, []);
  await page.getByRole("button", { name: "Load from YouTube" }).click();
  await page.frameLocator("iframe").locator("html").waitFor({ state: "attached" });
  assert.deepEqual(elsewhere, ["https://www.youtube-nocookie.com/embed/AverilDerby"]);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "IFRAME");
  assert.deepEqual(page.complaints, []);
});

test("a footnote and its mark lead to each other, and back leads to the former page", async () => {
  const page = await reader(browser, WIDE);
  await page.goto(SITE);
  await arrived(page);
  await page.goto(`${SITE}/articles/triage-trial-results`);
  await arrived(page);
  const mark = page.locator("sup[id^=noteref-] a");
  await mark.scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  await mark.click();
  assert.match(page.url(), /#note-/);
  assert.ok(await page.locator("[data-notes] li").evaluate((note) => note.getBoundingClientRect().bottom <= innerHeight));
  await page.locator("[data-notes] a").first().click();
  assert.match(page.url(), /#noteref-/);
  await page.goBack();
  await page.waitForURL(/#note-/);
  await page.goBack();
  await page.waitForURL((url) => url.hash === "");
  await page.waitForFunction((before) => Math.abs(scrollY - before) < 2, scrolled);
  assert.equal(await page.locator(".story").count(), 1);
  assert.deepEqual(page.complaints, []);
});

test("a preview link shows a draft with a notice", async () => {
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

test("the head from the server is removed with the first page", async () => {
  const page = await reader(browser, WIDE);
  await page.goto(`${SITE}/articles/gas-contract-averil`);
  await arrived(page);
  assert.match(await page.locator("link[rel=canonical]").getAttribute("href"), /\/reader\/articles\/gas-contract-averil$/);
  await page.locator(".masthead .name a").click();
  await page.locator(".front").waitFor();
  assert.equal(await page.locator("[data-head]").count(), 0);
  assert.equal(await page.title(), "The Averil Gazette");
});

test("the dark colours have enough contrast", async () => {
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

test("the site can be used with the keyboard alone", async () => {
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

test("cached pages are revalidated with 304", async () => {
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

test("a former slug of a tag is replaced in the URL", async () => {
  const page = await reader(browser, WIDE);
  await page.goto(`${SITE}/tags/vladimir-putin`);
  await arrived(page);
  assert.equal(new URL(page.url()).pathname, "/reader/tags/putin");
});

test("a withdrawn article shows the reason", async () => {
  const page = await reader(browser, WIDE);
  const response = await page.goto(`${SITE}/articles/ferry-report-withdrawn`);
  assert.equal(response.status(), 410);
  await arrived(page);
  assert.equal(await page.locator("h1").textContent(), "No longer available");
  assert.match(await page.locator(".failure").textContent(), /because it was wrong/);
  await picture(page, "withdrawn");
});

// Must be the last test: it kills the server.
test("without a server the site shows an error and cached pages", async () => {
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
