#!/usr/bin/env python3
"""Measures listings of a large newsroom against those of a small one (promises S4 and S5) and looks for weak spots.

    src/bench/listings.py SMALL LARGE [--rounds 5] [--requests 200] [--warm-up 30] [--parts S4,S5,weak]

SMALL and LARGE are addresses of two servers of the same build, with 10,000 and 1,000,000 generated articles
(gazette.generated-articles) on databases of the same kind; ANALYZE a PostgreSQL before. Needs Python only.

Each server has one connection and one request at a time, timed from sending it until its content has been read. The two
requests of a pair go to both servers or both pages in turn, in alternating order, so that other load on the machine slows
both alike: ratios can be trusted where absolute times cannot. A round gives two medians and their ratio. The table has the
medians over the rounds and, in brackets, the least and the greatest ratio of a round.
"""

import argparse
import http.client
import itertools
import json
import random
import statistics
import sys
import time
import urllib.parse

PAGE = 20
DEEP = 10_000
TAGS = 2_000

S4, S5 = 1.3, 1.2

WALKED = ("/v1/articles", "/v1/articles?order=updated", "/v1/tags/topic-1/articles")

# Slower requests are sent fewer times: enough to see that they are slow.
SLOW_SECONDS = 0.3
FEW = 3


class Server:
    """One server behind one connection that stays open."""

    def __init__(self, url):
        self.url = url
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc, timeout=600)

    def get(self, path):
        """The response and its seconds; a status other than 200 ends the run."""
        try:
            response, content, seconds = self.timed(path)
        except (http.client.RemoteDisconnected, ConnectionError):
            # The server has closed the connection, idle during requests to the other server.
            self.connection.close()
            response, content, seconds = self.timed(path)
        if response.status != 200:
            sys.exit(f"{self.url}{path} answered {response.status}: {content[:300]}")
        return json.loads(content), seconds

    def timed(self, path):
        started = time.perf_counter()
        self.connection.request("GET", path)
        response = self.connection.getresponse()
        content = response.read()
        return response, content, time.perf_counter() - started


def compared(rounds, requests, one, other, pairs):
    """Times pairs of paths in turn; returns the medians in milliseconds and the ratios of all rounds."""
    ones, others, ratios = [], [], []
    for _ in range(rounds):
        times = ([], [])
        for number in range(requests):
            pair = next(pairs)
            turn = (0, 1) if number % 2 == 0 else (1, 0)
            for side in turn:
                times[side].append((one, other)[side].get(pair[side])[1])
            if number >= FEW - 1 and max(times[0][-1], times[1][-1]) > SLOW_SECONDS:
                break
        ones.append(statistics.median(times[0]) * 1000)
        others.append(statistics.median(times[1]) * 1000)
        ratios.append(others[-1] / ones[-1])
    return statistics.median(ones), statistics.median(others), ratios


def middle(ratios):
    return statistics.median(ratios)


def row(what, measured, promise=None):
    small, large, ratios = measured
    ratio = middle(ratios)
    verdict = "" if promise is None else f"<= {promise} {'ok' if ratio <= promise else 'MISS'}"
    print(f"| {what} | {small:.1f} | {large:.1f} | {ratio:.2f} ({min(ratios):.2f}–{max(ratios):.2f}) | {verdict} |", flush=True)


def heading(first, second):
    print(f"\n| what | {first}, ms | {second}, ms | ratio | promise |\n|---|---|---|---|---|", flush=True)


def cursor_behind(server, listing, articles):
    """The cursor behind this many articles, reached page by page."""
    separator = "&" if "?" in listing else "?"
    cursor = None
    while articles > 0:
        limit = min(100, articles)
        behind = "" if cursor is None else f"&cursor={cursor}"
        page, _ = server.get(f"{listing}{separator}fields=id&limit={limit}{behind}")
        if "next" not in page:
            sys.exit(f"{server.url}{listing} has too few articles to walk that deep")
        cursor = urllib.parse.parse_qs(urllib.parse.urlsplit(page["next"]).query)["cursor"][0]
        articles -= limit
    return cursor


def pages(server, listing, number):
    """The first page of a listing, and the page with this number."""
    separator = "&" if "?" in listing else "?"
    first = f"{listing}{separator}limit={PAGE}"
    return first, f"{first}&cursor={cursor_behind(server, listing, (number - 1) * PAGE)}"


def tagged(tags):
    """First pages of these tags in a random order, repeated without end."""
    order = random.Random(1).sample(tags, len(tags))
    return ((f"/v1/tags/topic-{tag}/articles",) * 2 for tag in itertools.cycle(order))


def both(one, other):
    return itertools.repeat((one, other))


def always(path):
    return both(path, path)


def full_on_both(small, large):
    """The tags with a full first page in both newsrooms; shorter pages would be less work in one of them."""
    full = []
    for tag in range(1, TAGS + 1):
        path = f"/v1/tags/topic-{tag}/articles?fields=id"
        if all(len(server.get(path)[0]["items"]) == PAGE for server in (small, large)):
            full.append(tag)
        elif tag > 2 * (len(full) + 10):
            break
    return full


def warm_up(seconds, small, large):
    until = time.monotonic() + seconds
    paths = [path for path, _ in itertools.islice(tagged(list(range(1, TAGS + 1))), 300)]
    for path in itertools.cycle(paths + ["/v1/articles", "/v1/articles?tags=topic-1%7Ctopic-2", "/v1/tags?q=topic%201"]):
        small.get(path)
        large.get(path)
        if time.monotonic() > until:
            return


def first_pages(small, large, measure):
    full = full_on_both(small, large)
    print(f"S4: the large newsroom against the small one. {len(full)} tags have a full first page in both.")
    heading("small", "large")
    row("first page of a tag, full in both", measure(small, large, tagged(full)), S4)
    row("first page of any of 2,000 tags", measure(small, large, tagged(list(range(1, TAGS + 1)))))
    row("first page of all articles", measure(small, large, always("/v1/articles")))


def deep_pages(small, large, measure):
    print("\nS5: the large newsroom, deep pages against first ones.")
    heading("first", f"page {DEEP:,}")
    for listing in WALKED:
        row(f"`{listing}`", measure(large, large, both(*pages(large, listing, DEEP))), S5)


def weak_spots(small, large, measure):
    print("\nWeak spots: the large newsroom against the small one, where few articles fit or much is asked.")
    heading("small", "large")
    for path in (
        "/v1/articles?tags=topic-1%7Ctopic-2",
        "/v1/articles?tags=topic-1,topic-2",
        "/v1/articles?tags=topic-1,topic-1500",
        "/v1/articles?tags=topic-1500,topic-1",
        "/v1/articles?tags=topic-900,topic-1200",
        "/v1/articles?tags=-topic-1",
        "/v1/articles?tags=topic-1,-topic-2&order=oldest",
        "/v1/articles?type=opinion",
        "/v1/articles?language=de",
        "/v1/tags/topic-1/articles?language=de",
        "/v1/articles?updatedSince=2100-01-01",
        "/v1/articles?count=exact",
        "/v1/tags/topic-1/articles?count=exact",
        "/v1/tags/topic-100/articles?count=exact",
        "/v1/articles?tags=topic-1%7Ctopic-2&count=exact",
        "/v1/articles?limit=100",
        "/v1/articles?body=html",
        "/v1/articles/generated-5000/related",
        "/v1/tags?q=topic%201",
    ):
        row(f"`{urllib.parse.unquote(path).replace('|', chr(92) + '|')}`", measure(small, large, always(path)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("small")
    parser.add_argument("large")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--requests", type=int, default=200, help="pairs in a round")
    parser.add_argument("--warm-up", type=float, default=30, help="seconds")
    parser.add_argument("--parts", default="S4,S5,weak")
    given = parser.parse_args()
    small, large = Server(given.small), Server(given.large)
    warm_up(given.warm_up, small, large)

    def measure(one, other, pairs):
        return compared(given.rounds, given.requests, one, other, pairs)

    for part, measured in {"S4": first_pages, "S5": deep_pages, "weak": weak_spots}.items():
        if part in given.parts.split(","):
            measured(small, large, measure)


if __name__ == "__main__":
    main()
