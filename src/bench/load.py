"""Load, by wrk and pgbench, and the rules of a comparison: in turn, warmed up, medians, errors are failures."""

import pathlib
import re
import statistics
import sys

from machine import LOAD_CORE, output, pinned, program

HERE = pathlib.Path(__file__).parent

CONNECTIONS = 32

# A warm-up is over when a stretch of it is no faster than the one before.
STILL_RISING = 1.03
LONGEST_WARM_UP = 9


def wrk(url, seconds, connections=CONNECTIONS, headers=(), script=()):
    """Requests per second; a failed request ends the run."""
    return wrk_with_latency(url, seconds, connections, headers, script)[0]


def wrk_with_latency(url, seconds, connections=CONNECTIONS, headers=(), script=()):
    """Requests per second, and the milliseconds in which 99 of 100 have their response; a failed request ends the run."""
    command = [program("wrk"), "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "--latency"]
    for header in headers:
        command += ["-H", header]
    command += ["-s", HERE / "requests.lua", url, "--", *script] if script else [url]
    said = output(*pinned(LOAD_CORE, *command))
    if "Non-2xx" in said or "Socket errors" in said:
        sys.exit(f"Requests to {url} failed:\n{said}")
    time, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", said).groups()
    rate = float(re.search(r"Requests/sec:\s*([\d.]+)", said).group(1))
    return rate, float(time) * {"us": 0.001, "ms": 1, "s": 1_000}[unit]


def pgbench(postgresql, database, articles, seconds, clients):
    """Transactions per second; a failed transaction ends the run."""
    said = output(*pinned(
        LOAD_CORE, program("pgbench"), "-h", "127.0.0.1", "-p", postgresql.port, "-U", "gazette", "-n", "-M", "prepared",
        "-c", clients, "-j", 1, "-T", seconds, "-D", f"articles={articles}", "-f", HERE / "article.pgbench", database))
    if "aborted" in said or "number of failed transactions: 0 " not in said:
        sys.exit(f"pgbench failed:\n{said}")
    return float(re.search(r"tps = ([\d.]+)", said).group(1))


def warm_up(seconds, stretch):
    """Loads for at least this long, then until the figures stop rising."""
    part = max(1, seconds // 3)
    rates = [stretch(part) for _ in range(3)]
    while rates[-1] > rates[-2] * STILL_RISING and len(rates) < LONGEST_WARM_UP:
        rates.append(stretch(part))
    return rates


def in_turn(rounds, one, other):
    """Measures both in turn; returns all results of both."""
    ones, others = [], []
    for _ in range(rounds):
        ones.append(one())
        others.append(other())
    return ones, others


def ratio(ones, others):
    return statistics.median(ones) / statistics.median(others)
