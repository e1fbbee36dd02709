/* Error pages. */

import { Refusal } from "./gazette.js";
import { element } from "./element.js";

const TITLES = { 404: "There is nothing here", 410: "No longer available", 503: "The newsroom is catching its breath" };

/** Sentences for the member "reason" of the problem "withdrawn". */
const REASONS = {
  legal: "The newsroom withdrew this article for legal reasons.",
  error: "The newsroom withdrew this article because it was wrong.",
  rights: "The newsroom no longer has the rights to this article.",
};

export function failurePage(failure) {
  const { title, detail, passing } = explain(failure);
  return {
    title,
    content: [
      element(
        "section",
        { class: "failure" },
        element("h1", {}, title),
        element("p", { class: "standfirst" }, detail),
        element("p", {}, passing
          ? element("button", { type: "button", "data-again": true }, "Try again")
          : element("a", { href: "/reader" }, "Go to the home page")),
      ),
    ],
  };
}

/** One sentence for readers. */
export function sentence(failure) {
  return explain(failure).detail;
}

/** Network errors, 429 and 5xx are passing: readers may try again. */
function explain(failure) {
  if (!(failure instanceof Refusal)) {
    return { title: "You seem to be offline", detail: "The newsroom does not respond. Nothing is lost: try again in a moment.", passing: true };
  }
  const { status, reason } = failure.problem;
  return {
    title: TITLES[status] ?? "Something went wrong",
    detail: REASONS[reason] ?? failure.message,
    passing: status >= 500 || status === 429,
  };
}
