"""The table: rows, verdicts, and its place in docs/benchmarks.md."""

import dataclasses
import statistics
import sys

from machine import HOME, describe

PAGE = HOME / "docs/benchmarks.md"
BEGIN, END = "<!-- src/bench/run writes from here -->", "<!-- to here -->"

HEAD = "| # | what | ours | reference | ratio | promise | |\n|---|---|---|---|---|---|---|"


@dataclasses.dataclass
class Row:
    """The measurement of one promise; a row with a note was not measured."""

    name: str
    what: str
    ours: str = ""
    reference: str = ""
    ratio: str = ""
    promise: str = ""
    verdict: str = ""
    note: str = ""

    @staticmethod
    def of(name, what, ours, reference, ratio, promise, at_most=False):
        """A row that promises a least or greatest ratio."""
        kept = ratio <= promise if at_most else ratio >= promise
        return Row(name, what, ours, reference, f"{ratio:.2f}", f"{'≤' if at_most else '≥'} {promise:.2f}", verdict(kept))

    @staticmethod
    def bound(name, what, ours, promise, kept):
        """A row that promises a figure rather than a ratio."""
        return Row(name, what, ours, promise=promise, verdict=verdict(kept))

    def __str__(self):
        return f"| {self.name} | {self.what} | {self.note or self.ours} | {self.reference} | {self.ratio} | {self.promise} | {self.verdict} |"


def verdict(kept):
    return "ok" if kept else "**MISS**"


def rates(name, what, ours, others, reference, promise):
    """A row with two rates in requests per second, by the medians of their rounds; it shows all rounds."""
    return Row.of(
        name, what, f"{shown(ours)} /s", f"{reference} {shown(others)} /s",
        statistics.median(ours) / statistics.median(others), promise)


def shown(rounds):
    return " · ".join(f"{rate:,.0f}" for rate in rounds)


def write(rows):
    """Replaces the former table in the document."""
    before, begin, rest = PAGE.read_text().partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        sys.exit(f"{PAGE} has no place for the table")
    table = "\n".join([HEAD, *map(str, rows)])
    PAGE.write_text(f"{before}{begin}\n\n{describe()}\n\n{table}\n\n{end}{after}")
