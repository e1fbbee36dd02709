"""The machine of the measurements: installed programs, free ports, processes that end with the run, a description."""

import datetime
import glob
import os
import pathlib
import platform
import re
import shutil
import socket
import subprocess
import sys
import time

HOME = pathlib.Path(__file__).resolve().parents[2]

# The measured server has one core, the load generator the other. PostgreSQL is not pinned.
SERVER_CORE, LOAD_CORE = "0", "1"
ALL_CORES = f"0-{os.cpu_count() - 1}"

PACKAGES = {"wrk": "wrk", "nginx": "nginx", "pg_ctl": "postgresql", "taskset": "util-linux"}

POSTGRESQL = "/usr/lib/postgresql/*/bin"
SYSTEM = "/usr/sbin"

JAVAS = "/usr/lib/jvm/*/bin/java"


def program(name):
    """The path of a program; None if it is not installed."""
    versions = sorted(glob.glob(POSTGRESQL), key=lambda path: int(path.split("/")[4]), reverse=True)
    return shutil.which(name, path=os.pathsep.join([*versions, os.environ["PATH"], SYSTEM]))


def install():
    """Installs Debian's packages of missing programs. In runlevel 1 they start no services."""
    missing = sorted({package for name, package in PACKAGES.items() if program(name) is None})
    if missing:
        print(f"Installing {', '.join(missing)}", file=sys.stderr)
        quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
        subprocess.run(["apt-get", "-qq", "update"], check=True)
        subprocess.run(["apt-get", "-qq", "install", "-y", *missing], check=True, env=quietly, stdout=subprocess.DEVNULL)


def javas():
    """The homes of all Javas on the path and on the machine, by version."""
    found = {}
    for java in [shutil.which("java"), *sorted(glob.glob(JAVAS))]:
        version = int(re.search(r'version "(\d+)', output(java, "-version")).group(1))
        found.setdefault(version, str(pathlib.Path(java).resolve().parents[1]))
    return found


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def pinned(core, *command):
    return ["taskset", "-c", core, *map(str, command)]


def pin(process, cores):
    """Pins all threads of a running process."""
    output("taskset", "-a", "-p", "-c", cores, process.pid)


def output(*command):
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stdout[-2000:]}")
    return done.stdout


def ended(process, patience=20):
    """Ends a process of this run; kills it if it does not stop in time."""
    process.terminate()
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def eventually(what, attempt, seconds, pause=0.05):
    """Repeats the attempt and returns its first true result."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        result = attempt()
        if result:
            return result
        time.sleep(pause)
    sys.exit(f"{what} within {seconds} s")


def describe():
    """A paragraph about the machine and the versions of the programs."""
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text()).group(1)
    memory = int(re.search(r"MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text()).group(1)) / 2**20
    commit = output("git", "-C", HOME, "describe", "--always", "--dirty").strip()
    nginx = output(program("nginx"), "-v").strip().rpartition("/")[2]
    postgresql = re.search(r"[\d.]+", output(program("pg_ctl"), "--version")).group()
    return (
        f"Written by `src/bench/run` on {datetime.date.today()} at {commit}: {os.cpu_count()} cores ({cpu}), {memory:.0f} GiB, "
        f"Linux {platform.release()}, JDK {', '.join(map(str, javas()))}, nginx {nginx}, PostgreSQL {postgresql}."
    )
