"""S11: the speed at which an export of WordPress is imported, and at which articles are generated."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import wxr
from servers import HEAP, LAUNCHER, Gazette
from table import Row

ARTICLES = 20_000

ON_POSTGRESQL = 2_500
ON_H2 = 1_500

IMPORTED_ON_POSTGRESQL = 800
IMPORTED_ON_H2 = 500

# The most bytes of the embedded file for each byte of the bodies' JSON, and of the imported file.
FILE = 4.0

# Exit statuses of an import: done, and done with losses.
IMPORTED = {0, 2}


def measure(run):
    yield from imports(run, min(wxr.POSTS, run.large))
    yield from generated(run)


def imports(run, posts):
    """Imports by the command with a node of its own, and by the same command again, which has nothing to do."""
    with tempfile.TemporaryDirectory() as folder:
        export = pathlib.Path(folder) / "export.xml"
        with export.open("w", encoding="utf-8") as out:
            wxr.write(posts, out)
        with run.postgresql() as postgresql:
            postgresql.sql("drop database if exists importing")
            postgresql.sql("create database importing")
            rate = imported(export, posts, postgresql.settings("importing"))
            yield Row.bound(
                "S11", f"{posts:,} posts of WordPress imported into PostgreSQL, heap {HEAP[4:]}", f"{rate:,.0f} /s",
                f"≥ {IMPORTED_ON_POSTGRESQL} /s", rate >= IMPORTED_ON_POSTGRESQL)
            postgresql.sql("drop database importing")
        settings = {"data": pathlib.Path(folder) / "data"}
        rate = imported(export, posts, settings)
        yield Row.bound("S11", "the same into H2", f"{rate:,.0f} /s", f"≥ {IMPORTED_ON_H2} /s", rate >= IMPORTED_ON_H2)
        ratio = os.path.getsize(settings["data"] / "gazette.mv.db") / os.path.getsize(export)
        yield Row.bound("S11", "the file on H2 against the export", f"{ratio:.2f}", f"≤ {FILE:.0f}", ratio <= FILE)
        again = imported(export, posts, settings)
        yield Row.bound("S11", "the same export again, nothing to write", f"{again:,.0f} /s", "", True)


def imported(export, posts, settings):
    """Posts per second of the whole command, its start included."""
    command = ["sh", LAUNCHER, HEAP, *(f"-Dgazette.{name}={value}" for name, value in settings.items()), "import", export]
    started = time.perf_counter()
    done = subprocess.run(
        [str(part) for part in command], cwd=export.parent, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode not in IMPORTED:
        sys.exit(f"The import failed with {done.returncode}:\n{done.stdout[-2000:]}")
    return posts / (time.perf_counter() - started)


def generated(run):
    settings = {"generated-articles": min(ARTICLES, run.large)}
    with run.postgresql() as postgresql:
        postgresql.sql("drop database if exists loading")
        rate = per_second(postgresql.fill("loading", **settings))
        postgresql.sql("drop database loading")
    yield Row.bound(
        "S11", "articles generated on PostgreSQL", f"{rate:,.0f} /s", f"≥ {ON_POSTGRESQL:,} /s", rate >= ON_POSTGRESQL)
    with tempfile.TemporaryDirectory() as data:
        with Gazette({**settings, "data": data}, core=None, patience=600) as gazette:
            said = gazette.logged()
        rate = per_second(said)
        yield Row.bound("S11", "the same on H2", f"{rate:,.0f} /s", f"≥ {ON_H2:,} /s", rate >= ON_H2)
        ratio = os.path.getsize(os.path.join(data, "gazette.mv.db")) / number("bodyBytes", said)
        yield Row.bound("S11", "the file on H2 against its bodies' JSON", f"{ratio:.2f}", f"≤ {FILE:.0f}", ratio <= FILE)


def number(name, said):
    return float(re.search(name + r"=(\d+)", said).group(1))


def per_second(said):
    return number("perSecond", said)
