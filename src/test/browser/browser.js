/* A browser for the tests: one Chromium, a fresh context for each reader. */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

export const SITE = `${process.env.GAZETTE}/reader`;

export const WIDE = { width: 1280, height: 900 };
export const MIDDLE = { width: 768, height: 1024 };
export const NARROW = { width: 320, height: 640 };

/** For a network without access to the internet; pages behave as in a reader's browser. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });

/** A page that collects its script errors and blocked content in page.complaints. */
export async function reader(browser, viewport, options = {}) {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && page.complaints.push(message.text()));
  return page;
}

/** Waits until a page or an error page is shown. */
export async function arrived(page) {
  await page.locator("main[aria-busy=false]").waitFor();
}

export async function picture(page, name) {
  await page.evaluate(async () => {
    document.querySelectorAll("img[loading=lazy]").forEach((image) => image.setAttribute("loading", "eager"));
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  });
  await page.screenshot({ path: `screenshots/${name}.png`, fullPage: true });
}

/** The violations that axe-core finds, one line each. */
export async function violations(page) {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run());
  console.log(`axe-core: ${passes.length} rules passed, ${violations.length} violated at ${page.url()}`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}
