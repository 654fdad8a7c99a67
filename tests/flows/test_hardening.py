# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile words, files and writers through the real program. The letter and number of a test are those of the catalogue of hardening tests."""
import csv
import hashlib
import html.parser
import json
import shutil
import sqlite3
import subprocess
import sys
import unittest
import xml.etree.ElementTree
import zipfile

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from record_portal import MARKETS, RecordPortal

PAYLOAD = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>"


class Page(html.parser.HTMLParser):
    """What a browser would run of a page."""

    def __init__(self):
        super().__init__()
        self.live = []
        self.data_script = None
        self.json = []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.live += [f"{tag} {name}" for name in attrs if name.startswith("on") or name == "srcdoc"]
        self.live += [f"{tag} {value}" for value in attrs.values() if (value or "").strip().lower().startswith("javascript:")]
        if tag == "img" and attrs.get("src") == "x":
            self.live.append("img src=x")
        if tag == "script" and "src" not in attrs:
            self.data_script = attrs.get("type", "")
            if self.data_script not in ("application/ld+json", "application/json"):
                self.live.append("inline script")

    def handle_endtag(self, tag):
        if tag == "script":
            self.data_script = None

    def handle_data(self, data):
        if self.data_script:
            self.json.append(data)


class HardeningTest(unittest.TestCase):
    def setUp(self):
        self.portal = RecordPortal()
        self.addCleanup(self.portal.remove)
        self.entry = self.portal.portal / "datasets/cho.md"

    def redeliver(self, text):
        (self.portal.delivery / "cho.csv").write_text(text, encoding="utf-8", newline="")
        self.portal.approve_all()

    def edit(self, path, old, new):
        text = path.read_text(encoding="utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def file(self, name):
        return self.portal.out / "current/site/files/cho/v1" / name

    def test_D1_cells_that_look_like_formulas_are_told_and_stay_texts(self):
        live = ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", 'Chợ;=1+1', '"=HYPERLINK(1)']
        plain = ["-5", "+84 212", "- Chợ phiên"]
        rows = "".join(f'C{i:03};"{name.replace(chr(34), chr(34) * 2)}";03646;I;{i};1;02/09/1995\n' for i, name in enumerate(live + plain, 1))
        self.redeliver(MARKETS.split("\n")[0] + "\n" + rows)
        done = self.portal.build(code=0)
        told = {f["row"] for f in done.json["findings"] if f["rule"] == "text/formula" and f["column"] == "Tên chợ" and f["severity"] == "warn"}
        self.assertEqual(told, set(range(2, 2 + len(live))))
        with open(self.file("cho.csv"), encoding="utf-8-sig", newline="") as file:
            self.assertEqual([row["ten_cho"] for row in csv.DictReader(file)], live + plain)
        with zipfile.ZipFile(self.file("cho.xlsx")) as book:
            sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/")]
        self.assertTrue(all("<f>" not in sheet and "<f " not in sheet for sheet in sheets))
        if not shutil.which("soffice"):
            print("skipped, not there: LibreOffice")

    def test_D4_words_that_are_code_elsewhere_are_words_here(self):
        code = PAYLOAD.replace("\\", "\\\\").replace('"', '\\"')
        self.edit(self.entry, "title: {vi: Chợ, en: Markets}", f'title: {{vi: "Chợ {code}", en: "Markets {code}"}}')
        self.edit(self.entry, '"Các chợ và quy mô của chợ."', f'"Các chợ {code}"')
        self.edit(self.entry, "keywords: {vi: [chợ,", f'keywords: {{vi: ["{code}",')
        self.edit(self.entry, "title: {vi: Tên chợ, en: Name}", f'title: {{vi: "Tên {code}", en: "Name {code}"}}, description: {{vi: "Mô tả {code}"}}')
        self.edit(self.entry, 'signer: "Người ký (minh họa)"', f'signer: "{code}"')
        self.edit(self.entry, "unit: quầy", f'unit: "{code}"')
        self.edit(self.entry, "title: {vi: Hạng I, en: Class I}", f'title: {{vi: "{code}", en: "{code}"}}')
        self.entry.write_text(self.entry.read_text(encoding="utf-8") + f"\n{PAYLOAD}\n\n[x](javascript:alert(3))\n", encoding="utf-8")
        quoted = PAYLOAD.replace('"', '""')
        self.redeliver(MARKETS.replace("Chợ Trung tâm", f'"Chợ {quoted}"'))
        self.portal.build(code=0)
        site = (self.portal.out / "current").resolve() / "site"
        pages = met = 0
        for path in site.rglob("*.html"):
            page = Page()
            text = path.read_text(encoding="utf-8")
            page.feed(text)
            self.assertEqual(page.live, [], path)
            for data in page.json:
                json.loads(data)
            pages += 1
            met += "alert(1)" in text
        self.assertGreater(pages, 50)
        self.assertGreater(met, 5, "the words have to be there, as words")
        for pattern in ("*.svg", "*.atom", "*.rdf", "*.xml"):
            for path in site.rglob(pattern):
                for element in xml.etree.ElementTree.parse(path).iter():
                    self.assertFalse(str(element.tag).lower().endswith("script"), path)
                    self.assertFalse([name for name in element.attrib if name.lower().startswith("on")], path)
        for pattern in ("*.json", "*.jsonld", "*.geojson"):
            for path in site.rglob(pattern):
                json.loads(path.read_text(encoding="utf-8"))

    def test_I4_a_database_with_a_hostile_schema_is_refused_whatever_it_is_called(self):
        hostile = self.portal.folder / "x.db"
        with sqlite3.connect(hostile) as database:
            database.executescript(
                "CREATE TABLE a(ma TEXT); CREATE TABLE loot(x); CREATE VIEW cho AS SELECT ma FROM a;"
                "CREATE TRIGGER t AFTER INSERT ON a BEGIN INSERT INTO loot VALUES(load_extension('/tmp/x')); END; INSERT INTO loot VALUES(1);"
            )
        bytes_ = hostile.read_bytes()
        for name in ("cho.csv", "cho.xlsx", "cho.xml", "cho.gpkg", "cho.geojson"):
            with self.subTest(name=name):
                for old in self.portal.delivery.iterdir():
                    old.unlink()
                (self.portal.delivery / name).write_bytes(bytes_)
                self.portal.approve_all()
                checked = self.portal.check()
                self.assertEqual(checked.code, 3)
                self.assertTrue([rule for rule, _ in checked.rules() if rule.startswith("form/")], checked.rules())
                self.assertNotIn("form/reader-failed", [rule for rule, _ in checked.rules()])

    def test_I8_a_file_that_changes_while_it_is_read_is_refused(self):
        self.portal.approve_all()
        path = self.portal.delivery / "cho.csv"
        good = path.read_bytes()
        writer = "import sys, time\nwhile True:\n  for c in (b'1', b'2'):\n    f = open(sys.argv[1], 'r+b'); f.seek(-20, 2); f.write(c); f.close()\n"
        process = subprocess.Popen([sys.executable, "-c", writer, str(path)])
        try:
            done = self.portal.build(code=3)
        finally:
            process.kill()
            process.wait()
        self.assertIn("approval/hash", [rule for rule, _ in done.rules()])
        self.assertFalse((self.portal.state / "versions/cho").exists())
        path.write_bytes(good)
        self.portal.build(code=0)
        record = json.loads((self.portal.state / "versions/cho/v1/version.json").read_text(encoding="utf-8"))
        self.assertEqual(record["delivery"]["files"][0]["sha256"], hashlib.sha256(good).hexdigest())


if __name__ == "__main__":
    unittest.main()
