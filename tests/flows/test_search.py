#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search as citizens meet it: the whole catalogue of Sơn La, built and served by the real programs on a free port."""
import csv
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import unittest
import urllib.parse

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("KHOMO_BIN", SOURCE / "build/debug/bin"))
SHARED = pathlib.Path(os.environ.get("KHOMO_SHARED", SOURCE.parent / "shared"))
AS_OF = "2026-11-24T08:00:00+07:00"


def build(folder, portal, *more):
    command = [BIN / "khomo", "build", "--portal", portal, "--out", folder / "out", "--state", folder / "state", "--as-of", AS_OF, "--templates", SOURCE / "site-templates", "--json", *more]
    return subprocess.run([str(word) for word in command], capture_output=True, text=True)


class Server:
    """khomo-server over an --out folder."""

    def __init__(self, root, log):
        with open(log, "w", encoding="utf-8") as lines:
            self.process = subprocess.Popen([str(BIN / "khomo-server"), "--root", str(root), "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, stderr=lines, text=True)
        self.port = int(re.search(r":(\d+)$", self.process.stdout.readline().strip()).group(1))

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)
        self.process.stdout.close()

    def get(self, path, **parameters):
        query = urllib.parse.urlencode(parameters, doseq=True)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path + ("?" + query if query else ""))
        response = connection.getresponse()
        content = response.read().decode()
        connection.close()
        return response, content

    def json(self, path, **parameters):
        response, content = self.get(path, **parameters)
        assert response.status == 200, (path, parameters, response.status, content[:300])
        return json.loads(content)

    def search(self, text, **parameters):
        return self.json("/api/v1/search", q=text, **parameters)


def unescaped(text):
    return json.loads('"' + text + '"')


class SearchTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="khomo-search-"))
        built = build(cls.folder, SOURCE / "catalog/son-la")
        assert built.returncode == 0, built.stdout[-2000:] + built.stderr
        cls.server = Server(cls.folder / "out", cls.folder / "server.log")

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        shutil.rmtree(cls.folder)

    def rank(self, case):
        """Place of the inventory row among the datasets found, from 1; 0 where it is not found."""
        query = unescaped(case["query_escaped"]) if case["query_escaped"] else case["query"]
        found = self.server.search(query, index=case["index"], _limit=100)
        rows = [result["inventory"] for result in found["results"] if result["kind"] == "dataset"]
        self.assertTrue(case["expect"] == "match" or found["total"] <= 100, case)
        return rows.index(case["title_id"]) + 1 if case["title_id"] in rows else 0

    def check_cases(self, path):
        wrong = []
        with open(path, encoding="utf-8", newline="") as file:
            cases = list(csv.DictReader(file))
        for case in cases:
            rank = self.rank(case)
            held = rank == 0 if case["expect"] == "no_match" else 1 <= rank <= int(case["max_rank"])
            if not held:
                wrong.append(f"{case['case_id']} {case['mechanism']} «{case['query']}»: {case['title_id']} at {rank}")
        print(f"{pathlib.Path(path).name}: {len(cases) - len(wrong)} of {len(cases)} hold")
        self.assertEqual(wrong, [])

    def test_the_labelled_searches_over_the_whole_inventory_hold(self):
        cases = SHARED / "cases/vi_search_cases.csv"
        if not cases.exists():
            self.skipTest(f"{cases} is not there")
        self.check_cases(cases)

    def test_further_searches_of_the_same_sixteen_kinds_hold(self):
        self.check_cases(SOURCE / "tests/data/search/cases.csv")


if __name__ == "__main__":
    unittest.main(verbosity=2)
