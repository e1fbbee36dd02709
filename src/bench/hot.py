"""S1 and S2: cached responses, against nginx serving the same bytes from a file."""

import sys

from load import in_turn, wrk
from servers import Gazette, Nginx, get
from table import Row, rates

ADDRESSES = {"hot article": "/v1/articles/generated-{middle}", "hot list": "/v1/articles", "hot feed": "/feeds/articles.rss"}


def measure(run):
    with run.postgresql() as postgresql:
        with Gazette(postgresql.settings(postgresql.newsroom(run.small))) as gazette:
            there = dict(answers(run, gazette))
            for what in ADDRESSES.keys() - there.keys():
                yield Row("S1", what, note="skipped: 404")
            with Nginx({path: answer for path, answer in there.values()}) as nginx:
                for what, (path, answer) in there.items():
                    yield from one(run, what, path, answer, gazette, nginx)


def answers(run, gazette):
    """The name, the path and the response of each address; without those that respond with 404."""
    for what, address in ADDRESSES.items():
        path = address.format(middle=run.small // 2)
        answer = get(gazette.url, path)
        if answer.status != 404:
            yield what, (path, answer)


def one(run, what, path, answer, gazette, nginx):
    """Measures both servers in turn, with 200 and with 304."""
    tags = {side: checked(side, path, answer) for side in (gazette, nginx)}
    gazette.warm_up(run.warm_up, lambda seconds: wrk(gazette.url + path, seconds))

    def requests(side, headers=()):
        return lambda: wrk(side.url + path, run.seconds, headers=headers)

    if run.wants("S1"):
        ours, theirs = in_turn(run.rounds, requests(gazette), requests(nginx))
        yield rates("S1", f"{what}, {len(answer.content):,} bytes", ours, theirs, "nginx", 1.00)
    if run.wants("S2"):
        current = {side: (f"If-None-Match: {tag}",) for side, tag in tags.items()}
        gazette.warm_up(run.warm_up // 3, lambda seconds: wrk(gazette.url + path, seconds, headers=current[gazette]))
        ours, theirs = in_turn(run.rounds, requests(gazette, current[gazette]), requests(nginx, current[nginx]))
        yield rates("S2", f"{what}, 304", ours, theirs, "nginx", 1.00)


def checked(side, path, expected):
    """Returns the ETag. Ends the run unless the response has the expected bytes and headers, and a 304 for its ETag."""
    answer = get(side.url, path)
    if answer.status != 200 or answer.content != expected.content:
        sys.exit(f"{side.url}{path} answered {answer.status} with {len(answer.content)} bytes, not {len(expected.content)}")
    missing = {name.lower() for name, _ in expected.headers} - {name.lower() for name, _ in answer.headers}
    if missing:
        sys.exit(f"{side.url}{path} answered without {missing}")
    tag = answer.header("etag")
    unmodified = get(side.url, path, {"If-None-Match": tag})
    if unmodified.status != 304 or unmodified.content:
        sys.exit(f"{side.url}{path} answered {unmodified.status} and not 304 to its own ETag")
    return tag
