#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Withdrawal, suspension and correction through the real programs: what the portal then shows, answers, refuses and has destroyed."""
import json
import os
import re
import shutil
import signal
import subprocess
import time
import unittest

import sanitized
from feed_portal import MARKETS, FeedPortal, Server, records
from real_nginx import nginx
from test_build import KHOMO, SOURCE, files_of
from withdrawal_portal import BY, LATER, Portal, get, grep, server

SECRETS = (b"C007", "Chợ Ngọc Chiến".encode())  # values of the dataset's rows


class WithdrawalTest(unittest.TestCase):
    def setUp(self):
        self.portal = Portal()
        self.addCleanup(self.portal.remove)

    def ran(self, *words, code=0):
        result = self.portal.run(*words, as_of=LATER)
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        return result

    def built(self, *words, code=0):
        return json.loads(self.ran("build", "--json", *words, code=code).stdout)

    def refused(self, *words, code=1):
        return self.ran(*words, code=code).stderr

    def rules(self, report):
        return {(finding["dataset"], finding["delivery"], finding["rule"]) for finding in report["findings"] if finding["severity"] == "block"}

    def assert_whole(self):
        self.assertEqual(self.ran("verify").returncode, 0)

    def assert_equals_full_build(self, code=0):
        live, self.portal.out = self.portal.out, self.portal.folder / "full"
        self.ran("build", "--full", code=code)
        for part in ("site", "data"):
            self.assertEqual(files_of(live / "current" / part), files_of(self.portal.out / "current" / part))
            for path in files_of(live / "current" / part):
                self.assertEqual((live / "current" / part / path).read_bytes(), (self.portal.out / "current" / part / path).read_bytes(), path)
        self.portal.out = live

    def test_what_cannot_be_done_is_said_in_both_languages(self):
        self.built()
        for words, code, told in (
            (["withdraw", "choo", *BY], 1, ("gần nhất là «cho»", "the nearest is «cho»")),
            (["withdraw", "cho", "--reason", "x"], 2, ("Thiếu --document", "--document is missing")),
            (["suspend", "cho", "--document", "x"], 2, ("Thiếu --reason", "--reason is missing")),
            (["withdraw", "cho", "--version", "7", *BY], 1, ("không có phiên bản 7; có: 1", "has no version 7; there are: 1")),
            (["resume", "cho", *BY], 1, ("không bị tạm ngừng", "is not suspended")),
            (["withdraw", "cho", "--document", "1/QĐ", "--reason", "Lộ số 014085001234"], 2, ("Viết lại không có số ấy", "Write them without it")),
        ):
            with self.subTest(words=words):
                message = self.refused(*words, code=code)
                self.assertIn(told[0], message)
                self.assertIn(told[1], message)
        self.ran("withdraw", "cho", *BY)
        for words in (["withdraw", "cho", *BY], ["resume", "cho", *BY], ["suspend", "cho", *BY], ["withdraw", "cho", "--version", "1", *BY]):
            with self.subTest(words=words):
                self.assertIn("was withdrawn on 2026-11-02 by 45/QĐ-TEST", self.refused(*words))
        self.assertEqual(self.refused("release", "rollback", code=2).count("--reason"), 2)

    def test_a_withdrawn_dataset_leaves_a_tombstone_and_no_rows(self):
        self.built()
        kept = self.portal.folder / "portal/warehouse/cho"
        self.ran("withdraw", "cho", *BY)
        self.assertEqual(self.built()["summary"]["refused"], 0)
        site = self.portal.site()
        for page, reason, since in (("dataset/cho.html", "Số liệu đo sai", "02/11/2026"), ("en/dataset/cho.html", "Measured wrongly", "2 November 2026")):
            content = (site / page).read_text(encoding="utf-8")
            self.assertIn(reason, content)
            self.assertIn("45/QĐ-TEST", content)
            self.assertIn(since, content)
        self.assertEqual(grep(self.portal.out / "current/site", SECRETS) + grep(self.portal.out / "current/data", SECRETS), [])
        self.assertFalse((site / "files/cho").exists())
        self.assertFalse((site / "dataset/cho").exists())
        self.assertFalse((self.portal.out / "current/data/cho").exists())
        self.assertNotIn("/dataset/cho<", (site / "sitemap.xml").read_text(encoding="utf-8"))
        self.assertIn("/dataset/ngan-sach<", (site / "sitemap.xml").read_text(encoding="utf-8"))
        row = next(row for row in json.loads((site / "inventory.json").read_text(encoding="utf-8")) if row["id"] == "cho")
        self.assertEqual(row["state"], "withdrawn")
        self.assertNotIn("cho", (site / "freshness.html").read_text(encoding="utf-8").split("<main")[1].split("/dataset/"))
        self.assert_whole()
        self.assert_equals_full_build()
        shutil.copytree(kept / "2026-09", kept / "2026-11-dot-moi")
        text = (kept / "2026-11-dot-moi/approval.yaml").read_text(encoding="utf-8").replace("2026-09-0", "2026-10-0")
        (kept / "2026-11-dot-moi/approval.yaml").write_text(text, encoding="utf-8")
        report = self.built(code=3)
        self.assertIn(("cho", "2026-11-dot-moi", "approval/withdrawn"), self.rules(report))
        (self.portal.folder / "portal/datasets/cho.md").unlink()
        self.ran("build", code=3)
        self.assertIn("45/QĐ-TEST", (self.portal.site() / "dataset/cho.html").read_text(encoding="utf-8"))

    def test_server_and_nginx_answer_410_until_the_dataset_is_resumed(self):
        self.built()
        before = self.portal.folder / "before"
        shutil.copytree(self.portal.site(), before)
        self.ran("suspend", "cho", *BY)
        with server(self.portal.out) as port, nginx(self.portal.out, port) as front:
            self.assertEqual(get(port, "/dataset/cho")[0].status, 200)
            self.built()
            for _ in range(200):
                if get(port, "/dataset/cho")[0].status == 410:
                    break
                time.sleep(0.05)
            for where in (port, front):
                for path in ("/dataset/cho", "/en/dataset/cho", "/dataset/cho/v1", "/dataset/cho.html"):
                    response, content = get(where, path, "text/html,*/*")
                    self.assertEqual((path, response.status), (path, 410))
                    self.assertTrue(response.headers["Content-Type"].startswith("text/html"))
                    self.assertIn("default-src 'none'", response.headers["Content-Security-Policy"])
                    self.assertIn(b"Measured wrongly" if path.startswith("/en/") else "Số liệu đo sai".encode(), content)
                for path in ("/api/v1/datasets/cho", "/api/v1/datasets/cho/rows", "/api/v1/datasets/cho/rows.csv?_version=1", "/files/cho/latest/cho.csv", "/files/cho/v1/cho.xlsx", "/dataset/cho/quality.json"):
                    response, content = get(where, path)
                    self.assertEqual((path, response.status), (path, 410))
                    self.assertTrue(response.headers["Content-Type"].startswith("application/problem+json"), response.headers["Content-Type"])
                    problem = json.loads(content)
                    self.assertEqual((problem["status"], problem["state"], problem["dataset"]), (410, "suspended", "cho"))
                    self.assertIn("tạm ngừng", problem["detail_vi"])
                    self.assertEqual(response.headers["Access-Control-Allow-Origin"], "*")
                self.assertTrue(get(where, "/files/cho/v1/cho.csv", "text/html")[0].headers["Content-Type"].startswith("text/html"))
                self.assertEqual(get(where, "/dataset/ngan-sach")[0].status, 200)
                self.assertEqual(get(where, "/dataset/khong-co")[0].status, 404)
                self.assertEqual(get(where, "/files/ngan-sach/latest/ngan-sach.csv")[0].status, 200)
                self.assertEqual(json.loads(get(where, "/api/v1/withdrawals")[1])["withdrawals"][0]["id"], "cho")
                listed = {one["id"]: one for one in json.loads(get(where, "/api/v1/datasets?_limit=100")[1])["datasets"]}
                self.assertEqual((listed["cho"]["state"], listed["cho"]["published"], listed["cho"]["withdrawal"]["document"]), ("suspended", False, BY[1]))
                self.assertNotIn("cho", [one["id"] for one in json.loads(get(where, "/api/v1/search?q=cho")[1])["results"]])
            self.ran("resume", "cho", *BY)
            self.built()
            for _ in range(200):
                if get(port, "/dataset/cho")[0].status == 200:
                    break
                time.sleep(0.05)
            for where in (port, front):
                self.assertEqual(get(where, "/dataset/cho")[0].status, 200)
                self.assertEqual(get(where, "/api/v1/datasets/cho/rows")[0].status, 200)
                self.assertEqual(get(where, "/files/cho/latest/cho.csv")[0].status, 200)
        for path in files_of(before):
            self.assertEqual((before / path).read_bytes(), (self.portal.site() / path).read_bytes(), path)

    def test_what_comes_while_a_dataset_is_suspended_waits_for_its_resumption(self):
        self.built()
        self.ran("suspend", "cho", *BY)
        self.portal.version_two()
        self.assertEqual(self.built()["summary"]["accepted"], 1)
        self.assertFalse((self.portal.site() / "files/cho").exists())
        status = json.loads(self.ran("status", "--json").stdout)
        self.assertEqual([one["state"] for one in status["datasets"] if one["id"] == "cho"], ["suspended"])
        self.assertIn("cho: tạm ngừng, 2026-11-02, 45/QĐ-TEST", self.ran("status").stdout)
        self.ran("resume", "cho", *BY)
        self.built()
        self.assertEqual(json.loads((self.portal.site() / "api/v1/datasets/cho.json").read_text(encoding="utf-8"))["version"], 2)
        self.assert_equals_full_build()

    def test_a_withdrawn_version_never_comes_back_and_neither_does_its_number(self):
        self.built()
        self.portal.version_two()
        self.built()
        self.ran("withdraw", "cho", "--version", "2", *BY)
        self.built()
        document = json.loads((self.portal.site() / "api/v1/datasets/cho.json").read_text(encoding="utf-8"))
        self.assertEqual((document["state"], document["version"], [one["number"] for one in document["versions"]]), ("published", 1, [1]))
        self.assertEqual(document["withdrawals"][0]["versions"], [2])
        self.assertNotIn(b"425", (self.portal.site() / "files/cho/latest/cho.csv").read_bytes())
        with server(self.portal.out) as port, nginx(self.portal.out, port) as front:
            for where in (port, front):
                for path, status in (("/dataset/cho", 200), ("/dataset/cho/v1", 200), ("/dataset/cho/v2", 410), ("/en/dataset/cho/v2", 410), ("/files/cho/v2/cho.csv", 410), ("/files/cho/v1/cho.csv", 200),
                                     ("/api/v1/datasets/cho/rows?_version=2", 410), ("/api/v1/datasets/cho/rows", 200), ("/api/v1/datasets/cho/rows?_version=3", 404)):
                    self.assertEqual((path, get(where, path)[0].status), (path, status))
                self.assertIn("45/QĐ-TEST".encode(), get(where, "/dataset/cho/v2")[1])
        self.assert_equals_full_build()
        # The same rows in another file: refused by what they hold.
        self.portal.deliver_version("2026-10-lai", 2, lambda text: text.replace(";420;", ";425;") + "\n")
        self.assertIn(("cho", "2026-10-lai", "approval/withdrawn-bytes"), self.rules(self.built(code=3)))
        shutil.rmtree(self.portal.folder / "portal/warehouse/cho/2026-10-lai")
        self.portal.deliver_version("2026-10-moi", 2, lambda text: text.replace(";420;", ";426;"))
        report = self.built()
        self.assertEqual([one["version"] for one in report["deliveries"] if one["delivery"] == "2026-10-moi"], [3])

    def destroy(self, *words):
        return json.loads(self.ran("withdraw", "cho", "--personal-data", "--json", *BY, *words).stdout)

    def keep_three_releases(self):
        self.built()
        self.portal.version_two()
        self.built()
        entry = self.portal.folder / "portal/datasets/ngan-sach.md"
        entry.write_text(entry.read_text(encoding="utf-8") + "\nThêm.\n", encoding="utf-8")
        self.built()

    def test_personal_data_goes_at_once_from_state_and_every_kept_release(self):
        key = self.portal.folder / "key"
        subprocess.run([KHOMO, "release", "key", key], check=True, capture_output=True)
        self.keep_three_releases()
        self.assertNotEqual(grep(self.portal.out, SECRETS), [])
        with server(self.portal.out) as port:
            self.assertEqual(get(port, "/api/v1/datasets/cho/rows")[0].status, 200)
            told = self.destroy("--key", key)
            self.assertEqual(len(told["redacted_releases"]), 3)
            self.assertEqual(len(told["copies_left"]), 2)
            for _ in range(200):
                if get(port, "/api/v1/datasets/cho/rows")[0].status == 410:
                    break
                time.sleep(0.05)
            for path in ("/api/v1/datasets/cho/rows", "/dataset/cho", "/dataset/cho/v1", "/files/cho/latest/cho.csv", "/api/v1/datasets/cho"):
                self.assertEqual((path, get(port, path)[0].status), (path, 410))
            self.assertIn("Số liệu đo sai".encode(), get(port, "/dataset/cho")[1])
            self.assertEqual(get(port, "/dataset/ngan-sach")[0].status, 200)
        self.assertEqual(grep(self.portal.out, SECRETS), [])
        self.assertEqual(grep(self.portal.state, SECRETS), [])
        for release in (self.portal.out / "releases").iterdir():
            self.assertEqual(self.ran("verify", release).returncode, 0)
            record = json.loads((release / "redactions.json").read_text(encoding="utf-8"))
            self.assertEqual(record["causes"][0]["document"], BY[1])
            self.assertTrue(all(re.fullmatch("[0-9a-f]{64}", file["sha256"]) for file in record["files"]))
            checked = subprocess.run(["minisign", "-V", "-q", "-p", f"{key}.pub", "-m", release / "redactions.json"], capture_output=True, text=True, check=False) if shutil.which("minisign") else None
            self.assertTrue(checked is None or checked.returncode == 0, checked)
        live = self.portal.out / "current"
        (live / "site/files/cho/v1").mkdir(parents=True)
        (live / "site/files/cho/v1/cho.csv").write_text("C007", encoding="utf-8")
        self.assertIn("withdrawn but there: site/files/cho/v1/cho.csv", self.ran("verify", code=1).stdout)
        report = self.built("--key", key, code=3)
        self.assertEqual({rule for dataset, _, rule in self.rules(report)}, {"approval/withdrawn", "approval/withdrawn-bytes"})
        self.assertEqual(grep(self.portal.out, SECRETS), [])
        self.assert_whole()
        self.assert_equals_full_build(code=3)
        # The record is whole without the bytes.
        self.ran("journal", "verify")
        self.ran("state", "check")
        # The report for the police tells of it, without a value.
        self.ran("report", "gate", "--to", self.portal.folder / "reports")
        acts = [act for path in (self.portal.folder / "reports").rglob("*.json") for act in json.loads(path.read_text(encoding="utf-8"))["acts"]]
        self.assertIn(("dataset-withdrawn", "cho", BY[1], BY[3]), [(act["action"], act["dataset"], act["document"], act["reason"]) for act in acts])
        # Other data under another name does not bring the bytes back.
        target = self.portal.folder / "portal/warehouse/diem-do/2026-10"
        shutil.copytree(self.portal.folder / "portal/warehouse/diem-do/2026-09", target)
        shutil.copy(self.portal.folder / "portal/warehouse/cho/2026-09/cho.csv", target / "cho.csv")
        text = (target / "approval.yaml").read_text(encoding="utf-8").replace("2026-09-0", "2026-10-0")
        (target / "approval.yaml").write_text(text, encoding="utf-8")
        self.assertIn(("diem-do", "2026-10", "approval/withdrawn-bytes"), self.rules(self.built(code=3)))

    def test_a_record_that_nobody_signed_is_a_fault_of_a_signed_release_until_a_build_signs_it(self):
        key = self.portal.folder / "key"
        subprocess.run([KHOMO, "release", "key", key], check=True, capture_output=True)
        self.built("--key", key)
        release = self.portal.out / os.readlink(self.portal.out / "current")
        self.assertTrue(self.destroy()["records_unsigned"])
        self.assertEqual(self.ran("verify", release, "--public-key", f"{key}.pub", code=1).stdout, "signature of redactions.json\n")
        self.built("--key", key, code=3)
        self.ran("verify", release, "--public-key", f"{key}.pub")
        record = release / "redactions.json"
        record.write_text(record.read_text(encoding="utf-8").replace("45/QĐ-TEST", "46/QĐ-TEST"), encoding="utf-8")
        self.assertIn("signature of redactions.json\n", self.ran("verify", release, "--public-key", f"{key}.pub", code=1).stdout)

    def test_a_rollback_cannot_bring_back_what_was_withdrawn_or_suspended(self):
        self.keep_three_releases()
        self.ran("withdraw", "cho", *BY)
        self.ran("suspend", "diem-do", *BY)
        self.built()
        kept = sorted((path.name for path in (self.portal.out / "releases").iterdir()), key=lambda name: int(name.split("-")[0]))
        self.assertTrue((self.portal.out / "releases" / kept[-2] / "site/files/cho").exists())
        told = json.loads(self.ran("release", "rollback", "--reason", "Trang mới lỗi (minh họa)", "--json").stdout)
        self.assertEqual((told["from"], told["to"]), (kept[-1], kept[-2]))
        self.assertEqual(os.readlink(self.portal.out / "current"), f"releases/{kept[-2]}")
        for dataset in ("cho", "diem-do"):
            self.assertFalse((self.portal.site() / "files" / dataset).exists())
            self.assertIn("45/QĐ-TEST", (self.portal.site() / f"dataset/{dataset}.html").read_text(encoding="utf-8"))
        self.assertEqual(grep(self.portal.out / "current", SECRETS), [])
        self.assert_whole()
        with server(self.portal.out) as port:
            self.assertEqual(get(port, "/api/v1/datasets/cho/rows")[0].status, 410)
            self.assertEqual(get(port, "/dataset/diem-do")[0].status, 410)
            self.assertEqual(get(port, "/dataset/ngan-sach")[0].status, 200)
        # What was taken out of the live release is made anew, not carried, once it may be shown again.
        self.ran("resume", "diem-do", *BY)
        self.built()
        self.assertTrue((self.portal.site() / "files/diem-do/latest/diem-do.gpkg").exists())
        self.assertFalse((self.portal.site() / "files/cho").exists())
        self.assert_whole()
        self.assert_equals_full_build()
        self.assertIn(kept[-2], self.refused("release", "rollback", "99-0000", "--reason", "x"))

    def test_a_killed_withdrawal_is_ended_by_the_next_build_or_command(self):
        library = self.portal.folder / "kill_at_unlink.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, SOURCE / "tests/flows/kill_at_unlink.c"], check=True)
        self.keep_three_releases()
        saved = self.portal.folder / "saved"
        saved.mkdir()
        for name in ("out", "state"):
            subprocess.run(["cp", "-a", self.portal.folder / name, saved / name], check=True)
        for below, at, mend in (("/releases/", 1, "build"), ("/releases/", 2, "suspend"), ("/releases/", 2, "build"), ("/releases/", 9, "rollback"), ("/releases/", 60, "build"),
                                ("/versions/", 1, "suspend"), ("/versions/", 3, "rollback")):
            with self.subTest(below=below, at=at, mend=mend):
                for name in ("out", "state"):
                    shutil.rmtree(self.portal.folder / name)
                    subprocess.run(["cp", "-a", saved / name, self.portal.folder / name], check=True)
                command = [KHOMO, "withdraw", "cho", "--personal-data", *BY, "--portal", self.portal.folder / "portal", "--out", self.portal.out, "--state", self.portal.state, "--as-of", LATER]
                killed = subprocess.run([str(word) for word in command], capture_output=True, env={**os.environ, "LD_PRELOAD": sanitized.preloaded(KHOMO, library), "KHOMO_KILL_BELOW": below, "KHOMO_KILL_AT": str(at)}, check=False)
                self.assertEqual(killed.returncode, -signal.SIGKILL)
                self.assertNotEqual(grep(self.portal.out if below == "/releases/" else self.portal.state, SECRETS), [])
                if mend == "build":
                    self.built(code=3)
                elif mend == "suspend":
                    self.ran("suspend", "diem-do", *BY)
                else:
                    self.ran("release", "rollback", "--reason", "x")
                self.assertEqual(grep(self.portal.out, SECRETS), [])
                self.assertEqual(grep(self.portal.state, SECRETS), [])
                for release in (self.portal.out / "releases").iterdir():
                    self.assertEqual(self.ran("verify", release).returncode, 0)


    def test_the_build_itself_suspends_a_live_version_that_breaks_a_personal_rule(self):
        folder = self.portal.folder / "portal"
        entry = folder / "datasets/cho.md"
        rows = (folder / "warehouse/cho/2026-09/cho.csv").read_text(encoding="utf-8").splitlines()
        names = ["Người ký", "Lò Văn Mẫu", "Quàng Thị Thử", "Cầm Văn Mẫu", "Hoàng Thị Thử", "Vì Văn Mẫu", "Tòng Thị Thử", "Bạc Văn Mẫu"]  # invented

        def with_names(text):
            return "\n".join(f"{row};{name}" for row, name in zip(text.splitlines(), names)) + "\n"

        self.assertEqual(len(rows), len(names))
        text = entry.read_text(encoding="utf-8").replace("views:", '  - {name: nguoi_ky, column: "Người ký", type: string, title: {vi: Người ký, en: Signer}}\nviews:')
        basis = text.replace("views:", 'personal_data: [{field: nguoi_ky, basis: nguoi-ky, reason: {vi: "Người ký văn bản (minh họa)"}}]\nviews:')
        entry.write_text(basis, encoding="utf-8")
        self.portal.deliver_version("2026-10", 1, with_names)
        shutil.rmtree(folder / "warehouse/cho/2026-09")
        self.built()
        self.assertIn("Lò Văn Mẫu", (self.portal.site() / "files/cho/v1/cho.csv").read_text(encoding="utf-8"))
        entry.write_text(text, encoding="utf-8")
        report = self.built()
        self.assertIn("personal/live-version", {rule for _, _, rule in self.rules(report)}, json.dumps(report["findings"], ensure_ascii=False, indent=1))
        self.assertEqual(grep(self.portal.out / "current", ["Lò Văn Mẫu".encode()]), [])
        self.assertIn("approval/waiver-missing", (self.portal.site() / "dataset/cho.html").read_text(encoding="utf-8"))
        with server(self.portal.out) as port:
            self.assertEqual([get(port, path)[0].status for path in ("/dataset/cho", "/dataset/cho/v1", "/api/v1/datasets/cho/rows")], [410, 410, 410])
        self.assert_whole()
        self.built()
        self.assertIn("approval/waiver-missing", (self.portal.site() / "dataset/cho.html").read_text(encoding="utf-8"))
        self.assert_equals_full_build()
        # A clean delivery is published at once, the old version stays away.
        shutil.copytree(SOURCE / "tests/data/portal-mini/warehouse/cho/2026-09", folder / "warehouse/cho/2026-09")
        self.portal.deliver_version("2026-11", 2, lambda old: "\n".join(row + (";Người ký" if number == 0 else ";") for number, row in enumerate(old.splitlines())) + "\n")
        shutil.rmtree(folder / "warehouse/cho/2026-09")
        self.built()
        self.assertEqual(json.loads((self.portal.site() / "api/v1/datasets/cho.json").read_text(encoding="utf-8"))["version"], 2)
        self.assertFalse((self.portal.site() / "files/cho/v1").exists())
        # Somebody looked and found it a false alarm: the basis is declared again, the version comes back.
        entry.write_text(basis, encoding="utf-8")
        self.ran("resume", "cho", *BY)
        self.built()
        self.assertTrue((self.portal.site() / "files/cho/v1/cho.csv").exists())

    def test_a_row_of_the_inventory_is_still_found_and_says_that_it_was_withdrawn(self):
        entry = self.portal.folder / "portal/datasets/cho.md"
        entry.write_text(entry.read_text(encoding="utf-8").replace("theme:", "inventory: y042\ntheme:", 1), encoding="utf-8")
        self.built()
        self.ran("withdraw", "cho", *BY)
        self.built()
        self.assertIn('href="/inventory#y042"', (self.portal.site() / "dataset/cho.html").read_text(encoding="utf-8"))
        with server(self.portal.out) as port:
            found = json.loads(get(port, "/api/v1/search?q=cho")[1])["results"]
            self.assertEqual([(one["id"], one["state"], one["published"], one["rows"], one["formats"]) for one in found if one["id"] == "cho"], [("cho", "withdrawn", False, None, [])])
            self.assertIn("Đã rút", get(port, "/search?q=cho")[1].decode())

    def test_folders_that_are_used_again_keep_nothing_of_what_was_withdrawn(self):
        self.keep_three_releases()
        self.ran("withdraw", "cho", *BY)
        entry = self.portal.folder / "portal/datasets/ngan-sach.md"
        for number in range(4):
            entry.write_text(entry.read_text(encoding="utf-8") + f"\nLần {number}.\n", encoding="utf-8")
            self.built()
        self.assertEqual(grep(self.portal.out, SECRETS), [])
        self.assert_whole()

    def test_a_withdrawn_feed_is_not_asked_and_what_it_gave_is_destroyed(self):
        def answer(handler):
            asked.append(handler.path)
            handler.reply(records([*MARKETS, row]))

        asked, row = [], ["C009", "Chợ Bí mật thử", "03646", "I", 9, 9, "2020-01-01"]
        feed = FeedPortal()
        self.addCleanup(feed.remove)
        source = Server(answer).start()
        self.addCleanup(source.stop)
        feed.source(f'{{from: api, endpoint: "{source.url}/cho", format: json, retries: 0, timeout: 5}}', source.url + "/cho", record="")
        self.assertEqual(feed.run("build")["code"], 0)
        secret = "Bí mật".encode()
        self.assertTrue(any(secret in content for _, content in feed.everything_kept()))
        self.assertEqual(feed.run("withdraw", "cho", "--version", "1", "--personal-data", *BY)["code"], 0)
        self.assertFalse(any(secret in content for _, content in feed.everything_kept()))
        again = feed.run("build")
        self.assertEqual((again["code"], feed.rules(again)), (3, ["approval/withdrawn-bytes"]))
        self.assertFalse(any(secret in content for _, content in feed.everything_kept()))
        row[1] = "Chợ đã sửa (thử)"
        self.assertEqual(feed.run("build")["code"], 0)
        self.assertEqual(feed.versions(), [1, 2])  # the first is a note of what was there
        self.assertEqual(feed.run("withdraw", "cho", *BY)["code"], 0)
        asked.clear()
        self.assertEqual(feed.run("build")["code"], 0)
        self.assertEqual(asked, [])

    def test_a_correction_says_so_on_both_pages_and_in_the_interface(self):
        self.built()
        self.portal.version_two('corrects: {version: 1, reason: {vi: "Sai số quầy (minh họa)", en: "Wrong stalls (illustrative)"}, document: "7/CV-TEST"}\n')
        self.built()
        new = (self.portal.site() / "dataset/cho.html").read_text(encoding="utf-8")
        self.assertIn("Bản này sửa", new)
        self.assertIn("Sai số quầy (minh họa)", new)
        self.assertIn("7/CV-TEST", new)
        self.assertIn("Wrong stalls", (self.portal.site() / "en/dataset/cho/v2.html").read_text(encoding="utf-8"))
        old = (self.portal.site() / "dataset/cho/v1.html").read_text(encoding="utf-8")
        self.assertIn("đã được sửa", old)
        self.assertIn('href="/dataset/cho/v2"', old)
        document = json.loads((self.portal.site() / "api/v1/datasets/cho.json").read_text(encoding="utf-8"))
        self.assertEqual(document["versions"][0]["corrects"], {"version": 1, "reason": {"vi": "Sai số quầy (minh họa)", "en": "Wrong stalls (illustrative)"}, "document": "7/CV-TEST"})
        self.assertNotIn("corrects", document["versions"][1])
        self.assert_equals_full_build()
        self.portal.deliver_version("2026-11", 2, lambda text: text.replace(";420;", ";427;"), 'corrects: {version: 9, reason: {vi: "x"}, document: "8/CV"}\n')
        self.assertIn(("cho", "2026-11", "approval/corrects"), self.rules(self.built(code=3)))


if __name__ == "__main__":
    unittest.main()
