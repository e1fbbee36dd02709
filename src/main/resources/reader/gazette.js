/* The client of the public API. It caches responses and revalidates them by their ETags. */

/** Cached responses by URL: {tag, content}. */
const cached = new Map();

/** The maximum number of cached responses; the oldest is dropped first. */
const MOST_CACHED = 100;

/** The time limit of a request in milliseconds. */
const DEADLINE = 10_000;

/** A response with problem details (RFC 9457). */
export class Refusal extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

/** No response: no network, no server, or a timeout. */
export class Unreachable extends Error {}

/** Reads a URL, such as "/v1/pages/home". Redirects of former slugs (308) are followed. */
export async function read(address) {
  const known = cached.get(address);
  const response = await ask(address, known ? { "If-None-Match": known.tag } : {});
  if (response.status === 304) {
    return known.content;
  }
  if (!response.ok) {
    throw new Refusal(await problemOf(response));
  }
  const content = await response.json();
  if (!response.headers.get("Cache-Control")?.includes("no-store")) {
    store(address, { tag: response.headers.get("ETag"), content });
  }
  return content;
}

/** Reads the page after this one; null if it is the last one. */
export function readNext(page) {
  return page.next ? read(page.next) : null;
}

/** The URL of a resource. Segments and parameters are encoded. */
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

/** The error may come from a proxy, without problem details. */
async function problemOf(response) {
  const isProblem = response.headers.get("Content-Type")?.startsWith("application/problem+json");
  return isProblem ? response.json() : { status: response.status, title: response.statusText };
}

function store(address, entry) {
  cached.delete(address);
  cached.set(address, entry);
  if (cached.size > MOST_CACHED) {
    cached.delete(cached.keys().next().value);
  }
}
