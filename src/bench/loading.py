"""S11, as long as there is no importer: how fast articles are generated."""

import re
import tempfile

from servers import Gazette
from table import Row

ARTICLES = 20_000

PROMISED = 3_000


def measure(run):
    settings = {"generated-articles": min(ARTICLES, run.large)}
    with run.postgresql() as postgresql:
        postgresql.sql("drop database if exists loading")
        rate = per_second(postgresql.fill("loading", **settings))
        postgresql.sql("drop database loading")
    yield Row.bound(
        "S11", "articles generated on PostgreSQL (there is no importer yet)", f"{rate:,.0f} /s", f"≥ {PROMISED:,} /s", rate >= PROMISED)
    with tempfile.TemporaryDirectory() as data:
        with Gazette({**settings, "data": data}, core=None, patience=600) as gazette:
            yield Row("S11", "the same on H2", f"{per_second(gazette.logged()):,.0f} /s")


def per_second(said):
    return float(re.search(r"perSecond=(\d+)", said).group(1))
