#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole runs of the real `khomo`: what it publishes, refuses, carries over, and leaves behind when it is killed.

KHOMO_BIN names the folder of the programs."""
import csv
import filecmp
import io
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest
import zipfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
KHOMO = pathlib.Path(os.environ.get("KHOMO_BIN", SOURCE / "build/debug/bin")) / "khomo"
AS_OF = "2026-11-01T08:00:00+07:00"


class Portal:
    """A copy of the tiny test portal with its own warehouse, state and output."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="khomo-flow-"))
        shutil.copytree(SOURCE / "tests/data/portal-mini", self.folder / "portal")
        self.out = self.folder / "out"
        self.state = self.folder / "state"

    def run(self, *words, as_of=AS_OF):
        command = [KHOMO, *words, "--portal", self.folder / "portal", "--out", self.out, "--state", self.state]
        if as_of:
            command += ["--as-of", as_of]
        if words[0] == "build":
            command += ["--templates", SOURCE / "site-templates"]
        return subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=300)

    def build(self, *words, **options):
        return self.run("build", "--json", *words, **options)

    def deliver(self, reason):
        """Puts a bad delivery of tests/data/deliveries beside the good ones; gives what is expected of it."""
        source = SOURCE / "tests/data/deliveries" / f"bad-{reason}"
        expected = json.loads((source / "expected.json").read_text(encoding="utf-8"))
        shutil.copytree(source / reason, self.folder / "portal/warehouse" / expected[0]["dataset"] / reason)
        return expected

    def site(self):
        return self.out / "current/site"

    def remove(self):
        shutil.rmtree(self.folder)


def files_of(folder):
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


class BuildTest(unittest.TestCase):
    def setUp(self):
        self.portal = Portal()
        self.addCleanup(self.portal.remove)

    def built(self, *words, code=0, **options):
        result = self.portal.build(*words, **options)
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        self.assertEqual(result.stderr, "")
        return json.loads(result.stdout)

    def assert_same_tree(self, first, second):
        self.assertEqual(files_of(first), files_of(second))
        for path in files_of(first):
            self.assertTrue(filecmp.cmp(first / path, second / path, shallow=False), path)

    def test_good_deliveries_become_a_site_whose_csv_holds_the_approved_rows(self):
        report = self.built()
        self.assertEqual(report["summary"]["accepted"], 3)
        self.assertTrue(report["release"]["new"])
        page = (self.portal.site() / "dataset/cho.html").read_text(encoding="utf-8")
        self.assertIn("SHA-256", page)
        published = list(csv.DictReader(io.StringIO((self.portal.site() / "files/cho/latest/cho.csv").read_text(encoding="utf-8-sig"))))
        delivered = next((SOURCE / "tests/data/portal-mini/warehouse/cho").rglob("*.csv"))
        text = delivered.read_text(encoding="utf-8-sig")
        rows = list(csv.reader(io.StringIO(text), delimiter=";" if ";" in text.splitlines()[0] else ","))
        self.assertEqual(len(published), len(rows) - 1)
        self.assertEqual([row["ma_cho"] for row in published] if "ma_cho" in published[0] else [list(row.values())[0] for row in published], [row[0] for row in rows[1:]])

    def test_every_form_of_a_version_holds_the_same_number_of_rows(self):
        self.built()
        files = self.portal.site() / "files/cho/latest"
        count = len(list(csv.DictReader(io.StringIO((files / "cho.csv").read_text(encoding="utf-8-sig")))))
        self.assertEqual(len(json.loads((files / "cho.json").read_text(encoding="utf-8"))), count)
        self.assertEqual(len((files / "cho.ndjson").read_text(encoding="utf-8").splitlines()), count)
        self.assertEqual((files / "cho.xml").read_text(encoding="utf-8").count("<row>"), count)
        with sqlite3.connect(files / "cho.sqlite") as database:
            self.assertEqual(database.execute("SELECT count(*) FROM cho").fetchone()[0], count)
        checked = subprocess.run(["xmllint", "--noout", "--schema", files / "cho.xsd", files / "cho.xml"], capture_output=True, text=True, check=False)
        self.assertEqual(checked.returncode, 0, checked.stderr)
        with zipfile.ZipFile(files / "cho.zip") as bundle:
            self.assertEqual(sorted(bundle.namelist()), ["LICENSE.txt", "README.txt", "cho.csv", "datapackage.json", "dictionary.csv"])
            self.assertEqual(json.loads(bundle.read("datapackage.json"))["resources"][0]["bytes"], (files / "cho.csv").stat().st_size)

    def test_a_layer_opens_in_gdal_and_lies_in_the_province(self):
        self.built()
        file = self.portal.site() / "files/diem-do/latest/diem-do.gpkg"
        shown = subprocess.run(["ogrinfo", "-ro", "-so", "-al", str(file)], capture_output=True, text=True, check=True)
        self.assertEqual(shown.stderr, "")
        self.assertIn("WGS 84", shown.stdout)
        extent = next(line for line in shown.stdout.splitlines() if line.startswith("Extent:"))
        west = float(extent.split("(")[1].split(",")[0])
        self.assertTrue(103 < west < 105.1, extent)

    def test_a_second_build_with_nothing_new_makes_no_release(self):
        first = self.built()
        second = self.built()
        self.assertFalse(second["release"]["new"])
        self.assertEqual(second["release"]["id"], first["release"]["id"])

    def test_each_bad_delivery_is_refused_where_it_is_bad_and_all_else_is_published(self):
        for folder in sorted((SOURCE / "tests/data/deliveries").glob("bad-*")):
            reason = folder.name[4:]
            with self.subTest(reason=reason):
                portal = Portal()
                try:
                    expected = portal.deliver(reason)
                    result = portal.build()
                    refused = any(one["severity"] == "block" for one in expected)
                    self.assertEqual(result.returncode, 3 if refused else 0, result.stdout + result.stderr)
                    report = json.loads(result.stdout)
                    self.assertEqual(report["summary"]["refused"], 1 if refused else 0)
                    found = {(f["rule"], f["file"], f["row"], f["column"]) for f in report["findings"] if f["delivery"] == reason}
                    for one in expected:
                        self.assertIn((one["rule"], one["file"], one["row"], one["column"]), found)
                    self.assertTrue(all(f["message"]["vi"] and f["message"]["en"] for f in report["findings"]))
                    self.assertTrue((portal.site() / "files/cho/latest/cho.csv").exists())
                    self.assertTrue((portal.site() / "files/ngan-sach/latest/ngan-sach.csv").exists())
                finally:
                    portal.remove()

    def test_one_changed_entry_remakes_only_what_shows_it_and_equals_a_full_build(self):
        self.built()
        entry = self.portal.folder / "portal/datasets/cho.md"
        entry.write_text(entry.read_text(encoding="utf-8") + "\nThêm một đoạn.\n", encoding="utf-8")
        before = self.fingerprints()
        report = self.built()
        self.assertTrue(report["release"]["new"])
        changed = {name for name, fingerprint in self.fingerprints().items() if before.get(name) != fingerprint}
        self.assertEqual({name for name in changed if name.startswith(("pages/", "quality/", "versions/", "charts/"))}, {"pages/dataset/cho"}, "no list of the pages shows a description")
        self.assertEqual(report["release"]["made"], len(changed))
        self.assert_equals_a_full_build()

    def test_whatever_changes_in_an_entry_reaches_every_page_that_shows_it(self):
        self.built()
        entry = self.portal.folder / "portal/datasets/cho.md"
        for old, new in (("vi: Chợ, en: Markets}", "vi: Chợ dân sinh, en: Local markets}"), ("Markets and their size.", "Markets, their size and class."), ("frequency: yearly", "frequency: monthly"), ("theme: doanh-nghiep-thi-truong", "theme: moi-truong-nuoc"),
                         ("illustrative: true", "illustrative: false"), ("class_reason: {vi: \"Nơi", "class_reason: {vi: \"Các nơi"), ("keywords: {vi: [chợ,", "keywords: {vi: [chợ quê,")):
            with self.subTest(new=new):
                text = entry.read_text(encoding="utf-8")
                self.assertIn(old, text)
                entry.write_text(text.replace(old, new, 1), encoding="utf-8")
                self.assertTrue(self.built()["release"]["new"])
                self.assert_equals_a_full_build()

    def fingerprints(self):
        manifest = json.loads((self.portal.out / "current/manifest.json").read_text(encoding="utf-8"))
        return {unit["name"]: unit["fingerprint"] for unit in manifest["units"]}

    def test_a_full_build_of_the_same_inputs_keeps_a_whole_release_and_replaces_a_damaged_one(self):
        first = self.built()["release"]["id"]
        again = self.built("--full")["release"]
        self.assertEqual((again["id"], again["new"]), (first, False))
        page = self.portal.site() / "dataset/cho.html"
        page.chmod(0o644)
        page.write_bytes(b"damaged")
        self.assertTrue(self.built("--full")["release"]["new"])
        self.assertIn("<h1>", (self.portal.site() / "dataset/cho.html").read_text(encoding="utf-8"))
        self.assertEqual(self.portal.run("verify", as_of=None).returncode, 0)

    def assert_equals_a_full_build(self):
        incremental = self.portal.out
        self.portal.out = self.portal.folder / "out-full"
        try:
            self.built("--full")
            self.assert_same_tree(incremental / "current/site", self.portal.out / "current/site")
            self.assert_same_tree(incremental / "current/data", self.portal.out / "current/data")
        finally:
            shutil.rmtree(self.portal.out)
            self.portal.out = incremental

    def test_the_folder_of_the_oldest_release_is_used_again_and_the_new_one_is_whole(self):
        entry = self.portal.folder / "portal/datasets/cho.md"
        releases = self.portal.out / "releases"
        for number in range(1, 8):
            entry.write_text(entry.read_text(encoding="utf-8") + f"\nThêm lần {number}.\n", encoding="utf-8")
            if number == 5:  # someone takes a file out of the release whose folder comes next
                (sorted(releases.iterdir(), key=lambda path: int(path.name.split("-")[0]))[0] / "site/index.html").unlink()
            self.assertTrue(self.built()["release"]["new"])
            verified = self.portal.run("verify")
            self.assertEqual(verified.returncode, 0, verified.stdout)
            self.assertLessEqual(len(list(releases.iterdir())), 3)
        live = self.portal.out
        self.portal.out = self.portal.folder / "full"
        self.built("--full")
        for part in ("site", "data"):
            self.assert_same_tree(live / "current" / part, self.portal.out / "current" / part)

    def test_a_build_that_remembers_its_inputs_notices_every_kind_of_change(self):
        def settle():
            time.sleep(2.1)  # younger stamps are not trusted
            self.built()
            self.assertTrue((self.portal.state / "last-run.json").exists())
            again = self.built()
            self.assertFalse(again["release"]["new"])
            self.assertEqual(again["summary"]["unchanged"], 3)

        folder = self.portal.folder / "portal"
        self.built()
        settle()
        (folder / "datasets/cho.md").write_text((folder / "datasets/cho.md").read_text(encoding="utf-8") + "\nThêm.\n", encoding="utf-8")
        self.assertTrue(self.built()["release"]["new"])
        settle()
        expected = self.portal.deliver("byte-changed")
        refused = self.built(code=3)
        self.assertIn(expected[0]["rule"], [finding["rule"] for finding in refused["findings"]])
        self.assertEqual([finding["rule"] for finding in self.built(code=3)["findings"]], [finding["rule"] for finding in refused["findings"]])
        shutil.rmtree(next((folder / "warehouse").rglob("byte-changed")))
        settle()
        shutil.rmtree(self.portal.out)
        self.assertTrue(self.built()["release"]["new"])

    def test_a_new_description_leaves_the_downloads_of_rows_as_they_are(self):
        self.built()
        before = {path.name: path.stat().st_ino for path in (self.portal.site() / "files/cho/v1").iterdir()}
        entry = self.portal.folder / "portal/datasets/cho.md"
        entry.write_text(entry.read_text(encoding="utf-8") + "\nMô tả mới.\n", encoding="utf-8")
        self.built()
        after = {path.name: path.stat().st_ino for path in (self.portal.site() / "files/cho/v1").iterdir()}
        self.assertEqual({name for name in before if before[name] != after[name]}, {"cho.zip"})

    def test_a_site_is_remade_from_portal_folder_and_state_alone(self):
        self.built()
        before = self.portal.folder / "before"
        shutil.copytree(self.portal.out / "current/site", before)
        shutil.rmtree(self.portal.out)
        shutil.rmtree(self.portal.folder / "portal/warehouse")
        self.built()
        self.assert_same_tree(before, self.portal.site())

    def test_B1_a_killed_build_leaves_the_old_site_and_the_next_one_is_clean(self):
        self.built()
        old = os.readlink(self.portal.out / "current")
        for path in (self.portal.folder / "portal/datasets").glob("*.md"):
            if not path.name.endswith(".en.md"):
                path.write_text(path.read_text(encoding="utf-8") + "\nMới.\n", encoding="utf-8")
        for delay in (0.02, 0.05, 0.1, 0.2, 0.3):
            command = [KHOMO, "build", "--portal", self.portal.folder / "portal", "--out", self.portal.out, "--state", self.portal.state, "--as-of", AS_OF,
                       "--templates", SOURCE / "site-templates", "--json", "--jobs", "1"]
            with subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
                time.sleep(delay)
                process.send_signal(signal.SIGKILL)
            live = os.readlink(self.portal.out / "current")
            self.assertEqual(self.portal.run("verify", as_of=None).returncode, 0)
            if live != old:
                break
        self.built()
        self.assertEqual([path.name for path in (self.portal.out / "releases").glob(".tmp-*")], [])
        self.assertEqual(self.portal.run("verify", as_of=None).returncode, 0)

    def test_one_changed_byte_of_the_release_is_found_and_named(self):
        self.built()
        page = self.portal.site() / "dataset/cho.html"
        content = page.read_bytes()
        page.unlink()
        page.write_bytes(content[:-2] + b"x" + content[-1:])
        result = self.portal.run("verify", as_of=None)
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stdout, "changed: site/dataset/cho.html\n")

    def test_a_signed_release_verifies_with_minisign_and_with_us(self):
        key = self.portal.folder / "key"
        self.assertEqual(subprocess.run([KHOMO, "release", "key", key], capture_output=True, check=False).returncode, 0)
        self.assertEqual(key.stat().st_mode & 0o077, 0)
        self.built("--key", str(key))
        manifest = self.portal.out / "current/manifest.json"
        self.assertEqual(self.portal.run("verify", "--public-key", f"{key}.pub", as_of=None).returncode, 0)
        theirs = subprocess.run(["minisign", "-V", "-p", f"{key}.pub", "-m", manifest], capture_output=True, text=True, check=False)
        self.assertEqual(theirs.returncode, 0, theirs.stdout + theirs.stderr)

    def test_check_says_the_same_as_build_and_writes_no_version(self):
        self.portal.deliver("letter-in-number")
        result = self.portal.run("check", "--json")
        self.assertEqual(result.returncode, 3)
        self.assertEqual(json.loads(result.stdout)["summary"]["refused"], 1)
        self.assertFalse(self.portal.out.exists())
        self.assertEqual(list((self.portal.state / "versions").glob("[!.]*")), [])

    def test_a_mistyped_key_is_named_with_line_column_and_the_nearest_key(self):
        entry = self.portal.folder / "portal/datasets/cho.md"
        entry.write_text(entry.read_text(encoding="utf-8").replace("\nagency:", "\nagancy:", 1), encoding="utf-8")
        result = self.portal.run("check", "--json")
        self.assertEqual(result.returncode, 1)
        unknown = [f for f in json.loads(result.stdout)["findings"] if f["rule"] == "catalogue/unknown-key"]
        self.assertEqual(unknown[0]["file"], "datasets/cho.md")
        self.assertGreater(unknown[0]["line"], 1)
        self.assertIn("agency", unknown[0]["fix"]["en"])

    def test_usage_faults_exit_with_2(self):
        self.assertEqual(subprocess.run([KHOMO, "bild"], capture_output=True, check=False).returncode, 2)
        self.assertEqual(self.portal.run("build", as_of="yesterday").returncode, 2)

    def test_B7_two_builds_at_once_do_not_mix(self):
        import fcntl
        (self.portal.out).mkdir()
        with open(self.portal.out / ".lock", "w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            result = self.portal.run("build")
            self.assertEqual(result.returncode, 1)
            self.assertIn("Another build is running", result.stderr)


if __name__ == "__main__":
    unittest.main()
