/*
 * The body of an article. Wide tables and code scroll by themselves, with the keyboard too. A film or post of another
 * service is loaded by a click: before that, the browser sends no request to the service.
 */

import { element, markup } from "./element.js";

const NAMES = {
  __proto__: null,
  "apple-podcasts": "Apple Podcasts",
  bluesky: "Bluesky",
  dailymotion: "Dailymotion",
  datawrapper: "Datawrapper",
  facebook: "Facebook",
  flourish: "Flourish",
  "google-maps": "Google Maps",
  instagram: "Instagram",
  soundcloud: "SoundCloud",
  spotify: "Spotify",
  ted: "TED",
  threads: "Threads",
  tiktok: "TikTok",
  vimeo: "Vimeo",
  x: "X",
  youtube: "YouTube",
};

/** The address of a frame, made from the address of an embed; absent for services that are only linked. */
const FRAMES = {
  __proto__: null,
  "apple-podcasts": ({ pathname, search }) => `https://embed.podcasts.apple.com${pathname}${search}`,
  dailymotion: ({ pathname }) => `https://geo.dailymotion.com/player.html?video=${last(pathname)}`,
  datawrapper: ({ pathname }) => `https://datawrapper.dwcdn.net${pathname}`,
  flourish: ({ pathname }) => `https://flo.uri.sh${pathname.replace(/\/$/, "")}/embed`,
  "google-maps": ({ pathname, search }) => pathname === "/maps/embed" && `https://www.google.com${pathname}${search}`,
  soundcloud: ({ href }) => `https://w.soundcloud.com/player/?url=${encodeURIComponent(href)}`,
  spotify: ({ pathname }) => `https://open.spotify.com/embed${pathname.replace(/^\/intl-\w+/, "")}`,
  ted: ({ pathname }) => `https://embed.ted.com${pathname}`,
  tiktok: ({ pathname }) => `https://www.tiktok.com/embed/v2/${last(pathname)}`,
  vimeo: ({ pathname }) => vimeo(...pathname.split("/").filter(Boolean)),
  youtube: ({ pathname, searchParams }) => youtube(searchParams.get("v") ?? last(pathname), searchParams.get("list"), pathname),
};

/** Players of sound have this height at any width. */
const SOUND_HEIGHT = { "apple-podcasts": 175, soundcloud: 166, spotify: 152 };

const WIDESCREEN = "16 / 9";
const PORTRAIT = "9 / 16";

export function body(html) {
  const content = markup(html);
  content.querySelectorAll("table").forEach(scroll);
  content.querySelectorAll("pre").forEach((code) => code.setAttribute("tabindex", 0));
  content.querySelectorAll("figure[data-embed]").forEach(offer);
  return element("div", { class: "body" }, content);
}

/** Lets the keyboard scroll a table that is wider than the screen. */
function scroll(table, index) {
  const name = table.caption?.textContent || `Table ${index + 1}`;
  const region = element("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": name });
  table.replaceWith(region);
  region.append(table);
}

/** A button in place of the frame, and a link for readers who prefer to leave. */
function offer(figure) {
  const link = figure.querySelector("a");
  const service = NAMES[figure.dataset.embed] ?? link.hostname;
  const said = link.textContent;
  const title = link.title || figure.querySelector("figcaption")?.textContent || said;
  const source = URL.canParse(link.href) && FRAMES[figure.dataset.embed]?.(new URL(link.href));
  const panel = element("div", { class: "embed" }, element("p", {}, said === link.getAttribute("href") ? link.title || service : said));
  figure.prepend(panel);
  if (source) {
    const button = element("button", { type: "button" }, `Load from ${service}`);
    button.addEventListener("click", () => load(panel, figure.dataset, source, title));
    panel.append(button, element("small", {}, `${service} then learns that you read this page.`));
  }
  link.textContent = `Open on ${service}`;
  panel.append(link);
}

function load(panel, { embed, width, height }, source, title) {
  const frame = element("iframe", {
    src: source,
    title,
    allow: "fullscreen; picture-in-picture; encrypted-media",
    referrerpolicy: "strict-origin-when-cross-origin",
    tabindex: 0,
  });
  if (SOUND_HEIGHT[embed]) {
    frame.style.height = `${SOUND_HEIGHT[embed]}px`;
  } else {
    frame.style.aspectRatio = width && height ? `${width} / ${height}` : embed === "tiktok" ? PORTRAIT : WIDESCREEN;
  }
  panel.replaceWith(frame);
  frame.focus();
}

function youtube(id, list, pathname) {
  return pathname === "/playlist"
    ? `https://www.youtube-nocookie.com/embed/videoseries?list=${list}`
    : `https://www.youtube-nocookie.com/embed/${id}`;
}

/** A film that is not listed has a second name, which its player asks for. */
function vimeo(id, hash) {
  return `https://player.vimeo.com/video/${id}?dnt=1${hash ? `&h=${hash}` : ""}`;
}

function last(pathname) {
  return pathname.split("/").filter(Boolean).pop();
}
