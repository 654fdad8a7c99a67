#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Feeds from an HTTP interface and from SQLite files, with peers that die, dawdle and lie. KHOMO_BIN names the folder of the programs."""
import csv
import datetime
import gzip
import io
import json
import pathlib
import shutil
import sqlite3
import ssl
import subprocess
import sys
import time
import unittest
from urllib.parse import parse_qs, urlsplit

import openpyxl

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from feed_portal import HEADINGS, MARKETS, FeedPortal, Server, records  # noqa: E402


def query(handler):
    return {key: values[0] for key, values in parse_qs(urlsplit(handler.path).query).items()}


def csv_bytes(rows=None, delimiter=","):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(HEADINGS)
    writer.writerows([["" if value is None else value for value in row] for row in (MARKETS if rows is None else rows)])
    return out.getvalue().encode()


class FeedTest(unittest.TestCase):
    def setUp(self):
        self.portal = FeedPortal()
        self.addCleanup(self.portal.remove)

    def serve(self, answer):
        server = Server(answer).start()
        self.addCleanup(server.stop)
        return server

    def declare(self, server, more="", path="/cho", fmt="json", scheme_url=None):
        endpoint = (scheme_url or server.url) + path
        self.portal.source(f'{{from: api, endpoint: "{endpoint}", format: {fmt}, retries: 2, delay: 0.01, timeout: 5{", " + more if more else ""}}}', endpoint, record="" if fmt == "json" else None)

    def refused(self, rule, command="check"):
        report = self.portal.run(command)
        self.assertEqual(report["code"], 3, report["all"])
        self.assertEqual(self.portal.rules(report), [rule], report["all"])
        return report

    def accepted(self, version=1):
        report = self.portal.run("build")
        self.assertEqual(report["code"], 0, report["all"])
        self.assertEqual(self.portal.versions()[-1], version)
        return report

    # ---- the same rows ----

    def test_the_same_rows_by_every_format_and_route_are_the_same_bytes(self):
        def xlsx():
            book = openpyxl.Workbook()
            book.active.append(HEADINGS)
            for row in MARKETS:
                book.active.append(row[:6] + [datetime.date.fromisoformat(row[6]) if row[6] else None])
            out = io.BytesIO()
            book.save(out)
            return out.getvalue()

        names = ["ma", "ten", "xa", "hang", "quay", "dt", "ngay"]
        xml = "<ds>" + "".join("<row>" + "".join(f"<{n}>{str(v).replace('&', '&amp;')}</{n}>" for n, v in zip(names, row) if v is not None) + "</row>" for row in MARKETS) + "</ds>"
        found = {}
        files = {"csv": csv_bytes(), "xlsx": xlsx(), "json": json.dumps(records(), ensure_ascii=False).encode(), "ndjson": "\n".join(json.dumps(r) for r in records()).encode()}
        for name, data in files.items():
            portal = FeedPortal()
            try:
                portal.deliver("cho." + name, data, None if name == "csv" else "")
                report = portal.run("build")
                self.assertEqual(report["code"], 0, name + report["all"])
                found[name] = portal.content()
            finally:
                portal.remove()
        portal = FeedPortal()
        try:
            portal.deliver("cho.xml", xml.encode(), "//row")
            text = portal.entry.read_text(encoding="utf-8")
            for heading, short in zip(HEADINGS, names):
                text = text.replace(f'column: "{heading}"', f'column: "{short}"')
            portal.entry.write_text(text, encoding="utf-8")
            report = portal.run("build")
            self.assertEqual(report["code"], 0, report["all"])
            found["xml"] = portal.content()
        finally:
            portal.remove()
        server = self.serve(lambda h: h.reply({"total": 5, "items": records()[(int(query(h)["page"]) - 1) * 2:][:2]}))
        self.declare(server, "paging: page, page_size: 2, records: items, total: total")
        self.accepted()
        found["api"] = self.portal.content()
        portal = FeedPortal()
        try:
            self.sqlite(portal)
            report = portal.run("build")
            self.assertEqual(report["code"], 0, report["all"])
            found["sqlite"] = portal.content()
        finally:
            portal.remove()
        self.assertEqual(len(set(found.values())), 1, found)

    @staticmethod
    def sqlite(portal, rows=None):
        path = portal.folder / "kho.sqlite"
        with sqlite3.connect(path) as database:
            database.execute("CREATE TABLE cho (" + ",".join(f'"{name}"' for name in HEADINGS) + ', bi_mat TEXT)')
            database.executemany("INSERT INTO cho VALUES (?,?,?,?,?,?,?,'không ai xem')", reversed(MARKETS if rows is None else rows))
            database.execute("CREATE VIEW xem AS SELECT * FROM cho")
        database.close()
        portal.environment["WAREHOUSE_DSN"] = str(path)
        portal.source("{from: database, connection: WAREHOUSE_DSN, table: cho}", "cho", record="")
        return path

    # ---- paging ----

    def test_offset_cursor_and_link_paging_bring_all_rows_in_order(self):
        def offset(h):
            at = int(query(h)["offset"])
            h.reply(records()[at:at + 2])

        def cursor(h):
            at = int(query(h).get("cursor", "0"))
            h.reply({"data": {"items": records()[at:at + 2]}, "meta": {"tiep": str(at + 2) if at + 2 < 5 else None}})

        def link(h):
            at = int(query(h).get("at", "0"))
            h.reply({"items": records()[at:at + 2], "next": f"/cho?at={at + 2}" if at + 2 < 5 else None})

        def header(h):
            at = int(query(h).get("at", "0"))
            more = {"Link": f'<{h.path.split("?")[0]}?at=0>; rel="first", </cho?at={at + 2}>; rel="next"'} if at + 2 < 5 else {}
            h.reply(records()[at:at + 2], **more)

        def pages_of_csv(h):
            page = int(query(h)["page"])
            h.reply(csv_bytes(MARKETS[(page - 1) * 2:page * 2], ";").replace(b".", b","), kind="text/csv")

        found = set()
        for name, answer, more, fmt in (("offset", offset, "paging: offset, page_size: 2", "json"), ("cursor", cursor, "paging: cursor, cursor: meta.tiep, records: data.items", "json"),
                                        ("link", link, "paging: next, next: next, records: items", "json"), ("header", header, "paging: next", "json"), ("csv", pages_of_csv, "paging: page, page_size: 2", "csv")):
            with self.subTest(paging=name):
                self.portal.remove()
                self.portal.__init__()
                self.declare(self.serve(answer), more, fmt=fmt)
                self.accepted()
                found.add(self.portal.content())
        self.assertEqual(len(found), 1)

    def test_what_pages_lie_about_is_found(self):
        def same_page(h):
            h.reply(records()[:2])

        def loop(h):
            h.reply({"items": records()[:2] if "c" not in query(h) else records()[2:4], "c": "x"})

        def elsewhere(h):
            h.reply({"items": records()[:2], "next": "http://127.0.0.2:9/cho"})

        def short(h):
            h.reply({"total": 9, "items": records()[:2] if query(h)["page"] == "1" else []})

        totals = iter(range(5, 500))

        def moving(h):
            at = (int(query(h)["page"]) - 1) * 2
            h.reply({"total": next(totals), "items": records()[at:at + 2]})

        def twice(h):
            at = (int(query(h)["page"]) - 1) * 2
            h.reply(([records()[1]] if 0 < at < 5 else []) + records()[at:at + 2])

        cases = [("feed/repeated", same_page, "paging: page, page_size: 2"), ("feed/repeated", loop, "paging: cursor, cursor: c, cursor_param: c, records: items"),
                 ("feed/redirect", elsewhere, "paging: next, next: next, records: items"), ("feed/incomplete", short, "paging: page, records: items, total: total"),
                 ("feed/changed", moving, "paging: page, page_size: 2, records: items, total: total"), ("feed/records", same_page, "records: items")]
        for rule, answer, more in cases:
            with self.subTest(rule=rule, more=more):
                self.portal.remove()
                self.portal.__init__()
                self.declare(self.serve(answer), more)
                self.refused(rule)
        self.portal.remove()
        self.portal.__init__()
        self.declare(self.serve(twice), "paging: page")
        report = self.portal.run("check")
        self.assertEqual(report["code"], 3, report["all"])
        self.assertTrue({"contract/key", "contract/unique"} & set(self.portal.rules(report)), report["all"])

    # ---- peers ----

    def test_a_peer_that_dies_in_the_middle_is_taken_up_by_range_and_the_bytes_are_right(self):
        body = csv_bytes(delimiter=";").replace(b".", b",")
        state = {"alive": False}

        def answer(h):
            given = h.headers.get("Range")
            start = int(given.split("=")[1].rstrip("-")) if given and h.headers.get("If-Range") == '"a1"' else 0
            if start:
                self.assertGreater(start, 0)
                h.reply(body[start:], 206, "text/csv", ETag='"a1"', Content_Range=f"bytes {start}-{len(body) - 1}/{len(body)}")
            elif state["alive"]:
                h.reply(body, kind="text/csv", ETag='"a1"')
            else:
                h.reply(body[:100], kind="text/csv", length=len(body), ETag='"a1"')
                h.die()

        server = self.serve(answer)
        self.declare(server, fmt="csv")
        self.accepted()
        self.assertEqual([bool(headers.get("Range")) for _, headers in server.requests], [False, True])

    def test_pages_that_came_are_not_asked_for_again_after_an_interruption(self):
        state = {"down": True}

        def answer(h):
            page = int(query(h)["page"])
            if page == 3 and state["down"]:
                h.reply(b"", 503)
            else:
                h.reply(records()[(page - 1) * 2:page * 2])

        server = self.serve(answer)
        self.declare(server, "paging: page, page_size: 2")
        self.refused("feed/status", "build")
        self.assertEqual([query_of(path)["page"] for path, _ in server.requests], ["1", "2", "3", "3", "3"])
        state["down"] = False
        server.requests.clear()
        self.accepted()
        self.assertEqual([query_of(path)["page"] for path, _ in server.requests], ["3"])

    def test_every_way_in_which_a_peer_fails_is_a_finding_of_its_own(self):
        def dying(h):
            h.reply(b'[{"a":', length=1000)
            h.die()

        def slow(h):
            h.send_response(200)
            h.send_header("Content-Type", "application/json")
            h.send_header("Content-Length", "100000")
            h.end_headers()
            for _ in range(40):
                h.wfile.write(b" ")
                h.wfile.flush()
                time.sleep(0.25)

        def bomb(h):
            h.reply(gzip.compress(b"[" + b" " * (64 << 20) + b"]"), Content_Encoding="gzip")

        cases = [
            ("feed/broken", dying, ""),
            ("feed/time", slow, "stall: 1"),
            ("feed/too-large", bomb, "paging: page, max_mb: 2"),
            ("feed/content", lambda h: h.reply(b"<!doctype html><html><body>Dang nhap</body></html>", kind="text/html"), ""),
            ("feed/content", lambda h: h.reply(json.dumps(records()).encode()[:-5]), ""),
            ("feed/content", lambda h: h.reply(b"not gzip", Content_Encoding="gzip"), "paging: page"),
            ("feed/refused", lambda h: h.reply({}, 401), ""),
            ("feed/status", lambda h: h.reply({}, 404), ""),
            ("feed/status", lambda h: h.reply({}, 500), ""),
            ("feed/status", lambda h: h.reply({}, 429, Retry_After="86400"), ""),
            ("feed/redirect", lambda h: h.reply({}, 302, Location="http://127.0.0.2:9/x"), ""),
            ("feed/redirect", lambda h: h.reply({}, 302, Location="file:///etc/passwd"), ""),
            ("feed/redirect", lambda h: h.reply({}, 302, Location=h.path), ""),
        ]
        for rule, answer, more in cases:
            with self.subTest(rule=rule, more=more):
                self.portal.remove()
                self.portal.__init__()
                server = self.serve(answer)
                self.declare(server, more.replace("stall: 1", "stall: 2"))
                started = time.monotonic()
                self.refused(rule)
                self.assertLess(time.monotonic() - started, 25)
        self.declare(server, scheme_url="http://127.0.0.1:1")
        self.refused("feed/unreachable")
        self.declare(server, scheme_url="http://169.254.169.254")
        self.refused("feed/address")

    def test_a_busy_server_is_asked_again_after_the_time_it_names(self):
        times = []

        def answer(h):
            times.append(time.monotonic())
            h.reply(records()) if len(times) > 1 else h.reply({}, 503, Retry_After="1")

        self.declare(self.serve(answer))
        self.accepted()
        self.assertGreaterEqual(times[1] - times[0], 1.0)

    def test_a_certificate_that_nobody_vouches_for_stops_and_a_declared_one_passes(self):
        folder = self.portal.folder
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1",
                        "-keyout", folder / "key.pem", "-out", folder / "portal/nguon.pem"], check=True, capture_output=True)
        server = Server(lambda h: h.reply(records()))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "portal/nguon.pem", folder / "key.pem")
        server.server.socket = context.wrap_socket(server.server.socket, server_side=True)
        server.start()
        self.addCleanup(server.stop)
        url = server.url.replace("http:", "https:")
        self.declare(server, scheme_url=url)
        self.refused("feed/tls")
        self.declare(server, "ca: nguon.pem", scheme_url=url)
        self.accepted()

    # ---- token, state, approval ----

    def test_the_token_goes_to_the_source_and_nowhere_else(self):
        token = "ma-truy-cap-bi-mat-7f3a"

        def answer(h):
            good = h.headers.get("Authorization") == "Bearer " + token
            h.reply(records() if good else {}, 200 if good else 403)

        server = self.serve(answer)
        self.declare(server, "token_env: LGSP_TOKEN")
        self.refused("feed/variable")
        self.assertEqual(server.requests, [])
        self.portal.environment["LGSP_TOKEN"] = token + "x"
        report = self.refused("feed/refused", "build")
        self.assertNotIn(token, report["all"])
        self.portal.environment["LGSP_TOKEN"] = token
        report = self.accepted()
        self.assertNotIn(token, report["all"])
        for path, data in self.portal.everything_kept():
            self.assertNotIn(token.encode(), data, path)

    def test_nothing_new_costs_one_request_and_makes_no_version(self):
        body = {"tag": '"v1"', "rows": records()}

        def answer(h):
            if h.headers.get("If-None-Match") == body["tag"]:
                h.reply(b"", 304, ETag=body["tag"])
            else:
                h.reply(body["rows"], ETag=body["tag"])

        server = self.serve(answer)
        self.declare(server)
        self.accepted()
        server.requests.clear()
        self.assertEqual(self.portal.run("build")["code"], 0)
        self.assertEqual(len(server.requests), 1)
        self.assertEqual(self.portal.versions(), [1])
        body["tag"], body["rows"] = '"v2"', [dict(reversed(list(row.items()))) for row in records()]  # other bytes, same rows
        self.assertEqual(self.portal.run("build")["code"], 0)
        self.assertEqual(self.portal.versions(), [1])
        body["tag"], body["rows"] = '"v3"', records()[:4] + [{**records()[4], "Số quầy": 6}]
        self.accepted(2)
        with sqlite3.connect(self.portal.state / "journal.sqlite") as journal:
            actions = [row[0] for row in journal.execute("SELECT action FROM journal ORDER BY 1")] if journal.execute("SELECT count(*) FROM sqlite_schema WHERE name='journal'").fetchone()[0] else None
        if actions is not None:
            self.assertEqual(actions.count("feed-fetched"), 3)
            self.assertEqual(actions.count("feed-unchanged"), 1)

    def test_without_the_standing_approval_nothing_is_asked(self):
        server = self.serve(lambda h: h.reply(records()))
        self.declare(server)
        record = self.portal.folder / "portal/warehouse/cho/feed.yaml"
        text = record.read_text(encoding="utf-8")
        record.unlink()
        self.refused("approval/standing")
        record.write_text(text.replace("/cho", "/khac"), encoding="utf-8")
        self.refused("approval/standing-source")
        record.write_text(text + "valid_until: 2026-10-01T00:00:00+07:00\n", encoding="utf-8")
        self.refused("approval/standing-expired")
        self.assertEqual(server.requests, [])
        record.write_text(text.replace("Người Thẩm Định (minh họa)", "Người Lập (minh họa)"), encoding="utf-8")
        self.refused("approval/same-person")
        record.write_text(text, encoding="utf-8")
        self.accepted()

    def test_offline_asks_nobody_and_says_so(self):
        server = self.serve(lambda h: h.reply(records()))
        self.declare(server)
        self.accepted()
        server.requests.clear()
        report = self.portal.run("check", "--offline")
        self.assertEqual(report["code"], 0, report["all"])
        self.assertIn("feed/offline", self.portal.rules(report, "info"))
        self.assertEqual(server.requests, [])

    def test_a_secret_in_the_catalogue_and_a_wrong_setting_are_told(self):
        self.portal.source("{from: database, connection: 'postgresql://a:mat-khau@h/d', table: cho}", "cho")
        report = self.portal.run("check")
        self.assertEqual(report["code"], 1)
        self.assertIn("catalogue/source", self.portal.rules(report))
        self.assertNotIn("mat-khau", report["all"])
        self.portal.source("{from: api, endpoint: 'ftp://x/y', format: json, pagin: page}", "x")
        report = self.portal.run("check")
        self.assertTrue(any("paging" in f["fix"]["vi"] for f in report["findings"]), report["all"])

    # ---- SQLite files ----

    def test_a_table_of_a_database_file_is_read_and_its_faults_are_told(self):
        path = self.sqlite(self.portal)
        self.accepted()
        for _, data in self.portal.everything_kept():
            self.assertNotIn("không ai xem".encode(), data)
        for table, rule in (("xem", "feed/table"), ("khong_co", "feed/table")):
            self.portal.source(f"{{from: database, connection: WAREHOUSE_DSN, table: {table}}}", table, record="")
            self.refused(rule)
        self.portal.source("{from: database, connection: WAREHOUSE_DSN, table: cho}", "cho", record="")
        self.portal.environment["WAREHOUSE_DSN"] = str(self.portal.entry)
        self.refused("feed/table")
        self.portal.environment["WAREHOUSE_DSN"] = ""
        self.refused("feed/variable")
        self.portal.environment["WAREHOUSE_DSN"] = str(path)
        shutil.copy(path, str(path) + ".bak")
        with open(path, "r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * 4096)
        report = self.portal.run("check")
        self.assertEqual(self.portal.rules(report), ["feed/broken"], report["all"])


def query_of(path):
    return {key: values[0] for key, values in parse_qs(urlsplit(path).query).items()}


if __name__ == "__main__":
    unittest.main(verbosity=1)
