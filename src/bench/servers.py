"""The servers of the measurements: Gazette, nginx, PostgreSQL. Each stops at the end of its `with`."""

import http.client
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import uuid

import load
from machine import ALL_CORES, HOME, SERVER_CORE, ended, eventually, free_port, javas, output, pin, pinned, program

LAUNCHER = HOME / "target/gazette"
RUNNERS = [HOME / "target/gazette-embedded.jar", HOME / "target/gazette-postgresql.jar"]

# The heap that S10 allows.
HEAP = "-Xmx256m"

BOOTSTRAP_KEY = "a-key-for-benchmarks-that-nobody-else-has"

# Headers that nginx does not copy: it sends its own, or makes them anew for each response.
NGINX_HAS = {"content-type", "content-length", "date", "etag", "last-modified", "connection", "server"}

OWN_USER = "postgres"


def build():
    """Builds the packaged server, with the README's command, if it is missing."""
    if not all(runner.exists() for runner in RUNNERS):
        print("Building", file=sys.stderr)
        output(HOME / "mvnw", "-f", HOME / "pom.xml", "-q", "package", "-DskipTests")


class Gazette:
    """
    A server on free ports, started by the launcher, on its core unless told otherwise. Settings are those of `gazette.`.
    Requests are counted as in production, with a limit that one client never reaches.
    """

    def __init__(self, settings, java_home=None, options=(HEAP,), core=SERVER_CORE, patience=120):
        self.settings = {"requests-per-address": 1_000_000_000, **settings}
        self.options, self.core, self.patience = options, core, patience
        self.environment = {**os.environ, "JAVA_HOME": java_home or javas()[min(javas())]}

    def __enter__(self):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = tempfile.NamedTemporaryFile("w+", prefix="gazette-", suffix=".log")
        command = ["sh", LAUNCHER, *self.options]
        command += [f"-Dgazette.{name}={value}" for name, value in self.settings.items()]
        command += [f"-Dquarkus.http.port={self.port}", f"-Dquarkus.management.port={free_port()}"]
        command += ["-Dquarkus.http.host=127.0.0.1"]
        started = time.perf_counter()
        self.process = subprocess.Popen(
            pinned(self.core, *command) if self.core else command, env=self.environment, stdout=self.log, stderr=self.log)
        try:
            eventually("Gazette has not started", self.answers, self.patience, pause=0.01)
        except BaseException:
            self.__exit__()
            raise
        self.seconds_to_start = time.perf_counter() - started
        return self

    def __exit__(self, *unused):
        ended(self.process)
        self.log.close()

    def warm_up(self, seconds, stretch):
        """Warms up on all cores: on one, its compiler needs more than some minutes of load."""
        pin(self.process, ALL_CORES)
        load.warm_up(seconds, stretch)
        if self.core:
            pin(self.process, self.core)

    def answers(self):
        if self.process.poll() is not None:
            sys.exit(f"Gazette does not start:\n{pathlib.Path(self.log.name).read_text()[-3000:]}")
        try:
            return get(self.url, "/").status == 200
        except (ConnectionError, http.client.HTTPException):
            return False

    def logged(self):
        return pathlib.Path(self.log.name).read_text()

    def cpu(self):
        """Processor time since its start, in seconds."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def rss(self):
        """Resident memory in MiB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024


class Answer:
    """Status, headers and content of a response."""

    def __init__(self, response):
        self.status, self.headers, self.content = response.status, response.getheaders(), response.read()

    def header(self, name):
        return next((value for key, value in self.headers if key.lower() == name), None)


def get(url, path, headers=None):
    connection = http.client.HTTPConnection(url.partition("//")[2], timeout=30)
    try:
        connection.request("GET", path, headers=headers or {})
        return Answer(connection.getresponse())
    finally:
        connection.close()


class Nginx:
    """An nginx with one worker that serves responses from files, with the same bytes and headers."""

    def __init__(self, answers):
        self.answers = answers

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="gazette-nginx-"))
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        (self.folder / "nginx.conf").write_text(self.configuration())
        self.process = subprocess.Popen(
            pinned(SERVER_CORE, program("nginx"), "-p", self.folder, "-c", self.folder / "nginx.conf", "-e", "stderr"))
        eventually("nginx has not started", self.is_up, 10)
        return self

    def __exit__(self, *unused):
        ended(self.process)
        shutil.rmtree(self.folder)

    def is_up(self):
        try:
            return get(self.url, next(iter(self.answers)))
        except ConnectionError:
            return None

    def configuration(self):
        locations = "\n".join(self.location(path, answer) for path, answer in self.answers.items())
        return f"""
            daemon off; worker_processes 1; pid nginx.pid; error_log stderr crit;
            {"user root;" if os.getuid() == 0 else ""}
            events {{ worker_connections 1024; }}
            http {{
                access_log off; sendfile on; tcp_nopush on; gzip off; keepalive_requests 1000000000;
                open_file_cache max=100 inactive=1h; open_file_cache_valid 1h;
                server {{ listen 127.0.0.1:{self.port}; {locations} }}
            }}"""

    def location(self, path, answer):
        file = self.folder / f"{len(list(self.folder.iterdir()))}.answer"
        file.write_bytes(answer.content)
        headers = " ".join(
            f"add_header {name} '{value}';" for name, value in answer.headers if name.lower() not in NGINX_HAS)
        kind = answer.header("content-type")
        return f"location = {path} {{ alias {file}; types {{ }} default_type '{kind}'; {headers} }}"


class Postgresql:
    """A PostgreSQL of the run, in a folder that is created if it is missing. Not pinned."""

    def __init__(self, folder):
        self.folder = folder
        self.user = OWN_USER if os.getuid() == 0 else None

    def __enter__(self):
        self.port = free_port()
        if not (self.folder / "PG_VERSION").exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            if self.user:
                shutil.chown(self.folder, self.user)
            self.run(program("initdb"), "-D", self.folder, "-U", "gazette", "-A", "trust", "-E", "UTF8", "--locale=C")
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c shared_buffers=1GB"
        options += " -c max_wal_size=8GB -c max_connections=200"
        log = self.folder / "log"
        self.run(program("pg_ctl"), "-D", self.folder, "-l", log, "-w", "-t", "120", "-o", options, "start")
        return self

    def __exit__(self, *unused):
        self.run(program("pg_ctl"), "-D", self.folder, "-m", "fast", "-w", "stop")

    def run(self, *command):
        done = subprocess.run(
            [str(part) for part in command], user=self.user, cwd="/", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stdout[-3000:]}")
        return done.stdout

    def sql(self, statement, database="postgres"):
        return output(program("psql"), "-h", "127.0.0.1", "-p", self.port, "-U", "gazette", "-d", database, "-qAtc", statement).strip()

    def settings(self, database, **more):
        """The settings of a Gazette that uses this database, with a store of files of its own."""
        return {
            "database": f"jdbc:postgresql://127.0.0.1:{self.port}/{database}",
            "database-username": "gazette",
            "media-folder": self.folder.parent / "media" / str(uuid.uuid4()),
            **more}

    def has(self, database):
        return self.sql(f"select 1 from pg_database where datname = '{database}'") == "1"

    def fill(self, database, **settings):
        """Fills a new database by starting a server on it; returns the server's log."""
        unfinished = f"{database}_unfinished"
        self.sql(f"drop database if exists {unfinished}")
        self.sql(f"create database {unfinished}")
        with Gazette(self.settings(unfinished, **settings), core=None, patience=3 * 3600) as server:
            said = server.logged()
        self.sql("vacuum (analyze)", unfinished)
        self.sql(f"alter database {unfinished} rename to {database}")
        return said

    def newsroom(self, articles):
        """The name of a database with this many articles, which are generated once."""
        database = f"articles_{articles}"
        if not self.has(database):
            print(f"Generating {articles:,} articles", file=sys.stderr)
            self.fill(database, **{"generated-articles": articles})
        return database
