"""S11, until there is an importer: the speed at which articles are generated."""

import os
import re
import tempfile

from servers import Gazette
from table import Row

ARTICLES = 20_000

ON_POSTGRESQL = 2_500
ON_H2 = 1_500

# The most bytes of the embedded file for each byte of the bodies' JSON.
FILE = 4.0


def measure(run):
    settings = {"generated-articles": min(ARTICLES, run.large)}
    with run.postgresql() as postgresql:
        postgresql.sql("drop database if exists loading")
        rate = per_second(postgresql.fill("loading", **settings))
        postgresql.sql("drop database loading")
    yield Row.bound(
        "S11", "articles generated on PostgreSQL (there is no importer yet)", f"{rate:,.0f} /s", f"≥ {ON_POSTGRESQL:,} /s", rate >= ON_POSTGRESQL)
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
