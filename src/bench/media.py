"""S13: a stored rendition, against nginx serving the same bytes from a file; and the making of one from 12 megapixels."""

import http.client
import json
import statistics
import struct
import sys
import tempfile
import time
import zlib

from hot import checked
from load import in_turn, wrk
from servers import BOOTSTRAP_KEY, Gazette, Nginx, get
from table import Row, rates

# About the weight of a wide picture on a page.
USUAL_BYTES = 100_000

# A camera's picture, and the time in which a first reader gets a rendition of it.
CAMERA = 4_000, 3_000
MOST_SECONDS = 1.5


def measure(run):
    with tempfile.TemporaryDirectory() as data:
        with Gazette({"data": data, "bootstrap-key": BOOTSTRAP_KEY}) as gazette:
            yield made(gazette, run.rounds)
            path = usual(gazette)
            answer = get(gazette.url, path)
            with Nginx({path: answer}) as nginx:
                for side in (gazette, nginx):
                    checked(side, path, answer)
                gazette.warm_up(run.warm_up, lambda seconds: wrk(gazette.url + path, seconds))
                ours, theirs = in_turn(
                    run.rounds,
                    lambda: wrk(gazette.url + path, run.seconds),
                    lambda: wrk(nginx.url + path, run.seconds))
                yield rates("S13", f"stored rendition, {len(answer.content):,} bytes", ours, theirs, "nginx", 0.80)


def made(gazette, rounds):
    """The first request for a rendition of a large picture, each time of another one."""
    seconds = []
    for number in range(rounds + 1):
        picture = filed(gazette, png(*CAMERA, seed=number))
        path = next(each["url"] for each in picture["renditions"] if each["name"] == "wide-1200")
        began = time.perf_counter()
        if get(gazette.url, path).status != 200:
            sys.exit(f"{path} is not served")
        seconds.append(time.perf_counter() - began)
    # The first one loads the codecs.
    middle = statistics.median(seconds[1:])
    shown = " · ".join(f"{each:.2f}" for each in seconds)
    return Row.bound(
        "S13", "rendition of 12 megapixels, the first one cold", f"{shown} s", f"≤ {MOST_SECONDS} s", middle <= MOST_SECONDS)


def usual(gazette):
    """The address of the rendition whose size is nearest to the usual one."""
    sizes = {}
    for grain in (8, 16, 32):
        for each in filed(gazette, png(1_600, 1_000, seed=grain, grain=grain))["renditions"]:
            sizes[each["url"]] = len(get(gazette.url, each["url"]).content)
    return min(sizes, key=lambda path: abs(sizes[path] - USUAL_BYTES))


def filed(gazette, picture):
    connection = http.client.HTTPConnection("127.0.0.1", gazette.port, timeout=60)
    connection.request(
        "POST", "/v1/desk/media", picture, {"Authorization": f"Bearer {BOOTSTRAP_KEY}", "Content-Type": "image/png"})
    answer = connection.getresponse()
    content = answer.read()
    if answer.status != 201:
        sys.exit(f"The picture was answered with {answer.status}: {content[:500]}")
    return json.loads(content)


def png(width, height, seed, grain=16):
    """A picture of squares whose colours follow from the seed: smaller squares make larger files."""
    rows = {}
    lines = bytearray()
    for y in range(height):
        band = y // grain
        if band not in rows:
            rows[band] = b"".join(colour(x, band, seed) * grain for x in range(width // grain + 1))[:3 * width]
        lines += b"\0" + rows[band]
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(lines), 1)) + chunk(b"IEND", b"")


def colour(x, y, seed):
    mixed = zlib.crc32(struct.pack(">III", x, y, seed))
    return bytes((mixed & 255, mixed >> 8 & 255, mixed >> 16 & 255))


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
