#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules between datasets, versions and contracts, as whole runs of the real `khomo` show them; and a large delivery with planted faults.

KHOMO_BIN names the folder of the programs. KHOMO_SLOW=1 takes the large delivery at a million rows in the place of 50,000."""
import csv
import hashlib
import io
import json
import os
import pathlib
import random
import re
import resource
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

import sanitized

SOURCE = pathlib.Path(__file__).resolve().parents[2]
KHOMO = pathlib.Path(os.environ.get("KHOMO_BIN", SOURCE / "build/debug/bin")) / "khomo"
AS_OF = "2026-11-01T08:00:00+07:00"

HEAD = """---
title: {{vi: "{title}"}}
agency: so-a
theme: doanh-nghiep-thi-truong
class: {open_class}
class_reason: {{vi: "Để thử."}}
frequency: yearly
decision: {{number: "01/QĐ (minh họa)", date: 2026-06-01, signer: "Người ký (minh họa)"}}
licence: cc0-1.0
illustrative: true
"""


class Portal:
    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="khomo-contract-"))
        shutil.copytree(SOURCE / "tests/data/portal-mini", self.folder / "portal")
        shutil.rmtree(self.folder / "portal/warehouse")
        self.state = self.folder / "state"
        self.out = self.folder / "out"

    def dataset(self, name, contract, open_class="open"):
        text = HEAD.format(title=name, open_class=open_class) + contract + "---\n\nĐể thử.\n"
        (self.folder / f"portal/datasets/{name}.md").write_text(text, encoding="utf-8")

    def deliver(self, dataset, name, lines, day=1, more=""):
        """`lines`: a text, or an iterable of texts, which is written as it comes."""
        folder = self.folder / "portal/warehouse" / dataset / name
        folder.mkdir(parents=True)
        sha256, size = hashlib.sha256(), 0
        with (folder / "a.csv").open("wb") as file:
            for part in [lines] if isinstance(lines, str) else lines:
                data = part.encode()
                sha256.update(data)
                size += file.write(data)
        steps = "".join(
            f'  {step}: {{by: "{who} (minh họa)", position: "Công chức (minh họa)", agency: so-a, at: 2026-09-{day:02}T{hour}:00:00+07:00, document: "{hour}/X"}}\n'
            for step, who, hour in (("prepared", "Người Lập", "08"), ("appraised", "Người Thẩm Định", "09"), ("approved", "Người Phê Duyệt", "10"))
        )
        (folder / "approval.yaml").write_text(
            f'dataset: {dataset}\nsource_system: Kho thử\nperiod: "2026"\nillustrative: true\nsteps:\n{steps}{more}'
            f"files:\n  - {{path: a.csv, sha256: {sha256.hexdigest()}, bytes: {size}}}\n",
            encoding="utf-8",
        )

    def run(self, command, code=0):
        words = [KHOMO, command, "--json", "--portal", self.folder / "portal", "--out", self.out, "--state", self.state, "--as-of", AS_OF]
        if command == "build":
            words += ["--templates", SOURCE / "site-templates"]
        result = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=600)
        if result.returncode != code:
            raise AssertionError(f"{command} ended with {result.returncode}, not {code}\n{result.stdout[-4000:]}\n{result.stderr[-4000:]}")
        return json.loads(result.stdout)


def told(report):
    return sorted(f"{one['severity']} {one['rule']} {one['dataset']}/{one['delivery']} {one['row']}" for one in report["findings"])


def verdicts(report):
    return {f"{one['dataset']}/{one['delivery']}": (one["verdict"], one["version"]) for one in report["deliveries"]}


LAKES = "key: [ma]\nfields:\n  - {name: ma, type: string, required: true}\n  - {name: dien_tich, type: number, unit: ha, min: 0}\n"
WORKS = "key: [ma]\nfields:\n  - {name: ma, type: string, required: true}\n  - {name: ho, type: string, references: {dataset: zz-ho, field: ma}}\n"


class ContractTest(unittest.TestCase):
    def setUp(self):
        self.portal = Portal()
        self.addCleanup(shutil.rmtree, self.portal.folder)

    def test_a_reference_is_held_against_the_same_build_and_then_the_approved_rows(self):
        self.portal.dataset("zz-ho", LAKES)
        self.portal.dataset("cong-trinh", WORKS)
        self.portal.deliver("cong-trinh", "tot", "ma,ho\nC1,H1\nC2,\n")
        alone = self.portal.run("check", 3)
        self.assertEqual(told(alone), ["block contract/reference-missing cong-trinh/tot 0"])
        self.portal.deliver("zz-ho", "2026", "ma,dien_tich\nH1,10\nH2,20\n")
        for command in ("check", "build"):  # the dataset that is referred to stands later in the alphabet
            self.assertEqual(set(verdicts(self.portal.run(command)).values()), {("accepted", 1)})
        self.portal.deliver("cong-trinh", "xau", "ma,ho\nC1,H1\nC2,H9\n", day=2)
        self.assertEqual(told(self.portal.run("build", 3)), ["block contract/reference cong-trinh/xau 3"])

    def test_a_mistyped_reference_is_named_with_the_nearest_name(self):
        self.portal.dataset("zz-ho", LAKES)
        self.portal.dataset("cong-trinh", WORKS.replace("zz-ho, field: ma", "zz-ho, field: mma"))
        findings = self.portal.run("check", 1)["findings"]
        self.assertEqual([one["rule"] for one in findings if one["severity"] == "block"], ["catalogue/reference"])

    def test_own_code_lists_and_expressions_are_read_from_the_portal_folder(self):
        lists = self.portal.folder / "portal/codelists"
        lists.mkdir()
        (lists / "hang-cho.csv").write_text('code,title_vi,title_en\nI,"Hạng I, lớn",Class I\nII,Hạng II,Class II\n', encoding="utf-8")
        contract = (
            "key: [ma]\nrows: {min: 3}\nchecks:\n  - {check: \"tu <= den\", message: {vi: \"Kết thúc trước khi bắt đầu\", en: \"Ends before it begins\"}}\n"
            "fields:\n  - {name: ma, type: string}\n  - {name: hang, type: string, codelist: hang-cho}\n  - {name: tu, type: date}\n  - {name: den, type: date}\n"
            "  - {name: a, type: integer}\n  - {name: b, type: integer}\n  - {name: tong, type: integer, equals: a + b}\n"
        )
        self.portal.dataset("thu", contract)
        self.portal.deliver("thu", "xau", "ma,hang,tu,den,a,b,tong\nM1,III,2026-01-01,2026-01-02,1,2,3\nM2,I,2026-01-03,2026-01-02,1,2,4\n")
        self.assertEqual(told(self.portal.run("check", 3)), sorted(["block contract/codelist thu/xau 2", "block contract/condition thu/xau 3", "block contract/computed thu/xau 3", "block contract/row-count thu/xau 0"]))
        shutil.rmtree(self.portal.folder / "portal/warehouse/thu")
        self.portal.deliver("thu", "tot", "ma,hang,tu,den,a,b,tong\nM1,I,2026-01-01,2026-01-02,1,2,3\nM2,II,2026-01-03,,1,,4\nM3,I,2026-01-03,2026-01-03,0,0,0\n")
        self.assertEqual(told(self.portal.run("build")), [])
        page = (self.portal.out / "current/site/dataset/thu.html").read_text(encoding="utf-8")
        self.assertIn("Hạng I, lớn", page)
        self.portal.dataset("thu", contract.replace("a + b}", "a + c}").replace("codelist: hang-cho", "codelist: hang-chp"))
        wrong = self.portal.run("check", 1)
        self.assertEqual(sorted(one["rule"] for one in wrong["findings"] if one["severity"] == "block"), ["catalogue/contract", "catalogue/reference"])

    def test_a_great_change_needs_a_name_and_an_old_delivery_is_told(self):
        self.portal.dataset("ho", LAKES)
        self.portal.deliver("ho", "v1", "ma,dien_tich\n" + "".join(f"H{i},10\n" for i in range(100)), day=5)
        self.portal.run("build")
        fewer = "ma,dien_tich\n" + "".join(f"H{i},10\n" for i in range(60))
        self.portal.deliver("ho", "v2", fewer, day=6)
        self.assertEqual(told(self.portal.run("build", 3)), ["block change/keys-lost ho/v2 0", "block change/rows-lost ho/v2 0", "warn change/totals ho/v2 0"])
        self.portal.deliver("ho", "cu", fewer, day=4)
        report = self.portal.run("build", 3)
        self.assertIn("info change/superseded ho/cu 0", told(report))
        self.assertEqual(verdicts(report)["ho/cu"], ("superseded", 0))
        shutil.rmtree(self.portal.folder / "portal/warehouse/ho/v2")
        names = "".join(
            f'  - {{rule: {rule}, by: "Người Ký (minh họa)", position: "Giám đốc (minh họa)", document: "7/CV", reason: "Gộp hồ nhỏ"}}\n'
            for rule in ("change/rows-lost", "change/keys-lost")
        )
        self.portal.deliver("ho", "v3", fewer, day=7, more="confirmations:\n" + names)
        report = self.portal.run("build")
        self.assertEqual(verdicts(report)["ho/v3"], ("accepted", 2))
        self.assertIn("warn change/rows-lost ho/v3 0", told(report))

    def test_withheld_figures_are_in_no_published_byte(self):
        contract = (
            "key: [xa, nam]\ndisclosure: {small_cells: 1000, measures: [so_ca], totals: {xa: tinh}}\n"
            'fields:\n  - {name: xa, type: string}\n  - {name: nam, type: string}\n  - {name: so_ca, type: integer}\n'
        )
        self.portal.dataset("ca-benh", contract, "aggregated")
        cells = {("A", 2025): 777, ("B", 2025): 35353, ("C", 2025): 41414, ("A", 2026): 20202, ("B", 2026): 30303, ("C", 2026): 40404}
        rows = [f"{commune},{year},{count}" for (commune, year), count in cells.items()]
        rows += [f"tinh,{year},{sum(count for (_, y), count in cells.items() if y == year)}" for year in (2025, 2026)]
        self.portal.deliver("ca-benh", "2026", "xa,nam,so_ca\n" + "\n".join(rows) + "\n")
        report = self.portal.run("build")
        self.assertEqual(told(report), ["info disclosure/withheld ca-benh/2026 0"])
        files = self.portal.out / "current/site/files/ca-benh/latest"
        published = {(row["xa"], row["nam"]): row for row in csv.DictReader(io.StringIO((files / "ca-benh.csv").read_text(encoding="utf-8-sig")))}
        self.assertEqual(len(published), 8)
        hidden = {key for key, row in published.items() if row["so_ca"] == ""}
        self.assertEqual(hidden, {("A", "2025"), ("B", "2025")})
        self.assertEqual({key for key, row in published.items() if row["an_so_lieu"] == "so_ca"}, hidden)
        with sqlite3.connect(f"file:{files / 'ca-benh.sqlite'}?mode=ro", uri=True) as database:
            self.assertEqual(database.execute("SELECT count(*) FROM ca_benh WHERE so_ca IS NULL").fetchone()[0], 2)
        self.assertIn("Ô bị ẩn", (self.portal.out / "current/site/dataset/ca-benh.html").read_text(encoding="utf-8"))
        secret = re.compile(rb"(?<![0-9a-fA-F])(777|35353)(?![0-9a-fA-F])")
        checked = 0
        for path in self.portal.out.rglob("*"):
            if path.is_file() and not path.is_symlink() and path.suffix in {".csv", ".html", ".json", ".ndjson", ".xml", ".jsonld", ".geojson", ".atom", ".md", ".txt"}:
                checked += 1
                self.assertIsNone(secret.search(path.read_bytes()), path)
        self.assertGreater(checked, 20)

    def test_class_aggregated_without_disclosure_is_refused(self):
        self.portal.dataset("ho", LAKES, "aggregated")
        self.portal.deliver("ho", "2026", "ma,dien_tich\nH1,10\n")
        self.assertEqual(told(self.portal.run("build", 3)), ["block disclosure/undeclared ho/2026 0"])

    def test_a_live_version_is_held_against_a_contract_that_changed(self):
        self.portal.dataset("ho", LAKES)
        self.portal.deliver("ho", "2026", "ma,dien_tich\nH1,10\nH2,20\n")
        self.portal.run("build")
        self.portal.dataset("ho", LAKES.replace("min: 0", "min: 0, max: 15"))
        for _ in range(2):  # the second time from the journal
            report = self.portal.run("build")
            self.assertEqual(told(report), ["warn contract/live-version ho/2026 0"])
            self.assertIn("contract/range ×1", report["findings"][0]["message"]["en"])
            self.assertEqual(verdicts(report)["ho/2026"], ("unchanged", 1))
        self.assertIn("block contract/range ho/2026 3", told(self.portal.run("check")))
        self.portal.dataset("ho", LAKES.replace("min: 0", "min: 0, max: 25"))
        self.assertEqual(told(self.portal.run("build")), [])

    def test_a_contract_that_withholds_more_makes_the_next_version(self):
        contract = "key: [xa]\nfields:\n  - {name: xa, type: string}\n  - {name: so_ca, type: integer}\n"
        self.portal.dataset("ca", contract)
        self.portal.deliver("ca", "2026", "xa,so_ca\nA,3\nB,40\n")
        self.portal.run("build")
        self.portal.dataset("ca", contract + "disclosure: {small_cells: 5, measures: [so_ca]}\n")
        report = self.portal.run("build")
        self.assertIn("info contract/live-version ca/2026 0", told(report))
        self.assertIn("warn disclosure/published-before ca/2026 2", told(report))
        rows = list(csv.DictReader(io.StringIO((self.portal.out / "current/site/files/ca/latest/ca.csv").read_text(encoding="utf-8-sig"))))
        self.assertEqual([row["so_ca"] for row in rows], ["", "40"])
        again = self.portal.run("build")
        self.assertEqual(verdicts(again), {"ca/2026": ("unchanged", 2)})


FAULTS = {  # name of the planted fault → rule
    "type": "contract/type",
    "required": "contract/required",
    "range": "contract/range",
    "pattern": "contract/pattern",
    "codelist": "contract/codelist",
    "key": "contract/key",
    "computed": "contract/computed",
    "condition": "contract/condition",
    "reference": "contract/reference",
    "totals": "contract/totals-row",
}


class LargeDeliveryTest(unittest.TestCase):
    """One pass over many rows finds every planted fault, and memory does not grow with their number."""

    ROWS = 1_000_000 if os.environ.get("KHOMO_SLOW") else 50_000

    def lines(self, places, rng):
        communes = ["03646", "03664", "03808", "03820", "04168"]
        fault_at = {place: name for name, place in places.items()}
        yield "ma,xa,loai,lua,mau,tong,tu,den,ghi_chu\n"
        for i in range(self.ROWS):
            number = i * 7919 % self.ROWS  # each number once, in no order, so that keys have to be sorted
            rice, other = rng.randrange(0, 40000) / 100, rng.randrange(0, 9000) / 100
            row = [f"T{number:07}", communes[i % 5], f"L{i % 500}", f"{rice}", f"{other}", f"{rice + other:.2f}", "2026-01-05", "2026-11-20", f"Thửa ở bản số {i % 97}"]
            if i in fault_at:
                change = {
                    "type": {3: "mười"},
                    "required": {8: ""},
                    "range": {3: "500.5", 5: f"{500.5 + other:.2f}"},
                    "pattern": {0: f"X{number:07}"},
                    "codelist": {1: "09999"},
                    "key": {0: "T0000000"},
                    "computed": {5: f"{rice + other + 1:.2f}"},
                    "condition": {7: "2025-01-05"},
                    "reference": {2: "L500"},
                    "totals": {8: "Tổng cộng"},
                }[fault_at[i]]
                row = [change.get(place, cell) for place, cell in enumerate(row)]
            yield ",".join(row) + "\n"

    def test_ten_planted_faults_are_all_found_in_bounded_memory(self):
        portal = Portal()
        self.addCleanup(shutil.rmtree, portal.folder)
        portal.dataset("loai", "key: [ma]\nfields:\n  - {name: ma, type: string}\n  - {name: ten, type: string}\n")
        portal.deliver("loai", "2026", "ma,ten\n" + "".join(f"L{i},Loại {i}\n" for i in range(500)))
        portal.dataset(
            "thua",
            'key: [ma]\nrows: {min: 1000}\nchecks:\n  - {check: "tu <= den"}\nfields:\n'
            '  - {name: ma, type: string, required: true, pattern: "T[0-9]{7}"}\n  - {name: xa, type: string, codelist: units}\n'
            "  - {name: loai, type: string, references: {dataset: loai, field: ma}}\n  - {name: lua, type: number, unit: ha, min: 0, max: 500}\n"
            "  - {name: mau, type: number, unit: ha}\n  - {name: tong, type: number, unit: ha, equals: lua + mau, tolerance: 0.001}\n"
            "  - {name: tu, type: date}\n  - {name: den, type: date}\n  - {name: ghi_chu, type: string, required: true}\n",
        )
        rng = random.Random(20261123)
        places = dict(zip(FAULTS, sorted(rng.sample(range(1200, self.ROWS - 10), len(FAULTS)))))
        communes = ["03646", "03664", "03808", "03820", "04168"]
        wanted = {(FAULTS[name], place + 2) for name, place in places.items()}
        portal.deliver("thua", "lon", self.lines(places, rng))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        report = portal.run("check", 3)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found = {(one["rule"], one["row"]) for one in report["findings"] if one["severity"] == "block"}
        self.assertEqual(found, wanted)
        megabytes = after.ru_maxrss / 1024
        size = (portal.folder / "portal/warehouse/thua/lon/a.csv").stat().st_size / 1e6
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"{self.ROWS} rows, {size:.0f} MB: {megabytes:.0f} MB of memory, {seconds:.1f} s of processor time, {size / seconds:.0f} MB/s")
        if not sanitized.runtime(KHOMO):
            self.assertLess(megabytes, 300)


if __name__ == "__main__":
    unittest.main()
