"""S7: the time from the acknowledgement of a publication by one node to the new response of another node."""

import http.client
import json
import statistics
import sys
import time

from servers import BOOTSTRAP_KEY, Gazette
from table import Row

PROMISED = 0.250

SLUG = "a-story-that-is-published-again-and-again"
DESK, PAGE = f"/v1/desk/articles/{SLUG}", f"/v1/articles/{SLUG}"

# Shorter than the measured time, and long enough that the requests leave the core to the nodes.
PAUSE = 0.001
PATIENCE = 10


class Node:
    """A server behind one connection."""

    def __init__(self, gazette):
        self.connection = http.client.HTTPConnection("127.0.0.1", gazette.port, timeout=30)

    def ask(self, method, path, content=None, **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        if method != "GET":
            headers |= {"Authorization": f"Bearer {BOOTSTRAP_KEY}"}
        self.connection.request(method, path, None if content is None else json.dumps(content), headers)
        response = self.connection.getresponse()
        body = response.read()
        if response.status >= 400:
            sys.exit(f"{method} {path} answered {response.status}: {body[:500]}")
        return json.loads(body)


def measure(run):
    with run.postgresql() as postgresql:
        postgresql.sql("drop database if exists nodes")
        postgresql.sql("create database nodes")
        settings = postgresql.settings("nodes", **{"bootstrap-key": BOOTSTRAP_KEY, "sample-newsroom": "true"})
        with Gazette(settings, core=None) as first, Gazette(settings, core=None) as second:
            seconds = publications(Node(first), Node(second), run.publications)
        late = statistics.quantiles(seconds, n=100)[98]
        yield Row.bound(
            "S7", f"{len(seconds)} publications, seen on another node",
            f"p50 {statistics.median(seconds) * 1000:.0f} ms, p99 {late * 1000:.0f} ms",
            f"p99 ≤ {PROMISED * 1000:.0f} ms", late <= PROMISED)


def publications(one, other, count):
    """Edits and publishes on one node; the other node has the former response cached and must invalidate it."""
    created = one.ask("POST", "/v1/desk/articles", draft(0), Content_Type="application/json")
    version = publish(one, created["version"])
    waited(other, draft(0)["title"])
    seconds = []
    for number in range(1, count + 1):
        edited = one.ask(
            "PATCH", DESK, {"title": draft(number)["title"]},
            Content_Type="application/merge-patch+json", If_Match=f'"{version}"')
        version = publish(one, edited["version"])
        seconds.append(waited(other, draft(number)["title"]))
    return seconds


def draft(number):
    return {"slug": SLUG, "type": "news", "language": "en", "title": f"Published {number} times", "body": {"markdown": "Again."}}


def publish(node, version):
    return node.ask("PUT", f"{DESK}/publication", {}, Content_Type="application/json", If_Match=f'"{version}"')["version"]


def waited(node, title):
    """Seconds until the node responds with that title."""
    started = time.perf_counter()
    while time.perf_counter() - started < PATIENCE:
        if seen(node) == title:
            return time.perf_counter() - started
        time.sleep(PAUSE)
    sys.exit(f"The other node does not show \"{title}\" within {PATIENCE} s")


def seen(node):
    node.connection.request("GET", PAGE)
    response = node.connection.getresponse()
    body = response.read()
    return json.loads(body).get("title") if response.status == 200 else None
