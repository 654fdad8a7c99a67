#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule of approval as a whole run shows it: one delivery that passes, and beside it the same delivery with one thing wrong; and standing
approvals of feeds. KHOMO_BIN names the folder of the programs."""
import os
import pathlib
import re
import sqlite3
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from feed_portal import HEADINGS, MARKETS as FEED_MARKETS  # noqa: E402
from record_portal import PERSONS, RecordPortal  # noqa: E402

STEPS = ("prepared", "appraised", "approved")


def without_step(step):
    return lambda text: re.sub(rf"  {step}:\n(    .*\n)+", "", text)


# What is wrong → the change of approval.yaml, the exact blocking findings (rule, column).
RECORDS = {
    "a step is missing": (without_step("appraised"), [("approval/step-missing", "appraised")]),
    "a step has no document": (lambda t: t.replace('document: "2/TĐ"', 'document: ""'), [("approval/step-incomplete", "appraised")]),
    "a step has no position": (lambda t: t.replace('position: "Giám đốc (minh họa)"', 'position: ""'), [("approval/step-incomplete", "approved")]),
    "a step has no instant": (lambda t: t.replace("    at: 2026-10-02T09:30:00+07:00\n", ""), [("approval/step-time", "appraised")]),
    "a step lies in the future": (lambda t: t.replace("2026-10-03T16:45:00", "2026-11-02T16:45:00"), [("approval/step-future", "approved")]),
    "a step is by another agency": (lambda t: t.replace('agency: "so-a"', 'agency: "ubnd"', 1), [("approval/agency", "prepared")]),
    "one person took two steps": (lambda t: t.replace(PERSONS["appraised"][0], PERSONS["prepared"][0]), [("approval/same-person", "appraised")]),
    "the same name in capitals": (lambda t: t.replace(PERSONS["approved"][0], PERSONS["prepared"][0].upper()), [("approval/same-person", "approved")]),
    "the order is turned round": (lambda t: t.replace("2026-10-01T08:00:00", "2026-10-02T12:00:00"), [("approval/order", "appraised")]),
    "two steps at one instant": (lambda t: t.replace("2026-10-02T09:30:00", "2026-10-01T08:00:00"), [("approval/order", "appraised")]),
    "no file is listed": (lambda t: re.sub(r"files:\n(  .*\n)+", "", t), [("approval/file-unlisted", ""), ("approval/files", "files")]),
    "the hash is another": (lambda t: re.sub(r'sha256: "[0-9a-f]', 'sha256: "x', t), [("approval/hash", "")]),
    "a listed file is not there": (lambda t: t.replace('  - {path: "cho.csv"', '  - {path: "khac.csv", sha256: "' + "0" * 64 + '", bytes: 1}\n  - {path: "cho.csv"'), [("approval/file-missing", "")]),
    "another dataset is named": (lambda t: t.replace('dataset: "cho"', 'dataset: "diem-do"'), [("approval/dataset", "dataset")]),
    "the record is empty": (lambda t: "dataset: cho\n", [("approval/record", "")]),
}
# What is wrong → the change of the catalogue's entry, the finding.
ENTRIES = {
    "the class is not published": (lambda t: t.replace("class: open\n", "class: restricted\n"), [("approval/class", "class")]),
    "there is no open-data decision": (lambda t: re.sub(r"decision: .*\n", "", t), [("approval/decision", "decision")]),
    "there is no licence": (lambda t: t.replace("licence: cc0-1.0\n", ""), [("approval/licence", "licence")]),
}


class RuleTest(unittest.TestCase):
    def setUp(self):
        self.portal = RecordPortal()
        self.addCleanup(self.portal.remove)
        self.portal.approve_all()

    def found(self):
        report = self.portal.check()
        faults = [f for f in report.json["findings"] if f["dataset"] == "cho" and f["severity"] == "block"]
        for fault in faults:
            self.assertTrue(fault["message"]["vi"] and fault["message"]["en"] and fault["fix"]["vi"], fault)
            self.assertTrue((pathlib.Path(__file__).parents[2] / "docs/rules" / (fault["rule"].replace("/", "-", 1) + ".md")).exists(), fault["rule"])
        self.assertEqual(report.code, 3 if faults else 0, report.out)
        return sorted((f["rule"], f["column"]) for f in faults)

    def each(self, path, cases):
        good = path.read_text(encoding="utf-8")
        self.assertEqual(self.found(), [])
        for name, (change, expected) in cases.items():
            with self.subTest(name):
                bad = change(good)
                self.assertNotEqual(bad, good)
                path.write_text(bad, encoding="utf-8")
                self.assertEqual(self.found(), expected)
        path.write_text(good, encoding="utf-8")
        self.assertEqual(self.found(), [])

    def test_each_fault_of_the_record_is_one_finding(self):
        self.each(self.portal.record, RECORDS)

    def test_each_fault_of_the_catalogue_is_one_finding(self):
        self.each(self.portal.portal / "datasets/cho.md", ENTRIES)

    def test_D5_what_lies_in_the_folder_is_what_was_approved(self):
        stranger = self.portal.delivery / "them.csv"
        stranger.write_text("a\n1\n", encoding="utf-8")
        self.assertIn(("approval/file-unlisted", ""), self.found())
        stranger.unlink()
        file = self.portal.delivery / "cho.csv"
        whole = file.read_bytes()
        for bit in range(8):  # one bit of an approved file
            data = bytearray(whole)
            data[-3] ^= 1 << bit
            file.write_bytes(data)
            self.assertIn(("approval/hash", ""), self.found())
        file.write_bytes(whole)
        self.assertEqual(self.found(), [])
        self.portal.build()
        self.assertIn("Chợ Trung tâm", self.portal.page())

    def test_a_folder_of_no_dataset_is_told(self):
        (self.portal.portal / "warehouse/chua-co/dot").mkdir(parents=True)
        report = self.portal.check()
        self.assertIn(("approval/unknown-dataset", "chua-co"), [(f["rule"], f["dataset"]) for f in report.json["findings"]])

    def test_nothing_of_a_refused_delivery_is_published(self):
        self.portal.record.write_text(without_step("appraised")(self.portal.record.read_text(encoding="utf-8")), encoding="utf-8")
        self.portal.build(code=3)
        for path in self.portal.out.rglob("*"):
            if path.is_file() and not path.is_symlink():
                self.assertNotIn("Chợ Trung tâm".encode(), path.read_bytes(), path)


class StandingTest(unittest.TestCase):
    def setUp(self):
        self.portal = RecordPortal()
        self.addCleanup(self.portal.remove)
        self.portal.record = self.portal.portal / "warehouse/cho/feed.yaml"
        for path in self.portal.delivery.iterdir():
            path.unlink()
        self.portal.delivery.rmdir()
        self.portal.delivery.parent.rmdir()
        data = self.portal.folder / "kho.sqlite"
        with sqlite3.connect(data) as database:
            database.execute("CREATE TABLE cho (" + ",".join(f'"{name}"' for name in HEADINGS) + ")")
            database.executemany("INSERT INTO cho VALUES (?,?,?,?,?,?,?)", FEED_MARKETS)
        database.close()
        os.environ["WAREHOUSE_DSN"] = str(data)
        self.entry = self.portal.portal / "datasets/cho.md"
        text = self.entry.read_text(encoding="utf-8").replace('table: {delimiter: ";", decimal: comma, "null": ["-", "không có"]}\n', "")
        self.entry.write_text(text.replace("illustrative: true\n", "illustrative: true\nsource: {from: database, connection: WAREHOUSE_DSN, table: cho}\n", 1), encoding="utf-8")

    def approve(self, step, *more, **words):
        return self.portal.approve(step, "--feed", *more, delivery="cho", **words)

    def found(self):
        return self.portal.check().rules()

    def test_a_feed_is_asked_once_three_persons_have_approved_its_source(self):
        self.assertEqual(self.found(), [("approval/standing", "")])
        for step in STEPS:
            done = self.approve(step)
            self.assertEqual(done.code, 0, done.err)
        self.assertIn('source: "cho"', self.portal.record.read_text(encoding="utf-8"))
        self.assertEqual(self.found(), [])
        self.portal.build()
        self.assertIn("Chợ Trung tâm", self.portal.page())

    def test_the_command_keeps_the_rules_for_feeds_too(self):
        early = self.approve("approved")
        self.assertEqual(early.code, 1)
        self.assertIn("Chưa có bước thẩm định", early.err)
        self.approve("prepared")
        self.assertIn("ba bước cần ba người", self.approve("appraised", who="prepared", at="2026-10-02T08:00:00+07:00").err)
        self.entry.write_text(self.entry.read_text(encoding="utf-8").replace("table: cho}", "table: cho_moi}"), encoding="utf-8")
        self.assertIn("Nguồn trong danh mục đã đổi", self.approve("appraised").err)
        (self.portal.portal / "warehouse/cho/dot").mkdir()
        folder = self.portal.approve("prepared", delivery="cho/dot")
        self.assertEqual(folder.code, 2)
        self.assertIn("dùng khomo approve cho --feed", folder.err)

    def test_signatures_cover_source_and_end_of_a_standing_approval(self):
        keys = self.portal.sign_on()
        for step in STEPS:
            more = ("--until", "2027-10-01T00:00:00+07:00") if step == "prepared" else ()
            done = self.approve(step, *more, "--key", keys[step])
            self.assertEqual(done.code, 0, done.err)
        self.assertEqual(self.found(), [])
        text = self.portal.record.read_text(encoding="utf-8")
        every = [("approval/signature", step) for step in ("appraised", "approved", "prepared")]
        self.portal.record.write_text(text.replace("2027-10-01", "2037-10-01"), encoding="utf-8")
        self.assertEqual(self.found(), every)
        self.portal.record.write_text(re.sub(r"    signature: .*\n", "", text), encoding="utf-8")
        self.assertEqual(self.found(), [("approval/signature-missing", step) for step in ("appraised", "approved", "prepared")])
        self.portal.record.write_text(text.replace('source: "cho"', 'source: "cho_khac"'), encoding="utf-8")
        self.entry.write_text(self.entry.read_text(encoding="utf-8").replace("table: cho}", "table: cho_khac}"), encoding="utf-8")
        self.assertEqual(self.found(), every)


if __name__ == "__main__":
    unittest.main(verbosity=1)
