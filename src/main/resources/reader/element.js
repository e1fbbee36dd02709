/*
 * Builds DOM elements. Text is always inserted as text, never as markup: scripts in a headline are shown and not run.
 */

/**
 * Creates an element, such as element("a", { href, class: "name" }, "Text", otherElement). Attributes and children that are
 * null, undefined or false are left out; arrays of children are flattened.
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (isPresent(value)) {
      made.setAttribute(attribute, value === true ? "" : value);
    }
  }
  made.append(...children.flat().filter(isPresent));
  return made;
}

/**
 * Parses the body of an article, the only text inserted as markup. The API guarantees that it is safe (docs/api.md): the
 * server writes it from blocks with a short list of elements.
 */
export function markup(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

function isPresent(value) {
  return value !== null && value !== undefined && value !== false;
}
