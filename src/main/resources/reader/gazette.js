/*
 * The client of the public API. It reads JSON, and never reads the same thing twice: each answer is kept with its ETag,
 * and the next request for it says so. The server then answers 304, without a body and without a look at its database.
 */

/** What was answered, by address: {tag, content}. */
const kept = new Map();

/** How many answers are kept; the oldest goes first. */
const MOST_KEPT = 100;

/** A request takes no longer than this, in milliseconds. */
const DEADLINE = 10_000;

/** The server refused, and said why: problem details (RFC 9457). */
export class Refusal extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

/** There was no answer at all: no network, no server, or none in time. */
export class Unreachable extends Error {}

/** Reads what is at an address, such as "/v1/pages/home". Old slugs lead on to where the thing is now (308). */
export async function read(address) {
  const known = kept.get(address);
  const response = await ask(address, known ? { "If-None-Match": known.tag } : {});
  if (response.status === 304) {
    return known.content;
  }
  if (!response.ok) {
    throw new Refusal(await problemOf(response));
  }
  const content = await response.json();
  if (!response.headers.get("Cache-Control")?.includes("no-store")) {
    keep(address, { tag: response.headers.get("ETag"), content });
  }
  return content;
}

/** Reads the page after one that was read; null: that was the last one. */
export function readNext(page) {
  return page.next ? read(page.next) : null;
}

/** The address of a resource whose last segments are names, with parameters. */
export function address(segments, parameters = {}) {
  const path = `/v1/${segments.map(encodeURIComponent).join("/")}`;
  const query = new URLSearchParams(parameters).toString();
  return query ? `${path}?${query}` : path;
}

async function ask(address, headers) {
  try {
    return await fetch(address, {
      headers: { Accept: "application/json", ...headers },
      credentials: "omit",
      signal: AbortSignal.timeout(DEADLINE),
    });
  } catch (cause) {
    throw new Unreachable("The newsroom cannot be reached.", { cause });
  }
}

/** A proxy in between may refuse too, and knows nothing of problem details. */
async function problemOf(response) {
  const isProblem = response.headers.get("Content-Type")?.startsWith("application/problem+json");
  return isProblem ? response.json() : { status: response.status, title: response.statusText };
}

function keep(address, answer) {
  kept.delete(address);
  kept.set(address, answer);
  if (kept.size > MOST_KEPT) {
    kept.delete(kept.keys().next().value);
  }
}
