"""S9, S10 and S14: the time of a start, the memory of a busy server, the processor time of an idle one."""

import os
import statistics
import subprocess
import tempfile
import threading
import time

from hot import answers
from load import wrk
from machine import HOME, javas
from servers import Gazette
from table import Row

# The promised seconds to the first 200, without and with an AOT cache.
PLAIN, CACHED = 3.5, 2.5

# The most MiB, and the most growth from the second fifth of the time to the last.
MOST_MEMORY = 450
FLAT = 1.05

EVERY_SECONDS = 1

# The most percent of a core and the most MiB of a server without requests.
MOST_IDLE, MOST_IDLE_MEMORY = 0.5, 220

# Seconds until the compilers have finished after the start.
SETTLED = 60


def starts(run):
    """Times two starts to the first response, on the embedded database: the first one loads the sample newsroom."""
    for version, home in sorted(javas().items()):
        archived(home)
        seconds = {"with the sample newsroom": [], "the same, when it has to be loaded": []}
        for _ in range(run.rounds):
            with tempfile.TemporaryDirectory() as data:
                for each in reversed(seconds.values()):
                    each.append(start(data, home))
        for what, each in seconds.items():
            yield row(f"first answer, JDK {version} and its archive, {what}", each, CACHED if version >= 25 else PLAIN)


def archived(home):
    """Makes the archive of classes for that Java, with the command in docs/operations.md."""
    subprocess.run(["sh", HOME / "target/gazette-archive"], env={**os.environ, "JAVA_HOME": home}, check=True)


def start(data, home):
    with Gazette({"data": data, "sample-newsroom": "true"}, java_home=home, options=(), core=None) as gazette:
        return gazette.seconds_to_start


def row(what, seconds, promise):
    middle = statistics.median(seconds)
    return Row.bound("S9", what, f"{' · '.join(f'{each:.2f}' for each in seconds)} s", f"≤ {promise:.1f} s", middle <= promise)


def memory(run):
    """The resident memory of a server under full load from its cache."""
    with run.postgresql() as postgresql:
        with Gazette(postgresql.settings(postgresql.newsroom(run.small))) as gazette:
            samples = []
            over = threading.Event()
            sampler = threading.Thread(target=sample, args=(gazette, samples, over))
            sampler.start()
            try:
                wrk(gazette.url, run.memory, script=[path for _, (path, _) in answers(run, gazette)])
            finally:
                over.set()
                sampler.join()
            fifth = len(samples) // 5
            early, late = statistics.median(samples[fifth:2 * fifth]), statistics.median(samples[-fifth:])
            kept = max(samples) <= MOST_MEMORY and late <= early * FLAT
            yield Row.bound(
                "S10", f"memory in {run.memory} s of hot load, 256 MiB of heap",
                f"at most {max(samples):.0f} MiB; {early:.0f} → {late:.0f}", f"≤ {MOST_MEMORY} MiB, flat", kept)


def idle(run):
    """The processor time and the resident memory of servers with the sample newsroom and without requests."""
    with tempfile.TemporaryDirectory() as data:
        with Gazette({"data": data, "sample-newsroom": "true"}, core=None) as gazette:
            yield from idling(run, {"H2": gazette})
    with run.postgresql() as postgresql:
        postgresql.sql("drop database if exists idle")
        postgresql.sql("create database idle")
        settings = postgresql.settings("idle", **{"sample-newsroom": "true"})
        with Gazette(settings, core=None) as first, Gazette(settings, core=None) as second:
            yield from idling(run, {"PostgreSQL, one of two nodes": first, "PostgreSQL, the other node": second})


def idling(run, servers):
    time.sleep(min(SETTLED, run.idle))
    before = {where: gazette.cpu() for where, gazette in servers.items()}
    time.sleep(run.idle)
    for where, gazette in servers.items():
        percent = 100 * (gazette.cpu() - before[where]) / run.idle
        yield Row.bound(
            "S14", f"idle for {run.idle} s, 256 MiB of heap, {where}", f"{percent:.2f} % of a core, {gazette.rss():.0f} MiB",
            f"≤ {MOST_IDLE} %, {MOST_IDLE_MEMORY} MiB", percent <= MOST_IDLE and gazette.rss() <= MOST_IDLE_MEMORY)


def sample(gazette, samples, over):
    while not over.wait(EVERY_SECONDS):
        samples.append(gazette.rss())
