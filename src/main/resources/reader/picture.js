/* Pictures with their renditions. Width and height reserve the space before a picture has loaded. */

import { element } from "./element.js";

/** The largest difference between the aspect ratios of two renditions of the same crop. */
const SAME_SHAPE = 0.01;

/**
 * @param sizes the value of the attribute "sizes"
 * @param eager true if it is visible without scrolling
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

/** A picture with caption and credit. */
export function figure(image, sizes) {
  const words = [image.caption, image.credit && element("small", {}, image.credit)].filter(Boolean);
  return element(
    "figure",
    {},
    picture(image, sizes, { eager: true }),
    words.length > 0 && element("figcaption", {}, ...words.flatMap((word) => [word, " "])),
  );
}

/** The renditions of the whole picture, without crops such as a square. */
function sameShape(image) {
  const shape = image.width / image.height;
  return (image.renditions ?? []).filter(({ width, height }) => Math.abs(width / height - shape) < SAME_SHAPE);
}
