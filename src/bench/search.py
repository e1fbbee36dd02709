"""S8: searches for two words under a tag, in the best order, against a loop on the bare index; the speed of indexing."""

import datetime
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import listings
from load import in_turn, wrk_with_latency
from machine import HOME, SERVER_CORE, eventually, pinned
from servers import Gazette, HEAP, RUNNERS, get
from table import Row, rates

CLIENTS = 8
QUESTIONS = 2_000

# The ranks of words in a question: neither those of every article nor those of none. The generator's words.
RANKS = range(20, 1_500)
TAGS = 50
SYLLABLES = "ba con de er for gan hel in ka lor men no per ra ste ti ur ven".split()

SLOWEST_MS = 30
OF_BARE = 0.5
DEEP = 1_000
DEEP_TO_FIRST = 1.5
INDEXED = 1_000

# Results of searches are cached like listings; here each one is computed.
SETTINGS = {"cache-size": 0, "warm-up": "5S"}

# Index of an empty folder: a core needs about a quarter of an hour for a million articles.
PATIENCE = 3 * 3600

BARE = "press.gazette.search.index.retrieval.BareSearch"


def measure(run):
    with run.postgresql() as postgresql, tempfile.TemporaryDirectory() as folder:
        database = postgresql.newsroom(run.large)
        settings = postgresql.settings(database, **{**SETTINGS, "search.folder": folder})
        with Gazette(settings) as gazette:
            eventually("The index is not built", lambda: get(gazette.url, "/v1/search?q=ba").status == 200, PATIENCE, pause=0.5)
            yield indexed(run, gazette)
            asked = questions(gazette)
            yield from searched(run, gazette, asked, folder)
            yield deep(run, gazette)


def indexed(run, gazette):
    begun, ended = (logged_at(gazette, said) for said in ("Building an index", "The index is built"))
    rate = run.large / (ended - begun).total_seconds()
    return Row.bound("S8", f"{run.large:,} articles indexed on one core", f"{rate:,.0f} /s", f"≥ {INDEXED:,} /s", rate >= INDEXED)


def logged_at(gazette, said):
    line = next(line for line in gazette.logged().splitlines() if said in line)
    return datetime.datetime.strptime(re.match(r"[\d-]+ [\d:]+,\d+", line).group(), "%Y-%m-%d %H:%M:%S,%f")


def word(rank):
    """The word of a rank, as the generator makes it, in lower case."""
    syllables = []
    while rank >= 0:
        syllables.append(SYLLABLES[rank % len(SYLLABLES)])
        rank = rank // len(SYLLABLES) - 1
    return "".join(syllables)


def questions(gazette):
    """Words and tags, a thousand times and more; the same in each run."""
    drawn = random.Random(8)
    ids = {}
    for tag in range(1, TAGS + 1):
        ids[tag] = json.loads(get(gazette.url, f"/v1/tags/topic-{tag}").content)["id"]
    return [
        (f"{word(drawn.choice(RANKS))} {word(drawn.choice(RANKS))}", tag, ids[tag])
        for tag in (drawn.randint(1, TAGS) for _ in range(QUESTIONS))]


def searched(run, gazette, asked, folder):
    addresses = [f"/v1/search?q={words.replace(' ', '+')}&tags=topic-{tag}" for words, tag, _ in asked]
    found = sum(bool(json.loads(get(gazette.url, path).content)["items"]) for path in addresses[:100])
    if found < 10:
        sys.exit(f"Only {found} of 100 questions find an article")
    latencies = []

    def ours(seconds):
        rate, slowest = wrk_with_latency(gazette.url, seconds, connections=CLIENTS, script=addresses)
        latencies.append(slowest)
        return rate

    gazette.warm_up(run.warm_up, ours)
    latencies.clear()
    index = max(pathlib.Path(folder).glob("index-*"))
    rounds = in_turn(run.rounds, lambda: ours(run.seconds), lambda: bare(run, index, asked))
    what = f"two words and a tag in {run.large:,} articles, {CLIENTS} clients"
    yield rates("S8", what, *rounds, "bare index", OF_BARE)
    slowest = sorted(latencies)[len(latencies) // 2]
    yield Row.bound("S8", f"{what}, the 99th of 100", f"{slowest:.1f} ms", f"≤ {SLOWEST_MS} ms", slowest <= SLOWEST_MS)


def bare(run, index, asked):
    """Searches per second of a loop in a process of its own, on the server's core while the server is idle."""
    command = ["java", HEAP, "-XX:+UseSerialGC", "-cp", f"{HOME}/target/test-classes:{RUNNERS[1]}", BARE, index, run.warm_up, run.seconds]
    lines = "".join(f"{words}\t{identity}\n" for words, _, identity in asked)
    done = subprocess.run(
        pinned(SERVER_CORE, *command), input=lines, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"The loop on the bare index failed:\n{done.stderr[-2000:]}")
    return float(done.stdout.split()[-1])


def deep(run, gazette):
    """A page far down against the first one, each computed."""
    number = min(DEEP, run.large // 100)
    server = listings.Server(gazette.url)
    first, far = listings.pages(server, "/v1/search?q=con", number)
    one, other, ratios = listings.compared(run.rounds, 50, server, server, listings.both(first, far))
    return Row.of(
        "S8", f"page {number:,} of a search against page 1", f"{other:.1f} ms", f"{one:.1f} ms", listings.middle(ratios),
        DEEP_TO_FIRST, at_most=True)
