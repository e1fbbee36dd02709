#!/usr/bin/env python3
"""Measures the stream of changes of a running server: memory for each reader, and the delay of a change.

    GAZETTE_KEY=gz_… src/bench/streams.py http://localhost:8080 --readers 5000 --pid 4711

Start the server with room for them: gazette.streams, gazette.max-connections and gazette.connections-per-address above the number of
readers, and `ulimit -n` above twice the number on both sides. The delay of a change is the time from the response to its
publication until a reader has the event; this program reads on one core, which is part of it.

Nothing is written to docs/benchmarks.md.
"""

import argparse
import http.client
import json
import os
import resource
import selectors
import socket
import sys
import time
import urllib.parse

HEAD = "GET /v1/changes/stream?types=article HTTP/1.1\r\nHost: bench\r\nAccept: text/event-stream\r\n\r\n"
TARGET_MEMORY_KIB = 20
TARGET_DELAY_MS = 250

# The first streams of a process load its code, which is no memory of theirs.
WARM_UP = 50


def resident(pid):
    """The memory of a process in KiB; None: not known."""
    if pid is None:
        return None
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))


def connect(server, number):
    """Opens the streams, and waits until each has its first event."""
    selector = selectors.DefaultSelector()
    for _ in range(number):
        reader = socket.create_connection((server.hostname, server.port or 80))
        reader.sendall(HEAD.encode("ascii"))
        selector.register(reader, selectors.EVENT_READ)
    welcome = set()
    while len(welcome) < number:
        for key, _ in selector.select(10):
            text = key.fileobj.recv(65_536)
            if not text or b" 503 " in text[:20]:
                sys.exit(f"The server rejects a stream: {text.decode('utf-8', 'replace')}")
            if b"event: welcome" in text:
                welcome.add(key.fd)
    return selector


def publish(server, key, number):
    """Publishes an article; returns the time of the response."""
    connection = http.client.HTTPConnection(server.hostname, server.port or 80)
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    draft = {"title": f"Stream figures {os.getpid()} {number}", "type": "news", "language": "en"}
    connection.request("POST", "/v1/desk/articles", json.dumps(draft), headers)
    response = connection.getresponse()
    written = json.loads(response.read())
    if response.status != 201:
        sys.exit(f"The draft was rejected: {written}")
    connection.request("PUT", f"/v1/desk/articles/{written['id']}/publication", "{}", headers | {"If-Match": "*"})
    response = connection.getresponse()
    response.read()
    at = time.monotonic()
    connection.close()
    if response.status != 201:
        sys.exit(f"The publication got {response.status}.")
    return at


def delays(selector, number, since):
    """The delays of one change in milliseconds, one for each reader."""
    found = {}
    while len(found) < number:
        ready = selector.select(10)
        if not ready:
            sys.exit(f"{number - len(found)} readers did not get the change within ten seconds.")
        for key, _ in ready:
            text = key.fileobj.recv(65_536)
            if not text:
                sys.exit("The server has ended a stream.")
            if b"event: change" in text:
                found[key.fd] = max(0.0, time.monotonic() - since) * 1_000
    return sorted(found.values())


def warm_up(server, key):
    """Opens some streams, sends them a change, and closes them."""
    selector = connect(server, WARM_UP)
    delays(selector, WARM_UP, publish(server, key, "warm-up"))
    for reader in list(selector.get_map().values()):
        reader.fileobj.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("server", type=urllib.parse.urlparse)
    parser.add_argument("--readers", type=int, default=5_000)
    parser.add_argument("--changes", type=int, default=20)
    parser.add_argument("--pid", type=int, help="of the server, on this machine, for its memory")
    options = parser.parse_args()
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    key = os.environ["GAZETTE_KEY"]
    warm_up(options.server, key)
    before = resident(options.pid)
    selector = connect(options.server, options.readers)
    after = resident(options.pid)
    if before is not None:
        print(f"memory: {(after - before) / options.readers:.1f} KiB for each reader (at most {TARGET_MEMORY_KIB})")
    all_delays = []
    for number in range(options.changes):
        all_delays += delays(selector, options.readers, publish(options.server, key, number))
        time.sleep(0.5)
    all_delays.sort()
    share = lambda part: all_delays[min(len(all_delays) - 1, int(len(all_delays) * part))]
    print(
        f"delay of {options.changes} changes for {options.readers} readers: median {share(0.5):.0f} ms, "
        f"p99 {share(0.99):.0f} ms (at most {TARGET_DELAY_MS}), longest {all_delays[-1]:.0f} ms"
    )


if __name__ == "__main__":
    main()
