/* What is shown instead of a page. */

import { Refusal } from "./gazette.js";
import { element } from "./element.js";

const TITLES = { 404: "There is nothing here", 410: "No longer available", 503: "The newsroom is catching its breath" };

/** Why an article was withdrawn, by the problem's member "reason". */
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

/** One sentence for a reader, who can do nothing about a stack trace. */
export function sentence(failure) {
  return explain(failure).detail;
}

/** Only what may be over soon is worth another try. */
function explain(failure) {
  if (!(failure instanceof Refusal)) {
    return { title: "You seem to be offline", detail: "The newsroom does not answer. Nothing is lost: try again in a moment.", passing: true };
  }
  const { status, reason } = failure.problem;
  return {
    title: TITLES[status] ?? "Something went wrong",
    detail: REASONS[reason] ?? failure.message,
    passing: status >= 500 || status === 429,
  };
}
