/* The frame around all pages, made of the site document: masthead, menus, footer. */

import { address, read } from "./gazette.js";
import { element } from "./element.js";
import { articlePath, tagPath } from "./card.js";

/** What the frame says when the site document cannot be read. */
const UNREAD = { title: "Gazette", menus: [], sections: [], social: [], isUnread: true };

/** The menu at the top; without it the sections stand there. */
const MAIN = "main";

/** The words for the policies, by the names of schema.org. */
const POLICIES = {
  publishingPrinciples: "Editorial principles",
  ethicsPolicy: "Ethics",
  correctionsPolicy: "Corrections",
  verificationFactCheckingPolicy: "Fact checking",
  unnamedSourcesPolicy: "Unnamed sources",
  actionableFeedbackPolicy: "Your feedback",
  diversityPolicy: "Diversity",
  diversityStaffingReport: "Diversity of our staff",
  ownershipFundingInfo: "Ownership and funding",
  masthead: "Who we are",
  missionCoveragePrioritiesPolicy: "Our mission",
  noBylinesPolicy: "Articles without bylines",
};

/** Reads the site document; the promise never fails. */
export async function readSite() {
  try {
    return await read(address(["site"]));
  } catch {
    return UNREAD;
  }
}

/** Fills masthead, menu and footer. */
export function frame(site) {
  masthead(site);
  const main = site.menus.find(({ key, items }) => key === MAIN && items.length > 0);
  const items = main?.items ?? site.sections.map((section) => ({ title: section.name, kind: "tag", ref: section.slug }));
  document.querySelector(".sections").replaceChildren(...items.map(topItem));
  document.querySelector(".masthead nav").hidden = items.length === 0;
  document.querySelector(".about-site").replaceChildren(...footer(site).filter(Boolean));
}

/** The title on a line of a fixed height, where a wider one is smaller. The logo is decoration beside it. */
function masthead({ title, logo }) {
  const link = document.querySelector(".masthead .name a");
  const image = logo && element("img", { src: logo.url, width: logo.width, height: logo.height, alt: "", decoding: "async" });
  link.replaceChildren(...[image, title].filter(Boolean));
  link.style.whiteSpace = "nowrap";
  link.parentElement.style.setProperty("--ems", link.offsetWidth / parseFloat(getComputedStyle(link).fontSize));
  link.style.whiteSpace = "";
}

/** An item of the menu at the top; a button shows the items below it. */
function topItem(item, index) {
  if (!item.items) {
    return element("li", {}, itemLink(item));
  }
  const id = `menu-${index}`;
  const button = element(
    "button",
    { type: "button", popovertarget: id },
    element("span", { class: "unseen" }, `More in ${item.title}`),
    element("span", { "aria-hidden": "true" }, "▾"),
  );
  const below = element("div", { id, popover: "auto", class: "submenu" }, itemList(item.items));
  below.addEventListener("toggle", ({ newState }) => newState === "open" && place(below, button));
  below.addEventListener("click", ({ target }) => target.closest("a") && below.hidePopover());
  return element("li", {}, itemLink(item), button, below);
}

/** Puts the submenu below its button; it closes when the page scrolls away from it. */
function place(below, button) {
  const { bottom, left } = button.getBoundingClientRect();
  below.style.top = `${bottom}px`;
  below.style.left = `${Math.max(8, Math.min(left, document.documentElement.clientWidth - below.offsetWidth - 8))}px`;
  window.addEventListener("scroll", () => below.hidePopover(), { once: true });
}

function itemList(items) {
  return element("ul", {}, items.map((item) => element("li", {}, itemLink(item), item.items && itemList(item.items))));
}

function itemLink(item) {
  return element("a", { href: itemPath(item) }, item.title);
}

/** The page of an item here, the URL of a link, or the resource of the API. */
function itemPath({ kind, ref, href }) {
  if (kind === "tag") {
    return tagPath({ slug: ref });
  }
  if (kind === "article") {
    return articlePath({ slug: ref });
  }
  return kind === "page" && ref === "home" ? "/reader" : href;
}

function footer({ menus, policies = {}, social, publisher }) {
  const named = Object.entries(policies).map(([name, url]) => ({ title: POLICIES[name] ?? name, href: url }));
  const profiles = social.map(({ platform, url }) => ({ title: platform ?? new URL(url).hostname, href: url }));
  return [
    ...menus.filter(({ key, items }) => key !== MAIN && items.length > 0).map(({ key, title, items }) => column(title ?? key, items)),
    named.length > 0 && column("Our policies", named),
    profiles.length > 0 && column("Follow us", profiles),
    publisher && imprint(publisher),
  ];
}

function column(title, items) {
  return element("nav", { "aria-label": title }, element("h2", {}, title), itemList(items));
}

function imprint({ name, legalName, contact = {} }) {
  const parts = [
    legalName ?? name,
    contact.address,
    contact.email && element("a", { href: `mailto:${encodeURIComponent(contact.email)}` }, contact.email),
    contact.telephone,
    contact.url && element("a", { href: contact.url }, "Contact"),
  ].filter(Boolean);
  return element("p", {}, parts.flatMap((part, i) => (i === 0 ? [part] : [" · ", part])));
}
