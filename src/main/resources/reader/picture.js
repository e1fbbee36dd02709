/* Pictures: the sizes that the newsroom made, and the room that they take kept free until they have come. */

import { element } from "./element.js";

/** How much two shapes may differ and still be the same crop. */
const SAME_SHAPE = 0.01;

/**
 * @param sizes how wide it is shown, in the words of the attribute "sizes"
 * @param eager whether it is among the first things that are seen
 */
export function picture(image, sizes, { eager = false, decorative = false } = {}) {
  return element("img", {
    src: image.url,
    srcset: sameShape(image).map((rendition) => `${rendition.url} ${rendition.width}w`).join(", ") || null,
    sizes,
    width: image.width,
    height: image.height,
    alt: decorative ? "" : image.alt,
    loading: eager ? "eager" : "lazy",
    fetchpriority: eager ? "high" : null,
    decoding: "async",
  });
}

/** With caption and credit below it. */
export function figure(image, sizes) {
  const words = [image.caption, image.credit && element("small", {}, image.credit)].filter(Boolean);
  return element(
    "figure",
    {},
    picture(image, sizes, { eager: true }),
    words.length > 0 && element("figcaption", {}, ...words.flatMap((word) => [word, " "])),
  );
}

/** The renditions of the whole picture: others, such as a square, show a part of it. */
function sameShape(image) {
  const shape = image.width / image.height;
  return (image.renditions ?? []).filter(({ width, height }) => Math.abs(width / height - shape) < SAME_SHAPE);
}
