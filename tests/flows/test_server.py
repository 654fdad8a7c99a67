#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real khomo-server on a free port, over a real release; then the same behind the nginx site that is shipped."""
import csv
import http.client
import io
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import unittest

from real_nginx import nginx

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("KHOMO_BIN", SOURCE / "build/debug/bin"))
AS_OF = "2026-11-01T08:00:00+07:00"


def build(folder):
    command = [BIN / "khomo", "build", "--portal", folder / "portal", "--out", folder / "out", "--state", folder / "state", "--as-of", AS_OF, "--templates", SOURCE / "site-templates", "--json"]
    subprocess.run([str(word) for word in command], check=True, capture_output=True)


class ServerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="khomo-server-"))
        shutil.copytree(SOURCE / "tests/data/portal-mini", cls.folder / "portal")
        build(cls.folder)
        cls.server = subprocess.Popen([str(BIN / "khomo-server"), "--root", str(cls.folder / "out"), "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        cls.port = int(re.search(r":(\d+)$", cls.server.stdout.readline().strip()).group(1))

    @classmethod
    def tearDownClass(cls):
        cls.server.send_signal(signal.SIGTERM)
        start = time.monotonic()
        code = cls.server.wait(timeout=30)
        cls.server.stdout.close()
        shutil.rmtree(cls.folder)
        assert code == 0 and time.monotonic() - start < 25, f"stopped with {code}"

    def get(self, path, headers=None, method="GET", body=None, port=None):
        connection = http.client.HTTPConnection("127.0.0.1", port or self.port, timeout=20)
        connection.request(method, path, body=body, headers=headers or {})
        response = connection.getresponse()
        content = response.read()
        connection.close()
        return response, content

    def json(self, path):
        response, content = self.get(path)
        self.assertEqual(response.status, 200, content)
        return json.loads(content)

    def test_pages_carry_a_strict_policy_and_answer_304_to_their_etag(self):
        response, content = self.get("/dataset/cho")
        self.assertEqual(response.status, 200)
        self.assertIn(b"<h1>", content)
        self.assertIn("default-src 'none'", response.headers["Content-Security-Policy"])
        self.assertNotIn("unsafe", response.headers["Content-Security-Policy"])
        self.assertEqual(self.get("/dataset/cho", {"If-None-Match": response.headers["ETag"]})[0].status, 304)
        self.assertEqual(self.get("/en/dataset/cho")[0].status, 200)

    def test_search_without_marks_finds_the_word_with_marks_as_html_and_json(self):
        page = self.get("/search?q=cho")[1].decode()
        self.assertIn("<mark>", page)
        self.assertIn("/dataset/cho", page)
        found = self.json("/api/v1/search?q=cho")
        self.assertGreaterEqual(found["total"], 1)
        self.assertIn("cho", [result["id"] for result in found["results"]])

    def test_a_query_is_shown_escaped(self):
        page = self.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E")[1].decode()
        self.assertNotIn("<script>alert", page)

    def test_the_rows_of_the_api_are_the_rows_of_the_csv(self):
        published = list(csv.reader(io.StringIO(self.get("/files/cho/latest/cho.csv")[1].decode("utf-8-sig"))))
        exported = list(csv.reader(io.StringIO(self.get("/api/v1/datasets/cho/rows.csv")[1].decode())))
        self.assertEqual(exported, published)
        paged, address = [], "/api/v1/datasets/cho/rows?_limit=2"
        while address:
            page = self.json(address)
            self.assertEqual(page["total"], len(published) - 1)
            paged += page["rows"]
            address = page["next"]
        self.assertEqual([str(row[published[0][0]]) for row in paged], [row[0] for row in published[1:]])

    def test_a_wrong_parameter_is_named_with_the_nearest_right_one(self):
        response, content = self.get("/api/v1/datasets/cho/rows?_limt=3")
        self.assertEqual(response.status, 400)
        problem = json.loads(content)
        self.assertEqual(problem["parameter"], "_limt")
        self.assertEqual(problem["nearest"], "_limit")
        self.assertTrue(response.headers["Content-Type"].startswith("application/problem+json"))

    def test_one_range_is_served_and_several_are_refused(self):
        whole = self.get("/files/cho/latest/cho.csv")[1]
        response, part = self.get("/files/cho/latest/cho.csv", {"Range": "bytes=3-9"})
        self.assertEqual(response.status, 206)
        self.assertEqual(part, whole[3:10])
        self.assertEqual(self.get("/files/cho/latest/cho.csv", {"Range": "bytes=0-1,3-4"})[0].status, 416)

    def test_nothing_outside_the_listed_files_can_be_reached(self):
        for path in ("/../manifest.json", "/%2e%2e/manifest.json", "/..%2fmanifest.json", "/..%5cmanifest.json", "//etc/passwd", "/manifest.json", "/data/cho/dataset.json",
                     "/dataset/cho%00", "/.git/config", "/dataset/../../manifest.json", "/%252e%252e/manifest.json"):
            with self.subTest(path=path):
                response, content = self.get(path)
                self.assertIn(response.status, (400, 404))
                self.assertNotIn(b"root:", content)
                self.assertNotIn(b'"units"', content)

    def test_writing_methods_and_bodies_are_refused(self):
        self.assertEqual(self.get("/search", method="POST", body="q=x")[0].status, 405)
        self.assertEqual(self.get("/dataset/cho", method="DELETE")[0].status, 405)

    def test_a_second_server_on_the_same_port_refuses_to_start(self):
        second = subprocess.run([str(BIN / "khomo-server"), "--root", str(self.folder / "out"), "--listen", f"127.0.0.1:{self.port}"], capture_output=True, text=True, timeout=20, check=False)
        self.assertEqual(second.returncode, 1)
        self.assertIn("Cannot listen", second.stderr)

    def test_a_new_release_is_served_without_a_restart_and_without_a_failed_request(self):
        failures, stop = [], threading.Event()

        def ask():
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
            while not stop.is_set():
                connection.request("GET", "/dataset/cho")
                response = connection.getresponse()
                content = response.read()
                if response.status != 200 or not content.rstrip().endswith(b"</html>"):
                    failures.append((response.status, len(content)))
            connection.close()

        clients = [threading.Thread(target=ask) for _ in range(3)]
        for client in clients:
            client.start()
        before = self.json("/healthz")["release"]
        entry = self.folder / "portal/datasets/cho.md"
        for number in range(3):
            entry.write_text(entry.read_text(encoding="utf-8") + f"\nĐổi {number}.\n", encoding="utf-8")
            build(self.folder)
        deadline = time.monotonic() + 15
        while self.json("/healthz")["release"].split("-")[0] != str(int(before.split("-")[0]) + 3) and time.monotonic() < deadline:
            time.sleep(0.05)
        stop.set()
        for client in clients:
            client.join()
        self.assertEqual(self.json("/healthz")["release"].split("-")[0], str(int(before.split("-")[0]) + 3))
        self.assertEqual(failures, [])
        self.assertIn("Đổi 2.", self.get("/dataset/cho")[1].decode())

    def test_the_shipped_nginx_site_serves_pages_files_and_the_api_and_stops_abuse(self):
        with nginx(self.folder / "out", self.port) as port:
            page, content = self.get("/dataset/cho", port=port)
            self.assertEqual(page.status, 200, content)
            self.assertIn("default-src 'none'", page.headers["Content-Security-Policy"])
            self.assertEqual(page.headers["Content-Security-Policy"], self.get("/dataset/cho")[0].headers["Content-Security-Policy"])
            self.assertEqual(self.get("/", port=port)[0].status, 200)
            self.assertEqual(self.get("/api/v1/datasets/cho/rows?_limit=1", port=port)[0].status, 200)
            self.assertEqual(self.get("/api/v1/datasets/cho", port=port)[0].status, 200)
            self.assertEqual(self.get("/search?q=cho", port=port)[0].status, 200)
            self.assertEqual(self.get("/files/cho/latest/cho.csv", {"Range": "bytes=0-9"}, port=port)[0].status, 206)
            tiles, content = self.get("/tiles/diem-do.pmtiles", {"Range": "bytes=0-6", "Accept-Encoding": "gzip, br"}, port=port)
            self.assertEqual((tiles.status, content, tiles.headers["Content-Encoding"]), (206, b"PMTiles", None))
            self.assertEqual(self.get("/nothing-here", port=port)[0].status, 404)
            self.assertIn(self.get("/../manifest.json", port=port)[0].status, (400, 404))
            self.assertIn(self.get("/search", method="POST", body="x" * 200000, port=port)[0].status, (403, 405, 413))


if __name__ == "__main__":
    unittest.main()
