# SPDX-License-Identifier: GPL-3.0-or-later
"""A bad delivery and a good neighbour for rules that no other test trips through the real `khomo check`; every finding is compared.

Persons, numbers and addresses are invented."""
import re
import shutil
import sys
import unittest
import zipfile

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from record_portal import MARKETS, RecordPortal
from test_contract import SOURCE, Portal

FAMILIES = "approval|form|text|contract|geometry|change|personal|secrecy|disclosure|documentation|feed"
MEDIA_TYPES = {"text/csv", "text/html", "text/plain", "text/css", "text/xml", "text/javascript", "text/turtle"}


def table(column, more=""):
    """A contract of a code and one more column."""
    return f'key: [ma]\nfields:\n  - {{name: ma, type: string, required: true}}\n  - {{name: cot, column: "{column}", type: string}}\n{more}'


def rows(column, *cells):
    return f"ma;{column}\n" + "".join(f"T{i};{cell}\n" for i, cell in enumerate(cells, 1))


POINT = "geometry: {type: point, crs: EPSG:4326, wkt: wkt}\nkey: [ma]\nfields:\n  - {name: ma, type: string, required: true}\n  - {name: wkt, type: string}\n"

# title of the dataset, contract, bad delivery, its findings (severity, rule, row, column), good delivery, contract of the good one where it is another
CASES = {
    "personal/identity-number": ("Danh mục", table("Số CCCD"), rows("Số CCCD", "014085999001", "014185999002"), [("block", "personal/identity-number", 2, "Số CCCD")],
                                 rows("Mã hồ sơ", "H52.001", "H52.002"), table("Mã hồ sơ")),
    "personal/business-code": ("Hộ kinh doanh", table("Mã số hộ kinh doanh"), rows("Mã số hộ kinh doanh", "014085999001"), [("block", "personal/business-code", 2, "Mã số hộ kinh doanh")],
                               rows("Mã số thuế", "5500000374"), table("Mã số thuế")),
    "personal/tax-number": ("Doanh nghiệp", table("Mã số thuế"), rows("Mã số thuế", "5500000375", "5500000744"), [("warn", "personal/tax-number", 2, "Mã số thuế")], rows("Mã số thuế", "5500000374", "5500000744"), None),
    "personal/insurance": ("Thống kê", table("Số thẻ BHYT"), rows("Số thẻ BHYT", "DN4141412345678"), [("block", "personal/insurance", 2, "Số thẻ BHYT")], rows("Mã thẻ kho", "DN4141"), table("Mã thẻ kho")),
    "personal/email": ("Danh sách", table("Thư điện tử"), rows("Thư điện tử", "lovanmau@gmail.com"), [("block", "personal/email", 2, "Thư điện tử")], rows("Thư điện tử", "skhcn@sonla.gov.vn"), None),
    "personal/bank-account": ("Hợp tác xã", table("Số tài khoản"), rows("Số tài khoản", "19034567890123"), [("block", "personal/bank-account", 2, "Số tài khoản")], rows("Số thứ tự", "1"), table("Số thứ tự")),
    "personal/plate": ("Xe", table("Biển số"), rows("Biển số", "26A-123.45"), [("block", "personal/plate", 2, "Biển số")], rows("Số hiệu đường", "ĐT.113"), table("Số hiệu đường")),
    "personal/land-certificate": ("Thửa đất", table("Số GCN QSDĐ"), rows("Số GCN QSDĐ", "CH 012345"), [("block", "approval/waiver-missing", 0, "Số GCN QSDĐ"), ("warn", "personal/land-certificate", 2, "Số GCN QSDĐ")],
                                  rows("Số thửa", "123"), table("Số thửa")),
    "personal/birth": ("Danh sách", table("Ngày sinh"), rows("Ngày sinh", "1985-03-12"), [("block", "personal/birth", 2, "Ngày sinh")], rows("Ngày thành lập", "1985-03-12"), table("Ngày thành lập")),
    "personal/address": ("Danh sách", table("Địa chỉ thường trú"), rows("Địa chỉ thường trú", "Bản Mẫu, xã Mẫu"), [("block", "personal/address", 0, "Địa chỉ thường trú")], rows("Địa chỉ trụ sở", "Số 1 đường Mẫu"), table("Địa chỉ trụ sở")),
    "personal/sensitive": ("Danh sách học viên", table("Dân tộc"), rows("Dân tộc", "Thái", "Kinh"), [("block", "personal/sensitive", 0, "Dân tộc")], rows("Số người dân tộc Thái", "1200", "845"), table("Số người dân tộc Thái")),
    "personal/small-cells": ("Thống kê theo xã", table("Số ca HIV"), rows("Số ca HIV", "3", "0", "17"), [("block", "personal/small-cells", 2, "Số ca HIV")], rows("Số ca HIV", "0", "17"), None),
    "personal/location": ("Danh mục mốc", table("Tọa độ nhà"), rows("Tọa độ nhà", "21.32 103.91"), [("block", "personal/location", 0, "Tọa độ nhà")], rows("Tọa độ mốc", "21.32 103.91"), table("Tọa độ mốc")),
    "personal/basis": ("Hợp tác xã", table("Người đại diện", "personal_data: [{field: cot, basis: dang-ky-doan-nghiep, reason: x}]\n"), rows("Người đại diện", "Lò Văn Mẫu"),
                       [("block", "approval/waiver-missing", 0, "Người đại diện"), ("block", "personal/basis", 0, "cot"), ("warn", "personal/name", 2, "Người đại diện")], rows("Người đại diện", "Lò Văn Mẫu"),
                       table("Người đại diện", "personal_data: [{field: cot, basis: dang-ky-doanh-nghiep, reason: x}]\n")),
    "personal/linkage": ("Danh sách", "key: [ma]\nfields:\n  - {name: ma, type: string, required: true}\n  - {name: xa, type: string, codelist: units}\n  - {name: tuoi, column: Độ tuổi, type: integer}\n  - {name: gioi, column: Giới tính, type: string}\n",
                         "ma;xa;Độ tuổi;Giới tính\nT1;03646;31;Nam\n", [("block", "approval/waiver-missing", 0, "xa, Độ tuổi, Giới tính"), ("warn", "personal/linkage", 0, "xa, Độ tuổi, Giới tính")],
                         "ma;xa;Độ tuổi;Giới tính\n" + "".join(f"T{i};03646;31;Nam\n" for i in range(5)), None),
    "geometry/wkt": ("Mốc", POINT, "ma;wkt\nT1;POINT(103.9 21.3)\nT2;103.9 21.3\n", [("block", "geometry/wkt", 3, ""), ("warn", "geometry/empty", 0, "")], "ma;wkt\nT1;POINT(103.9 21.3)\n", None),
    "geometry/type": ("Mốc", POINT, "ma;wkt\nT1;LINESTRING(103.9 21.3, 103.8 21.3)\n", [("block", "geometry/type", 2, "")], "ma;wkt\nT1;POINT(103.9 21.3)\n", None),
    "geometry/empty": ("Mốc", POINT, "ma;wkt\nT1;\nT2;POINT(103.9 21.3)\n", [("warn", "geometry/empty", 0, "")], "ma;wkt\nT1;POINT(103.9 21.3)\n", None),
    "geometry/crs-missing": ("Mốc", POINT.replace("EPSG:4326", "from-file"), "ma;wkt\nT1;POINT(103.9 21.3)\n", [("block", "geometry/crs-missing", 0, "")], "ma;wkt\nT1;POINT(103.9 21.3)\n", POINT),
    "geometry/crs-unusable": ("Mốc", POINT.replace("EPSG:4326", "EPSG:999999"), "ma;wkt\nT1;POINT(103.9 21.3)\n", [("block", "geometry/crs-unusable", 0, "")], "ma;wkt\nT1;POINT(103.9 21.3)\n", POINT),
    "text/formula": ("Chợ", table("Tên"), rows("Tên", "=1+1"), [("warn", "text/formula", 2, "Tên")], rows("Tên", "Chợ Mẫu"), None),
}


def book(path, lines, hidden):
    """The smallest workbook: texts in cells, the second column hidden or not."""
    letters = "ABCDEFGHIJ"
    cells = "".join(f'<row r="{r}">' + "".join(f'<c r="{letters[c]}{r}" t="inlineStr"><is><t>{cell}</t></is></c>' for c, cell in enumerate(line)) + "</row>" for r, line in enumerate(lines, 1))
    ns = "http://schemas.openxmlformats.org"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", f'<Types xmlns="{ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                      '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
                      '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')
        file.writestr("_rels/.rels", f'<Relationships xmlns="{ns}/package/2006/relationships"><Relationship Id="r1" Type="{ns}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        file.writestr("xl/workbook.xml", f'<workbook xmlns="{ns}/spreadsheetml/2006/main" xmlns:r="{ns}/officeDocument/2006/relationships"><sheets><sheet name="Chợ" sheetId="1" r:id="r1"/></sheets></workbook>')
        file.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{ns}/package/2006/relationships"><Relationship Id="r1" Type="{ns}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        file.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{ns}/spreadsheetml/2006/main">' + ('<cols><col min="2" max="2" width="9" hidden="1"/></cols>' if hidden else "") + f"<sheetData>{cells}</sheetData></worksheet>")


def found(report):
    return sorted((one["severity"], one["rule"], one["row"], one["column"]) for one in report["findings"] if one["severity"] != "info")


class RuleTest(unittest.TestCase):
    def examine(self, title, contract, text):
        portal = Portal()
        self.addCleanup(shutil.rmtree, portal.folder, ignore_errors=True)
        portal.dataset("bo-thu", contract)
        entry = portal.folder / "portal/datasets/bo-thu.md"
        entry.write_text(entry.read_text(encoding="utf-8").replace('title: {vi: "bo-thu"}', f'title: {{vi: "{title}"}}'), encoding="utf-8")
        portal.deliver("bo-thu", "2026", text)
        for code in (0, 3):
            try:
                return code, found(portal.run("check", code))
            except AssertionError:
                if code == 3:
                    raise
        return None

    def test_each_bad_delivery_has_its_exact_findings_and_its_neighbour_none(self):
        for rule, (title, contract, bad, findings, good, other) in CASES.items():
            with self.subTest(rule=rule):
                code, told = self.examine(title, contract, bad)
                self.assertEqual(told, sorted(findings))
                self.assertEqual(code, 3 if any(severity == "block" for severity, *_ in findings) else 0)
                if good:
                    self.assertEqual(self.examine(title, other or contract, good), (0, []))

    def test_a_layer_that_lost_half_its_area_needs_a_name(self):
        contract = "geometry: {type: polygon, crs: EPSG:4326, wkt: wkt}\nkey: [ma]\nfields:\n  - {name: ma, type: string, required: true}\n  - {name: wkt, type: string}\n"
        square = lambda size: f'ma;wkt\nT1;"POLYGON((103.9 21.3, {103.9 + size} 21.3, {103.9 + size} {21.3 + size}, 103.9 {21.3 + size}, 103.9 21.3))"\n'
        for size, findings in ((0.05, [("block", "change/area", 0, "")]), (0.1, [])):
            portal = Portal()
            self.addCleanup(shutil.rmtree, portal.folder, ignore_errors=True)
            portal.dataset("lo", contract)
            portal.deliver("lo", "v1", square(0.1))
            portal.run("build")
            portal.deliver("lo", "v2", square(size).replace("T1", "T1"), day=5)
            report = portal.run("check", 3 if findings else 0)
            self.assertEqual([one for one in found(report) if one[1].startswith("change/area")], findings)

    def test_a_file_named_after_a_person_is_refused(self):
        for name, findings in (("cho-014085999001.csv", [("personal/file-name", "")]), ("cho-2026.csv", [])):
            portal = RecordPortal()
            self.addCleanup(portal.remove)
            (portal.delivery / "cho.csv").rename(portal.delivery / name)
            portal.approve_all()
            self.assertEqual(portal.check().rules(), findings)

    def test_a_row_beyond_32_mb_is_refused(self):
        names = [f"c{i}" for i in range(60)]
        for size, rules in ((600_000, {"contract/no-rows", "form/row-too-long"}), (500, set())):
            portal = Portal()
            self.addCleanup(shutil.rmtree, portal.folder, ignore_errors=True)
            portal.dataset("rong", "key: [c0]\nfields:\n" + "".join(f"  - {{name: {name}, type: string}}\n" for name in names))
            portal.deliver("rong", "2026", ",".join(names) + "\n" + ",".join(["x" * size] * len(names)) + "\n")
            self.assertEqual({rule for severity, rule, *_ in found(portal.run("check", 3 if rules else 0)) if severity == "block"}, rules)

    def test_an_archive_that_unpacks_beyond_the_limit_is_refused(self):
        portal = RecordPortal()
        self.addCleanup(portal.remove)
        path = portal.portal / "portal.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "\nlimits: {file_mb: 1}\n", encoding="utf-8")
        (portal.delivery / "cho.csv").unlink()
        lines = MARKETS.split("\n")
        with zipfile.ZipFile(portal.delivery / "cho.zip", "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("cho.csv", lines[0] + "\n" + "".join(f"C{i:03};Chợ {i * 7919};03646;I;1;1;02/09/1995\n" for i in range(60_000)))
        portal.record.unlink(missing_ok=True)
        portal.approve_all()
        self.assertEqual(portal.check().rules(), [("form/limit-size", "")])

    def test_hidden_columns_are_told(self):
        text = MARKETS
        portal = RecordPortal(text=text)
        self.addCleanup(portal.remove)
        for hidden, findings in ((True, [("form/hidden-columns", "B")]), (False, [])):
            (portal.delivery / "cho.csv").unlink(missing_ok=True)
            book(portal.delivery / "cho.xlsx", [line.split(";") for line in text.strip().split("\n")], hidden)
            portal.record.unlink(missing_ok=True)
            portal.approve_all()
            self.assertEqual([one for one in portal.check().rules(severity="warn") if one[0].startswith("form/hidden")], findings)

    def test_every_rule_of_the_code_is_asserted_by_a_test(self):
        sources = [path for folder in ("builder", "catalog", "geo") for path in (SOURCE / folder).rglob("*.[ch]pp")]
        rules = {match for path in sources for match in re.findall(rf'"((?:{FAMILIES})/[a-z][a-z0-9-]+)"', path.read_text(encoding="utf-8"))} - MEDIA_TYPES
        self.assertGreater(len(rules), 150)
        tests = "".join(path.read_text(encoding="utf-8", errors="ignore") for path in (SOURCE / "tests").rglob("*") if path.suffix in (".cpp", ".py", ".json", ".hpp"))
        self.assertEqual(sorted(rule for rule in rules if not re.search(re.escape(rule) + r"(?![a-z0-9-])", tests)), [])
        self.assertEqual(sorted(rule for rule in rules if not (SOURCE / "docs/rules" / (rule.replace("/", "-", 1) + ".md")).exists()), [])


if __name__ == "__main__":
    unittest.main()
