#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the budgets of a build, an update, the intake and the rows API beside yardsticks of the same run (docs/bench.md).

    scripts/bench [full changed nothing intake xlsx export rows index search start switch] [--datasets 10000] [--rows 1000000] [--folder /dev/shm]"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

import make_portal
import measure

BENCH = pathlib.Path(__file__).resolve().parent
SOURCE = BENCH.parent
BIN = pathlib.Path(os.environ.get("KHOMO_BIN", SOURCE / "build/release/bin"))
KHOMO = BIN / "khomo"
SECONDS = 5
SWITCHES = 1000
LINES = ["full", "changed", "nothing", "intake", "xlsx", "export", "rows", "index", "search", "start", "switch"]
MARKETS = [f"CH{i:03}" for i in range(75)]


class Table:
    def __init__(self):
        self.missed = []
        print(f"{'line':<44} {'ours':>16} {'yardstick':>26} {'ratio':>8}  {'budget':<22} {'memory':>8}")

    def line(self, name, ours, yardstick, ratio, budget, met, megabytes=None):
        memory = f"{megabytes:.0f} MB" if megabytes else ""
        print(f"{name:<44} {ours:>16} {yardstick:>26} {ratio:>8}  {budget:<22} {memory:>8}  {'met' if met else 'MISSED'}", flush=True)
        if not met:
            self.missed.append(name)


class Bench:
    def __init__(self, folder, options):
        self.folder = folder
        self.options = options
        self.table = Table()
        self.portal = folder / "portal"
        self.prices = folder / "prices"

    def build(self, portal, name, *words):
        return measure.run([KHOMO, "build", "--portal", portal, "--out", self.folder / f"{name}-out", "--state", self.folder / f"{name}-state",
                            "--templates", SOURCE / "site-templates", "--as-of", "2026-11-01T08:00:00+07:00", *words])

    def make(self, script, *words):
        measure.run([sys.executable, BENCH / script, *words])

    def need_portal(self):
        if not self.portal.exists():
            self.make("make_portal.py", self.portal, "--datasets", self.options.datasets)
            time.sleep(2.5)  # files younger than the clock of a file system are not trusted to stay as they are
            self.first = self.build(self.portal, "portal")

    def full(self):
        site = self.folder / "hugo"
        self.make("make_portal.py", site, "--hugo", site, "--datasets", self.options.datasets)
        hugo = measure.run(["hugo", "--quiet", "--source", site, "--destination", self.folder / "hugo-out"])
        pages = len(list((self.folder / "hugo-out").rglob("index.html")))
        shutil.rmtree(self.folder / "hugo-out")
        self.need_portal()
        ours = len(list((self.folder / "portal-out/current/site").rglob("*.html")))
        ratio = (self.first.wall / ours) / (hugo.wall / pages)
        self.table.line(f"full build, {ours} pages, index and data too", f"{self.first.wall:.2f} s", f"Hugo {pages} p. {hugo.wall:.2f} s", f"{ratio:.2f}", "1/4 a page, 200 MB",
                        ratio <= 0.25 and self.first.megabytes <= 200, self.first.megabytes)
        self.table.line("  the same, processor time", f"{self.first.cpu:.2f} s", f"Hugo {hugo.cpu:.2f} s", f"{(self.first.cpu / ours) / (hugo.cpu / pages):.2f}", "-", True)

    def changed(self):
        self.need_portal()
        entry = sorted((self.portal / "datasets").glob("*.md"))[1000]

        def one(number):
            with entry.open("a", encoding="utf-8") as file:
                file.write(f"\nThêm lần {number}.\n")
            return self.build(self.portal, "portal")
        for number in range(2):  # until there are releases enough to use the folder of the oldest again
            one(number)
        numbers = iter(range(2, 9))
        cost = measure.best(3, lambda: one(next(numbers)))
        self.table.line(f"one of {self.options.datasets} datasets changed", f"{cost.cpu:.3f} s CPU", "Hugo: all anew", "", "0.1 s + index 0.05 s", cost.cpu <= 0.15, cost.megabytes)

    def nothing(self):
        self.need_portal()
        time.sleep(2.5)
        self.build(self.portal, "portal")
        cost = measure.best(3, lambda: self.build(self.portal, "portal"))
        self.table.line("nothing changed", f"{cost.cpu:.3f} s CPU", "", "", "0.1 s", cost.cpu <= 0.1, cost.megabytes)

    def need_prices(self):
        if not self.prices.exists():
            self.make("make_table.py", self.prices, "--rows", self.options.rows)
        return next((self.prices / "warehouse").rglob("*.csv"))

    def intake(self):
        csv = self.need_prices()
        megabytes = csv.stat().st_size / 1e6
        script = f"""CREATE TABLE t(ma TEXT, ngay TEXT, cho TEXT, mat_hang TEXT, gia INTEGER, khoi_luong REAL, dien_giai TEXT);
.mode csv
.import --skip 1 {csv} t
""".encode()

        def import_():
            database = self.folder / "import.sqlite"
            database.unlink(missing_ok=True)
            return measure.run(["sqlite3", "-cmd", "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;", database], stdin=script)

        def check():
            shutil.rmtree(self.folder / "check-state", ignore_errors=True)
            return measure.run([KHOMO, "check", "--portal", self.prices, "--state", self.folder / "check-state", "--as-of", "2026-11-01T08:00:00+07:00"])
        yardstick = measure.best(2, import_)
        ours = measure.best(2, check)
        ratio = yardstick.wall / ours.wall
        self.table.line(f"intake of {megabytes:.0f} MB CSV into the store", f"{megabytes / ours.wall:.1f} MB/s", f"sqlite3 {megabytes / yardstick.wall:.1f} MB/s", f"{ratio:.2f}", "at least 1/2, 300 MB",
                        ratio >= 0.5 and ours.megabytes <= 300, ours.megabytes)
        self.table.line("  the same, processor time", f"{ours.cpu:.1f} s", f"sqlite3 {yardstick.cpu:.1f} s", f"{yardstick.cpu / ours.cpu:.2f}", "-", True)

    def need_version(self):
        """The data file of the table, published."""
        self.need_prices()
        if not (self.folder / "prices-out").exists():
            self.build(self.prices, "prices")
        return next((self.folder / "prices-out/current/data").rglob("*.sqlite"))

    def xlsx(self):
        data = self.need_version()
        book = self.folder / "rows.xlsx"
        bare = measure.run([BIN / "bench_xlsx_rows", "bare", data, "gia_ca", book])
        ours = measure.run([BIN / "bench_xlsx_rows", "ours", data, f"{self.prices}:gia-ca", book])
        book.unlink()
        ratio = ours.cpu / bare.cpu
        self.table.line(f"XLSX of {self.options.rows} rows", f"{ours.cpu:.1f} s CPU", f"libxlsxwriter {bare.cpu:.1f} s", f"{ratio:.2f}", "1.15, 16 MB", ratio <= 1.15 and ours.megabytes <= 16, ours.megabytes)

    def serve(self):
        self.need_version()
        return Server([BIN / "khomo-server", "--root", self.folder / "prices-out", "--listen", "127.0.0.1:0"])

    def serve_portal(self):
        self.need_portal()
        return Server([BIN / "khomo-server", "--root", self.folder / "portal-out", "--listen", "127.0.0.1:0"])

    def index(self):
        self.need_portal()
        ours = measure.run([BIN / "bench_search_index", "ours", self.portal, self.folder / "index"], output=True)
        bare = measure.run([BIN / "bench_search_index", "bare", self.folder / "index/search", self.folder / "index-bare"], env=os.environ | {"XAPIAN_FLUSH_THRESHOLD": "1000"}, output=True)
        shutil.rmtree(self.folder / "index")
        shutil.rmtree(self.folder / "index-bare")
        seconds, bare_seconds = float(ours.output.split()[1]), float(bare.output.split()[1])
        ratio = seconds / bare_seconds
        self.table.line(f"search index of {self.options.datasets} records", f"{seconds:.1f} s CPU", f"bare Xapian {bare_seconds:.1f} s", f"{ratio:.2f}", "1.5, 96 MB", ratio <= 1.5 and ours.megabytes <= 96, ours.megabytes)

    def search(self):
        words = [urllib.parse.quote(word) for word in make_portal.SYLLABLES]
        pairs = [f"{a}+{b}" for a in words for b in words[:20] if a != b]
        starts = [urllib.parse.quote(word[:size]) for word in make_portal.SYLLABLES for size in (2, 3)]
        with self.serve_portal() as server:
            for name, path, values, limit in (("search, one word, exact facets", "/api/v1/search?q=%s", words, 10),
                                              ("search, two words, exact facets", "/api/v1/search?q=%s", pairs, 10),
                                              ("suggestions", "/api/v1/suggest?q=%s", starts, 15)):
                load = server.load(path, values, clients=1)
                self.table.line(f"{name}, {self.options.datasets} records", f"p99 {load.p99 * 1e3:.1f} ms", "", "", f"{limit} ms", load.p99 * 1e3 <= limit, server.megabytes())
                self.table.line("  processor time a request", f"{load.cpu * 1e6:.0f} µs", "", "", "-", True)

    def start(self):
        self.need_portal()

        def once():
            before = time.monotonic()
            with self.serve_portal() as server:
                urllib.request.urlopen(f"{server.address}/healthz", timeout=10).close()
                return time.monotonic() - before, server.cpu()
        times = [once() for _ in range(5)]
        wall = min(one[0] for one in times)
        self.table.line("server start to first answer", f"{wall * 1e3:.0f} ms", "", "", "200 ms", wall <= 0.2)
        self.table.line("  processor time", f"{min(one[1] for one in times) * 1e3:.0f} ms", "", "", "-", True)

    def switch(self):
        """Two releases take turns a thousand times, each by one rename, while clients ask."""
        self.need_portal()
        out = self.folder / "portal-out"
        releases = sorted(path.name for path in (out / "releases").iterdir())
        if len(releases) < 2:
            entry = sorted((self.portal / "datasets").glob("*.md"))[1000]
            entry.write_text(entry.read_text(encoding="utf-8") + "\nThêm.\n", encoding="utf-8")
            self.build(self.portal, "portal")
            releases = sorted(path.name for path in (out / "releases").iterdir())
        with self.serve_portal() as server:
            wrk = subprocess.Popen(["wrk", "-t1", "-c4", "-d12s", "-s", str(BENCH / "yardsticks/values.lua"), server.address, "--", "%s", "/", "/dataset/bo-00000", "/api/v1/datasets/bo-00100", "/api/v1/search?q=rung",
                                    "/files/bo-00000/latest/bo-00000.csv"], stdout=subprocess.PIPE, text=True)
            for number in range(SWITCHES):
                link = out / "current.tmp"
                link.symlink_to(f"releases/{releases[number % 2]}")
                link.rename(out / "current")
                time.sleep(0.01)
            requests, _, p99, errors = map(int, re.search(r"khomo-bench (\d+) (\d+) (\d+) (\d+)", wrk.communicate(timeout=60)[0]).groups())
        self.table.line(f"{SWITCHES} switches between releases", f"{errors} of {requests} failed", "", "", "0 failed", errors == 0 and requests > 0)

    def export(self):
        with self.serve() as server:
            before = server.cpu()
            start = time.monotonic()
            size = 0
            with urllib.request.urlopen(f"{server.address}/api/v1/datasets/gia-ca/rows.csv", timeout=300) as response:
                while chunk := response.read(1 << 20):
                    size += len(chunk)
            wall, cpu = time.monotonic() - start, server.cpu() - before
            memory = server.megabytes()
        data = self.need_version()
        yardstick = measure.run(["sqlite3", "-csv", data, "SELECT * FROM gia_ca"])
        self.table.line(f"CSV export of {size / 1e6:.0f} MB", f"{size / 1e6 / cpu:.0f} MB/s a core", f"sqlite3 -csv {size / 1e6 / yardstick.cpu:.0f} MB/s", f"{yardstick.cpu / cpu:.2f}", "60 MB/s a core",
                        size / 1e6 / cpu >= 60, memory)
        del wall

    def rows(self):
        with self.serve() as server:
            ours = server.load("/api/v1/datasets/gia-ca/rows?cho=%s&_sort=ngay&_limit=100", MARKETS)
            memory = server.megabytes()
        data = self.need_version()
        with Server([BIN / "bench_rows_server", data, "gia_ca"]) as server:
            bare = server.load("/rows?cho=%s", MARKETS)
        self.table.line(f"100 rows filtered and sorted of {self.options.rows}", f"{ours.rate:.0f} req/s", f"bare C++ {bare.rate:.0f} req/s", f"{ours.rate / bare.rate:.2f}", "5,000 req/s", ours.rate >= 5000, memory)
        self.table.line("  processor time a request", f"{ours.cpu * 1e6:.0f} µs", f"bare C++ {bare.cpu * 1e6:.0f} µs", f"{ours.cpu / bare.cpu:.2f}", "350 µs", ours.cpu <= 350e-6)
        self.table.line("  99 of 100 are answered within", f"{ours.p99 * 1e3:.1f} ms", f"bare C++ {bare.p99 * 1e3:.1f} ms", f"{ours.p99 / bare.p99:.2f}", "10 ms", ours.p99 <= 0.010)


class Load:
    def __init__(self, requests, seconds, p99, errors, cpu):
        self.rate, self.p99, self.errors, self.cpu = requests / seconds, p99, errors, cpu / requests


class Server:
    """A server on a free port of the loopback, stopped at the end."""

    def __init__(self, command):
        self.process = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        port = re.search(r":(\d+)\s*$", self.process.stdout.readline()).group(1)
        self.address = f"http://127.0.0.1:{port}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.process.stdout.close()

    def cpu(self):
        return measure.cpu_of(self.process.pid)

    def megabytes(self):
        """Memory of its own: each connection maps the data file, and those pages would be counted once a connection."""
        text = open(f"/proc/{self.process.pid}/status", encoding="ascii").read()
        return int(re.search(r"RssAnon:\s+(\d+)", text).group(1)) / 1024

    def load(self, path, values, clients=4):
        command = ["wrk", "-t1", f"-c{clients}", "-s", BENCH / "yardsticks/values.lua", self.address]
        for seconds in (1, SECONDS):  # the first to warm up
            before = self.cpu()
            result = subprocess.run([str(word) for word in [*command[:1], f"-d{seconds}s", *command[1:]]] + ["--", path, *values], capture_output=True, text=True, check=True, timeout=60)
        requests, microseconds, p99, errors = map(int, re.search(r"khomo-bench (\d+) (\d+) (\d+) (\d+)", result.stdout).groups())
        if errors or not requests:
            raise SystemExit(f"bench: {errors} of {requests} requests failed: {path}\n{result.stdout}")
        return Load(requests, microseconds / 1e6, p99 / 1e6, errors, self.cpu() - before)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines", nargs="*", metavar="line", help=", ".join(LINES))
    parser.add_argument("--datasets", type=int, default=10000)
    parser.add_argument("--rows", type=int, default=1000000)
    parser.add_argument("--folder", default="/dev/shm" if pathlib.Path("/dev/shm").is_dir() else None, help="where files are written; tmpfs keeps the disk out of it")
    options = parser.parse_args()
    unknown = set(options.lines) - set(LINES)
    if unknown:
        parser.error(f"no such line: {', '.join(sorted(unknown))}; there are {', '.join(LINES)}")
    with tempfile.TemporaryDirectory(prefix="khomo-bench-", dir=options.folder) as folder:
        bench = Bench(pathlib.Path(folder), options)
        for line in options.lines or LINES:
            getattr(bench, line)()
        for name in bench.table.missed:
            print(f"missed: {name.strip()}", file=sys.stderr)


if __name__ == "__main__":
    main()
