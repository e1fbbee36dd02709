/*
 * Builds what is shown. Text always becomes text, never markup: whatever an editor or an attacker has written into a
 * headline, it is shown and not run.
 */

/**
 * Makes an element, such as element("a", { href, class: "name" }, "Text", otherElement). Attributes and children that are
 * absent (null, undefined, false) are left out; arrays of children are spread.
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
 * The one place where text becomes markup: the body of an article as HTML. The API promises that this is safe to insert
 * (docs/api.md): it is written by the server from blocks, with nothing in it but a short list of elements.
 */
export function markup(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

function isPresent(value) {
  return value !== null && value !== undefined && value !== false;
}
