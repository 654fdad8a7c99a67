#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the budgets of a build, an update, the intake and the rows API beside yardsticks of the same run (docs/bench.md).

    scripts/bench [full changed nothing intake export rows] [--datasets 10000] [--rows 1000000] [--folder /dev/shm]"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

import measure

BENCH = pathlib.Path(__file__).resolve().parent
SOURCE = BENCH.parent
BIN = SOURCE / "build/release/bin"
KHOMO = BIN / "khomo"
SECONDS = 5
LINES = ["full", "changed", "nothing", "intake", "export", "rows"]


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

    def serve(self):
        self.need_prices()
        if not (self.folder / "prices-out").exists():
            self.build(self.prices, "prices")
        return Server([BIN / "khomo-server", "--root", self.folder / "prices-out", "--listen", "127.0.0.1:0"])

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
        data = next((self.folder / "prices-out/current/data").rglob("*.sqlite"))
        yardstick = measure.run(["sqlite3", "-csv", data, "SELECT * FROM gia_ca"])
        self.table.line(f"CSV export of {size / 1e6:.0f} MB", f"{size / 1e6 / cpu:.0f} MB/s a core", f"sqlite3 -csv {size / 1e6 / yardstick.cpu:.0f} MB/s", f"{yardstick.cpu / cpu:.2f}", "60 MB/s a core",
                        size / 1e6 / cpu >= 60, memory)
        del wall

    def rows(self):
        with self.serve() as server:
            ours = server.load("/api/v1/datasets/gia-ca/rows?cho=%s&_sort=ngay&_limit=100")
            memory = server.megabytes()
        data = next((self.folder / "prices-out/current/data").rglob("*.sqlite"))
        with Server([BIN / "bench_rows_server", data, "gia_ca"]) as server:
            bare = server.load("/rows?cho=%s")
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
        text = open(f"/proc/{self.process.pid}/status", encoding="ascii").read()
        return int(re.search(r"VmHWM:\s+(\d+)", text).group(1)) / 1024

    def load(self, path):
        command = ["wrk", "-t1", "-c4", "-s", BENCH / "yardsticks/markets.lua", self.address]
        for seconds in (1, SECONDS):  # the first to warm up
            before = self.cpu()
            result = subprocess.run([str(word) for word in [*command[:1], f"-d{seconds}s", *command[1:]]] + ["--", path], capture_output=True, text=True, check=True, timeout=60)
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
