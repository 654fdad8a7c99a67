#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search as citizens meet it: the whole catalogue of Sơn La, built and served by the real programs on a free port."""
import csv
import html
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
import xml.etree.ElementTree as ElementTree

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

    def titles(self, found, kind="dataset"):
        return [result["title"] for result in found["results"] if result["kind"] == kind]

    def test_the_answer_says_how_the_query_was_read_and_the_page_offers_the_literal_one(self):
        for text, reading in [("hồ chứa", "literal"), ("hô chứa", "folded"), ("hoof chuwas", "typing"), ("ho chu", "prefix"), ("khoag sản", "spelling"), ("hồ chứa zzzz thửa đất", "partial")]:
            self.assertEqual(self.server.search(text, rows=0)["reading"], reading, text)
        page = self.server.get("/search", q="khoag sản")[1]
        self.assertIn("«khoang san»", page.replace("khoáng sản", "khoang san"))
        self.assertIn("literal=1", page)
        literal = self.server.search("khoag sản", literal=1)
        self.assertEqual((literal["reading"], literal["total"]), ("none", 0))

    def test_quotes_keep_words_together_and_a_minus_leaves_out(self):
        loose = self.server.search("đất sử dụng", rows=0)["total"]
        self.assertGreater(loose, self.server.search('"đất sử dụng"', literal=1, rows=0)["total"])
        with_water = self.titles(self.server.search("chất lượng", rows=0))
        without = self.titles(self.server.search("chất lượng -nước", rows=0))
        self.assertIn("Dữ liệu về chất lượng nước", with_water)
        self.assertTrue(without and "Dữ liệu về chất lượng nước" not in without)

    def test_fields_limit_the_search_in_both_languages(self):
        for text in ["co-quan:\"y tế\" thống kê", "agency:health statistics", "cơ-quan:y-te thống kê"]:
            found = self.server.search(text)
            self.assertGreater(found["total"], 0, text)
            self.assertEqual({result["agency"] for result in found["results"]}, {"y-te"}, text)
        named = self.server.search("tieu-de:hồ", _limit=100)
        self.assertTrue(named["total"] > 0 and all("hồ" in result["title"].lower() for result in named["results"]), named["results"])
        self.assertEqual([result["id"] for result in self.server.search("id:du-lieu-ho-chua")["results"]], ["du-lieu-ho-chua"])
        self.assertGreater(self.server.search("http://khong.co/gi rừng", rows=0)["total"], 0, "an unknown prefix is plain text")

    def test_nothing_found_is_never_a_blank_page(self):
        found = self.server.search("khoanggg sanxx", rows=0)
        self.assertNotIn("Traceback", json.dumps(found))
        page = self.server.get("/search", q="zzyyxx")[1]
        self.assertIn("/theme/", page)
        near = self.server.search("nam:1900 rừng")
        self.assertEqual((near["total"], near["near"]), (0, ["rừng"]))
        closed = self.server.search("HIV/AIDS")
        self.assertNotIn("c016", [result["inventory"] for result in closed["results"]])
        self.assertEqual([result["inventory"] for result in closed["not_open"]], ["c016"])
        page = self.server.get("/search", q="HIV/AIDS")[1]
        self.assertIn(closed["not_open"][0]["class_reason"]["vi"], page)

    def test_facets_count_under_the_query_and_several_values_of_one_add_up(self):
        found = self.server.search("nước", rows=0)
        for facet in ["theme", "agency", "format", "frequency", "licence", "kind", "unit", "year", "quality", "class", "published"]:
            self.assertTrue(found["facets"][facet], facet)
            for count in found["facets"][facet][:3]:
                chosen = self.server.search("nước", rows=0, **{facet: count["value"]})
                self.assertEqual(chosen["total"], count["count"], (facet, count))
        two = [count["value"] for count in found["facets"]["agency"][:2]]
        both = self.server.search("nước", rows=0, agency=two)
        self.assertEqual(both["total"], sum(count["count"] for count in found["facets"]["agency"][:2]))
        self.assertEqual(both["facets"]["agency"], found["facets"]["agency"], "a facet's own choice is left out of its counts")

    def test_the_page_carries_facets_chips_sort_and_paging_in_its_address(self):
        page = self.server.get("/search", q="dữ liệu", agency=["y-te", "xay-dung"], sort="title")[1]
        chips = re.findall(r'class="chip" href="([^"]+)"', page)
        self.assertEqual(len(chips), 2)
        self.assertIn("agency=xay-dung", chips[0] + chips[1])
        self.assertIn("page=2", page)
        first = self.server.search("dữ liệu", agency=["y-te", "xay-dung"], _sort="title", rows=0)
        second = self.server.get("/search", q="dữ liệu", agency=["y-te", "xay-dung"], sort="title", page=2)[1]
        self.assertNotIn(first["results"][0]["url"] + '"', second)
        removed = self.server.get(html.unescape(chips[0]))[1]
        self.assertEqual(len(re.findall(r'class="chip"', removed)), 1)

    def test_a_choice_that_no_dataset_has_can_be_taken_back(self):
        page = self.server.get("/search", q="đất", agency="khong-co-so-nay", year="1900")[1]
        chips = [html.unescape(chip) for chip in re.findall(r'class="chip" href="([^"]+)"', page)]
        self.assertEqual(len(chips), 2)
        self.assertTrue(any("khong-co" not in chip and "1900" in chip for chip in chips), chips)

    def test_rows_of_open_tables_are_found_from_the_same_box(self):
        found = self.server.search("cầu pá uôn")
        group = found["rows"]["groups"][0]
        self.assertEqual((group["dataset"], group["rows"][0]["title"]), ("du-lieu-cau", "Cầu Pá Uôn"))
        self.assertIn(group["rows"][0]["id"], [result["id"] for result in found["results"] if result["kind"] == "row"])
        address, anchor = group["rows"][0]["url"].split("#")
        table = self.server.get(address)[1]
        row = re.search(rf'<tr id="{anchor}"[^>]*aria-current[^>]*>(.*?)</tr>', table)
        self.assertIn("Cầu Pá Uôn", row.group(1))
        self.assertEqual(self.server.search("HC0001")["rows"]["groups"][0]["rows"][0]["title"], "Hồ thủy điện Sơn La")
        self.assertEqual(self.server.search("ho thuy dien son la")["rows"]["reading"], "literal")
        rice = self.server.search("giá gạo")["rows"]
        self.assertEqual(rice["groups"][0]["dataset"], "du-lieu-ve-thong-tin-gia-ca-thi-truong-dinh-ky")
        page = self.server.get("/search", q="giá gạo", **{"in": rice["groups"][0]["dataset"], "page": 2})[1]
        self.assertEqual(len(re.findall(r"/rows\?row=\d+#r\d+", page)), 20)

    def test_a_place_of_today_or_of_before_limits_the_search_to_it(self):
        today = self.server.search("hồ chứa xã Mường La")
        self.assertEqual(today["place"]["names"], ["Xã Mường La"])
        self.assertIn("du-lieu-ho-chua", [result["id"] for result in today["results"]])
        before = self.server.search("phường Chiềng Lề")
        self.assertEqual(before["place"]["units"], ["03646"])
        self.assertGreater(before["total"], 0)
        district = self.server.search("huyen moc chau cau")
        self.assertGreater(len(district["place"]["units"]), 3)
        anywhere = self.server.search("hồ chứa xã Mường La", place="off")
        self.assertIsNone(anywhere["place"])
        self.assertIn("place=off", self.server.get("/search", q="hồ chứa xã Mường La")[1])
        self.assertIsNone(self.server.search("bản đồ Sơn La")["place"], "the province is no commune")

    def test_a_box_limits_to_what_lies_in_it(self):
        inside = self.server.search("", _bbox="103.5,21,104.5,22", _limit=100)
        self.assertTrue(inside["total"] > 0 and all(result["published"] for result in inside["results"]))
        self.assertEqual(self.server.search("", _bbox="10,10,11,11")["total"], 0)
        self.assertEqual(self.server.get("/api/v1/search", _bbox="1,2,3")[0].status, 400)
        self.assertEqual(self.server.get("/search", west="x")[0].status, 200)

    def test_suggestions_come_with_and_without_marks_and_for_the_browsers_bar(self):
        for typed in ["hồ ch", "ho ch", "hoof chuw"]:
            titles = [item["title"] for item in self.server.json("/api/v1/suggest", q=typed)["suggestions"]]
            self.assertIn("Dữ liệu hồ chứa", titles, typed)
        bar = self.server.json("/api/v1/suggest", q="ho ch", _format="opensearch")
        self.assertEqual(bar[0], "ho ch")
        self.assertIn("Dữ liệu hồ chứa", bar[1])
        root = ElementTree.fromstring(self.server.get("/opensearch.xml")[1])
        urls = {url.get("type"): url.get("template") for url in root.iter("{http://a9.com/-/spec/opensearch/1.1/}Url")}
        self.assertTrue(urls["text/html"].endswith("/search?q={searchTerms}"), urls)
        self.assertIn("application/opensearchdescription+xml", self.server.get("/")[1])

    def test_any_search_is_a_feed(self):
        response, content = self.server.get("/search.atom", q="nước")
        self.assertTrue(response.headers["Content-Type"].startswith("application/atom+xml"))
        atom = "{http://www.w3.org/2005/Atom}"
        feed = ElementTree.fromstring(content)
        ids = [entry.findtext(atom + "id") for entry in feed.iter(atom + "entry")]
        dates = [entry.findtext(atom + "updated") for entry in feed.iter(atom + "entry")]
        self.assertTrue(ids and dates == sorted(dates, reverse=True) and feed.findtext(atom + "updated") == dates[0])
        items = self.server.json("/search.json", q="nước")["items"]
        self.assertEqual([item["id"] for item in items], ids)
        wanted = {result["id"] for result in self.server.search("nước", published="yes", rows=0, _limit=50)["results"]}
        self.assertEqual({re.search(r"/dataset/([^/]+)/v\d+$", address).group(1) for address in ids}, wanted)

    def test_operators_learn_what_was_not_found_without_who_or_when(self):
        folder = self.folder / "missed"
        folder.mkdir()
        log = folder / "server.log"
        server = Server(self.folder / "out", log)
        for text in ["Zzyyxx WƯỞQQ", "zzyyxx wuoqq", "qqwwrr 0912345678", "hồ chứa"]:
            server.get("/search", q=text)
        server.stop()
        lines = [line.split("missed-search ")[1] for line in log.read_text().splitlines() if "missed-search" in line]
        self.assertEqual(sorted(line.split(" ", 1)[1] for line in lines), ["1 qqwwrr #", "2 zzyyxx wuoqq"], lines)
        self.assertNotIn("127.0.0.1", "".join(lines))
        report = subprocess.run([str(BIN / "khomo"), "report", "searches", str(log), "--json"], capture_output=True, text=True, check=True)
        self.assertEqual([(item["words"], item["count"]) for item in json.loads(report.stdout)["searches"]], [("zzyyxx wuoqq", 2), ("qqwwrr #", 1)])

    def test_the_browser_searches_by_the_same_analysis_while_the_server_is_away(self):
        cases = [str(path) for path in [SHARED / "cases/vi_search_cases.csv", SOURCE / "tests/data/search/cases.csv"] if path.exists()]
        run = subprocess.run(["node", str(SOURCE / "tests/browser/static_search.mjs"), str((self.folder / "out/current/site").resolve()), *cases], capture_output=True, text=True)
        print(run.stdout)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)

    def test_english_words_are_searched_in_the_same_box(self):
        for text in ["reservoirs", "reservoir"]:
            self.assertIn("du-lieu-ho-chua", [result["id"] for result in self.server.search(text)["results"][:3]], text)
        page = self.server.get("/en/search", q="reservoirs")[1]
        self.assertIn("/en/dataset/du-lieu-ho-chua", page)
        self.assertIn('lang="en"', page)


class IndexTest(unittest.TestCase):
    """One dataset changes, an index breaks: on the tiny portal."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="khomo-index-"))
        shutil.copytree(SOURCE / "tests/data/portal-mini", self.folder / "portal")
        self.assertEqual(build(self.folder, self.folder / "portal").returncode, 0)

    def tearDown(self):
        shutil.rmtree(self.folder)

    def search_files(self):
        root = (self.folder / "out/current").resolve()
        return {str(path.relative_to(root)): path.stat().st_ino for path in root.glob("search/**/*") if path.is_file()}

    def test_a_changed_title_is_found_and_the_rows_of_other_datasets_are_not_indexed_again(self):
        before = self.search_files()
        entry = self.folder / "portal/datasets/cho.md"
        text = entry.read_text()
        title = re.search(r"^title: .*$", text, re.M).group(0)
        entry.write_text(text.replace(title, "title: {vi: Chợ phiên vùng cao, en: Highland fairs}"))
        self.assertEqual(build(self.folder, self.folder / "portal").returncode, 0)
        after = self.search_files()
        same = {name for name in after if name.startswith("search/rows-") and before.get(name) == after[name]}
        changed = {name.split("/")[1].split(".")[0] for name in after if name.startswith("search/rows-")} - {name.split("/")[1].split(".")[0] for name in same}
        self.assertEqual(len(changed), 1, "one shard of rows, that of the dataset, was made again")
        server = Server(self.folder / "out", self.folder / "log")
        try:
            self.assertEqual(server.search("highland fairs")["results"][0]["id"], "cho")
        finally:
            server.stop()

    def test_rows_stay_out_of_the_box_where_the_dataset_says_so(self):
        def found():
            server = Server(self.folder / "out", self.folder / "log")
            try:
                groups = server.search("chợ")["rows"]["groups"]
                return [group["dataset"] for group in groups]
            finally:
                server.stop()
        self.assertIn("cho", found())
        entry = self.folder / "portal/datasets/cho.md"
        entry.write_text(entry.read_text().replace("\ntitle:", "\nsearch: {rows: false}\ntitle:", 1))
        self.assertEqual(build(self.folder, self.folder / "portal").returncode, 0)
        self.assertNotIn("cho", found())

    def test_a_broken_or_old_index_is_refused_with_a_clear_error_while_the_rest_is_served(self):
        shard = (self.folder / "out/current/search/shard-00").resolve()
        table = shard / "postlist.glass"
        table.write_bytes(b"\0" * table.stat().st_size)
        server = Server(self.folder / "out", self.folder / "log")
        try:
            self.assertEqual(server.get("/api/v1/search", q="cho")[0].status, 503)
            page = server.get("/search", q="cho")
            self.assertEqual(page[0].status, 503)
            self.assertIn("data-static-search", page[1], "the page that searches in the browser")
            for path in ["/", "/dataset/cho", "/dataset/cho/rows", "/api/v1/datasets/cho/rows"]:
                self.assertEqual(server.get(path)[0].status, 200, path)
        finally:
            server.stop()
        self.assertIn("Build the portal again with --full", (self.folder / "log").read_text())
        self.assertEqual(build(self.folder, self.folder / "portal", "--full").returncode, 0)
        server = Server(self.folder / "out", self.folder / "log")
        try:
            self.assertGreater(server.search("cho")["total"], 0)
        finally:
            server.stop()


if __name__ == "__main__":
    unittest.main(verbosity=2)
