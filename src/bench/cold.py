"""S3 to S5: responses that are not cached, on PostgreSQL, in a small and in a large newsroom."""

import json
import sys

import listings
from load import in_turn, pgbench, wrk
from servers import Gazette, get
from table import Row, rates

CLIENTS = 16

# Responses are cold, the server is warm: its first responses may take longer than its own deadline.
WITHOUT_CACHE = {"cache-size": 0, "warm-up": "5S"}

# Requests on one connection: enough pairs for stable medians of a round.
PAIRS = 200


# The KiB of one article in the cache, and the largest cache used here.
KIB_CACHED = 10
MOST_CACHED = 64 * 1_024


def articles(run):
    """S3: any article with its tags, against two prepared statements of pgbench; with the cache off, and on but too small."""
    with run.postgresql() as postgresql:
        database = postgresql.newsroom(run.large)
        tenth = min(MOST_CACHED, run.large * KIB_CACHED // 10)
        yield article(run, postgresql, database, "cold", 0.45, WITHOUT_CACHE)
        cached = {**WITHOUT_CACHE, "cache-size": f"{tenth}K"}
        yield article(run, postgresql, database, "of which the cache holds a tenth at most", 0.40, cached)


def article(run, postgresql, database, what, promise, settings):
    with Gazette(postgresql.settings(database, **settings)) as gazette:
        checked(gazette, f"/v1/articles/generated-{run.large // 2}")
        script = ("any", "/v1/articles/generated-", run.large)

        def ours(seconds):
            return wrk(gazette.url, seconds, connections=CLIENTS, script=script)

        def reference(seconds):
            return pgbench(postgresql, database, run.large, seconds, CLIENTS)

        gazette.warm_up(run.warm_up, ours)
        reference(run.seconds)
        rounds = in_turn(run.rounds, lambda: ours(run.seconds), lambda: reference(run.seconds))
        return rates("S3", f"any of {run.large:,} articles, {what}", *rounds, "pgbench", promise)


def checked(gazette, path):
    answer = get(gazette.url, path)
    if answer.status != 200 or len(json.loads(answer.content)["tags"]) < 3:
        sys.exit(f"{gazette.url}{path} answered {answer.status}: {answer.content[:300]}")


def pages(run):
    """S4 and S5: a large newsroom against a small one, deep pages against first ones."""
    with run.postgresql() as postgresql:
        databases = [postgresql.newsroom(size) for size in (run.small, run.large)]
        with Gazette(postgresql.settings(databases[0], **WITHOUT_CACHE)) as one:
            with Gazette(postgresql.settings(databases[1], **WITHOUT_CACHE)) as other:
                small, large = listings.Server(one.url), listings.Server(other.url)
                listings.warm_up(run.warm_up, small, large)
                yield from compared(run, small, large)


def compared(run, small, large):
    def measured(first, second, pairs):
        return listings.compared(run.rounds, PAIRS, first, second, pairs)

    def row(name, what, result, promise):
        first, second, ratios = result
        return Row.of(name, what, f"{second:.1f} ms", f"{first:.1f} ms", listings.middle(ratios), promise, at_most=True)

    if run.wants("S4"):
        full = listings.full_on_both(small, large)
        for what, paths in {
            f"first page of a tag, {run.large:,} articles against {run.small:,}": listings.tagged(full),
            "the same of all articles": listings.always("/v1/articles"),
        }.items():
            yield row("S4", what, measured(small, large, paths), listings.S4)
    if run.wants("S5"):
        for listing in listings.WALKED:
            first, deep = listings.pages(large, listing, run.deep)
            result = measured(large, large, listings.both(first, deep))
            yield row("S5", f"page {run.deep:,} of `{listing}` against page 1", result, listings.S5)
