/* Pictures with their renditions. Width and height reserve the space before a picture has loaded. */

import { element } from "./element.js";

/**
 * @param sizes the value of the attribute "sizes"
 * @param eager true if it is visible without scrolling
 */
export function picture(image, sizes, { eager = false, decorative = false } = {}) {
  const img = element("img", {
    src: image.url,
    srcset: image.srcset,
    sizes,
    width: image.width,
    height: image.height,
    alt: decorative ? "" : image.alt,
    loading: eager ? "eager" : "lazy",
    fetchpriority: eager ? "high" : null,
    decoding: "async",
  });
  img.style.backgroundColor = image.placeholder ?? "";
  img.style.objectPosition = image.focus ? `${image.focus.x}% ${image.focus.y}%` : "";
  return img;
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
