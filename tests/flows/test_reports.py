#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores, deadlines, reports, templates and new portal folders, by the real `khomo`.

KHOMO_BIN names the folder of the programs."""
import csv
import hashlib
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import zipfile
from xml.sax.saxutils import escape

SOURCE = pathlib.Path(__file__).resolve().parents[2]
KHOMO = pathlib.Path(os.environ.get("KHOMO_BIN", SOURCE / "build/debug/bin")) / "khomo"
FULL = 10000
ROWS = [["C901", "Chợ mẫu & thử (minh họa)", "03646", "I", "12", "1234,5", "31/12/2020"], ["C902", "Chợ \"hai\" (minh họa)", "03664", "", "3", "", ""]]
APPROVAL = """dataset: cho
source_system: Thử
period: "2026"
illustrative: true
steps:
  prepared: {by: "A (minh họa)", position: x, agency: so-a, at: 2026-10-01T08:00:00+07:00, document: "1"}
  appraised: {by: "B (minh họa)", position: x, agency: so-a, at: 2026-10-02T08:00:00+07:00, document: "2"}
  approved: {by: "C (minh họa)", position: x, agency: so-a, at: 2026-10-03T08:00:00+07:00, document: "3"}
files:
  - {path: %s, sha256: %s, bytes: %d}
"""


def fill_csv(path):
    text = path.read_text(encoding="utf-8")
    body = "".join(";".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in ROWS)
    path.write_text(text + body, encoding="utf-8", newline="")


def fill_xml(path):
    text = path.read_text(encoding="utf-8")
    record = re.search(r"  <row>.*</row>\n", text, re.S).group(0)
    names = re.findall(r"<(\w+)></", record)
    made = ""
    for row in ROWS:
        cells = row[:]
        if cells[6]:
            cells[6] = "-".join(reversed(cells[6].split("/")))
        made += "<row>" + "".join(f"<{name}>{escape(cell)}</{name}>" for name, cell in zip(names, cells)) + "</row>\n"
    path.write_text(text.replace(record, made), encoding="utf-8", newline="")


def fill_xlsx(path):
    """Types into the first sheet as a person does: numbers as numbers, dates as dates, codes as text."""
    rows = ""
    for number, row in enumerate(ROWS, start=2):
        cells = ""
        for column, cell in enumerate(row):
            at = f"{chr(65 + column)}{number}"
            if cell and column in (4, 5):
                cells += f'<c r="{at}"><v>{cell.replace(",", ".")}</v></c>'
            elif cell and column == 6:
                cells += f'<c r="{at}" t="inlineStr"><is><t>{cell}</t></is></c>'
            elif cell:
                cells += f'<c r="{at}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
        rows += f'<row r="{number}">{cells}</row>'
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    parts["xl/worksheets/sheet1.xml"] = sheet.replace("</sheetData>", rows + "</sheetData>").encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, data)


class ReportsTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="khomo-reports-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.portal = self.folder / "portal"
        shutil.copytree(SOURCE / "tests/data/portal-mini", self.portal)
        with open(self.portal / "portal.yaml", "a", encoding="utf-8") as file:
            file.write("deadlines_from: 2026-06-01\n")

    def khomo(self, *words, code=0, as_of="2026-11-01T08:00:00+07:00", out="out"):
        command = [KHOMO, *words, "--portal", self.portal, "--state", self.folder / ("state-" + out), "--as-of", as_of, "--out", self.folder / out]
        if words[0] == "build":
            command += ["--templates", SOURCE / "site-templates"]
        result = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=300)
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        return result.stdout

    def site(self, out="out"):
        return self.folder / out / "current/site"

    def quality(self, dataset, out="out"):
        return json.loads((self.site(out) / "dataset" / dataset / "quality.json").read_text(encoding="utf-8"))

    def test_scores_can_be_computed_again_from_published_files_alone(self):
        self.khomo("build")
        for dataset in ("cho", "ngan-sach", "diem-do"):
            published = self.quality(dataset)
            for version in published["versions"]:
                file = self.site() / f"files/{dataset}/v{version['version']}/{dataset}.csv"
                rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
                self.assertEqual(len(rows), version["rows"])
                for field, filled in version["filled"].items():
                    self.assertEqual(sum(1 for row in rows if row[field] != ""), filled, (dataset, field))
                cells = len(rows) * (len(version["filled"]) + ("with_geometry" in version))
                filled = sum(version["filled"].values()) + version.get("with_geometry", 0)
                faults = {word: sum(item["count"] for item in version["findings"] if item["word"] == word) for word in ("valid", "clean")}
                self.assertEqual(version["scores"]["valid"], (cells - faults["valid"]) * FULL // cells)
                self.assertEqual(version["scores"]["complete"], (filled * FULL // cells) * (version["present"] * FULL // version["expected"]) // FULL)
                self.assertEqual(version["scores"]["clean"], (cells - faults["clean"]) * FULL // cells)
            counted = published["deadlines"][-published["counted_deadlines"]:]
            timely = sum(1 for item in counted if item["outcome"] == "on-time") * FULL // len(counted) if counted else None
            if published["frequency"] != "on-change":
                self.assertEqual(published["scores"]["timely"], timely)
        agency = json.loads((self.site() / "agency/so-a/quality.json").read_text(encoding="utf-8"))
        for word in ("valid", "complete", "clean", "timely"):
            scores = [item["scores"][word] for item in agency["datasets"] if item["scores"][word] is not None]
            self.assertEqual(agency["scores"][word], sum(scores) // len(scores) if scores else None)

    def test_a_deadline_remakes_only_what_shows_it(self):
        self.khomo("build", as_of="2026-11-25T16:00:00+07:00")
        again = json.loads(self.khomo("build", "--json", as_of="2026-11-25T16:59:59+07:00"))
        self.assertFalse(again["release"]["new"])
        after = json.loads(self.khomo("build", "--json", as_of="2026-11-25T17:00:00+07:00"))
        self.assertTrue(after["release"]["new"])
        self.assertLess(after["release"]["made"], 10)
        self.assertEqual(self.quality("cho")["deadlines"][-1]["outcome"], "on-time")
        before = json.loads(self.khomo("build", "--json", as_of="2026-11-01T00:00:00+07:00"))
        self.assertFalse(before["release"]["new"], "a clock set back changes nothing")

    def test_late_datasets_are_listed_and_stay_on_record(self):
        self.khomo("build", as_of="2027-11-25T17:00:00+07:00")
        late = json.loads(self.khomo("status", "--late", "--json", "--csv", self.folder / "tinh-trang.csv", as_of="2027-11-25T17:00:00+07:00"))["late"]
        self.assertIn("cho", [item["dataset"] for item in late])
        table = list(csv.DictReader(io.StringIO((self.folder / "tinh-trang.csv").read_text(encoding="utf-8-sig"))))
        row = next(row for row in table if row["bo_du_lieu"] == "cho")
        self.assertEqual((row["tinh_trang"], row["ky_gan_nhat"], row["so_ky_chua_nop"]), ("quá hạn", "2027", "1"))
        # The catalogue may change its mind about the frequency; the record does not.
        entry = self.portal / "datasets/cho.md"
        entry.write_text(entry.read_text(encoding="utf-8").replace("frequency: yearly", "frequency: on-change"), encoding="utf-8")
        self.khomo("build", as_of="2027-11-26T17:00:00+07:00")
        self.khomo("report", "quarterly", "--quarter", "2027-Q4", "--to", self.folder / "reports", as_of="2027-12-01T00:00:00+07:00")
        page = (self.folder / "reports/phu-luc-1-so-a-2027-Q4.html").read_text(encoding="utf-8")
        self.assertIn("kỳ 2027: chưa nộp", page)

    def test_the_quarterly_report_has_the_columns_of_appendix_one(self):
        (self.portal / "officers.yaml").write_text('officers:\n  - {agency: so-a, name: "Cán bộ mẫu (minh họa)", position: Chuyên viên, unit: Văn phòng, phone: "000", it_specialist: true}\n', encoding="utf-8")
        self.khomo("build")
        self.khomo("report", "quarterly", "--quarter", "2026-Q3", "--to", self.folder / "reports")
        page = (self.folder / "reports/phu-luc-1-so-a-2026-Q3.html").read_text(encoding="utf-8")
        heads = [re.sub(r"<[^>]*>", "", head) for head in re.findall(r"<th[^>]*>.*?</th>", page)]
        self.assertEqual(heads[:10], ["STT", "Tên cơ sở dữ liệu", "Thông tin cán bộ quản lý dữ liệu", "Là cán bộ chuyên trách CNTT", "Họ tên", "Chức vụ", "Đơn vị/phòng/ban", "Điện thoại liên hệ", "Có", "Không"])
        self.assertEqual(heads[10:], ["STT", "Tên cơ sở dữ liệu", "Có đặc tả API chia sẻ sử dụng", "Có chia sẻ sử dụng", "Dữ liệu cập nhật đến ngày báo cáo", "Xây dựng mới"] + ["Có", "Không"] * 4)
        for words in ("CSDL kết nối về Kho dữ liệu dùng chung", "CSDL chia sẻ cho cơ quan khác sử dụng", "Nhu cầu triển khai CSDL mới", "Vướng mắc, đề nghị", "ĐẠI DIỆN ĐƠN VỊ", "Cán bộ mẫu"):
            self.assertIn(words, page)
        for row in re.findall(r"<tr><td.*?</tr>", page.split("II. THÔNG TIN")[1]):
            self.assertEqual(sum(int(span or 1) for span in re.findall(r"<td(?: colspan=\"(\d+)\")?", row)), 10, row)
        with zipfile.ZipFile(self.folder / "reports/phu-luc-1-so-a-2026-Q3.xlsx") as book:
            self.assertIn("Điện thoại liên hệ", book.read("xl/sharedStrings.xml").decode())
        found = [path for path in self.site().rglob("*") if path.is_file() and path.suffix in (".html", ".json", ".csv") and "Cán bộ mẫu" in path.read_text(encoding="utf-8", errors="ignore")]
        self.assertEqual(found, [], "the officers are for the report alone")

    def test_the_gate_report_names_rules_and_no_values(self):
        bad = SOURCE / "tests/data/deliveries/bad-bad-date/bad-date"
        shutil.copytree(bad, self.portal / "warehouse/cho/dot 014099000001")
        self.khomo("build", code=3)
        self.khomo("report", "gate", "--to", self.folder / "reports")
        report = json.loads((self.folder / "reports/kiem-tra-du-lieu.json").read_text(encoding="utf-8"))
        self.assertEqual((report["accepted"], report["refused"], report["examined"]), (3, 1, 4))
        self.assertTrue(report["rules"])
        for path in (self.folder / "reports").iterdir():
            if path.suffix in (".json", ".html"):
                self.assertNotIn("014099000001", path.read_text(encoding="utf-8"))

    def test_filled_templates_pass_the_gate_and_hold_the_same_rows(self):
        hashes = set()
        for kind, fill in (("csv", fill_csv), ("xlsx", fill_xlsx), ("xml", fill_xml)):
            with self.subTest(kind=kind):
                self.khomo("template", "cho", "--to", self.folder / kind)
                file = self.folder / kind / f"cho.{kind}"
                fill(file)
                if kind == "xml":
                    text = file.read_text(encoding="utf-8")
                    checked = subprocess.run(["xmllint", "--noout", "--schema", self.folder / kind / "cho.xsd", file], capture_output=True, text=True, check=False)
                    self.assertEqual(checked.returncode, 0, checked.stderr + text)
                shutil.rmtree(self.portal / "warehouse/cho")
                delivery = self.portal / "warehouse/cho/mau"
                delivery.mkdir(parents=True)
                shutil.copy(file, delivery)
                data = file.read_bytes()
                (delivery / "approval.yaml").write_text(APPROVAL % (file.name, hashlib.sha256(data).hexdigest(), len(data)), encoding="utf-8")
                report = json.loads(self.khomo("build", "--json", out=kind))
                self.assertEqual([item for item in report["findings"] if item["dataset"] == "cho"], [])
                document = json.loads((self.site(kind) / "api/v1/datasets/cho.json").read_text(encoding="utf-8"))
                self.assertEqual(document["versions"][0]["rows"], len(ROWS))
                hashes.add(document["versions"][0]["content_sha256"])
        self.assertEqual(len(hashes), 1)

    def test_a_new_portal_folder_passes_and_builds(self):
        self.portal = self.folder / "moi"
        subprocess.run([KHOMO, "init", self.portal, "--name", "thành phố Huế", "--code", "46"], check=True, capture_output=True)
        self.khomo("check")
        self.khomo("build")
        self.assertIn("thành phố Huế", (self.site() / "index.html").read_text(encoding="utf-8"))
        again = subprocess.run([KHOMO, "init", self.portal, "--name", "Huế"], capture_output=True, text=True, check=False)
        self.assertEqual(again.returncode, 1)


if __name__ == "__main__":
    unittest.main()
