#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The record: what stands in it, that every changed byte is found and named, what of it is public, and backups. KHOMO_BIN names the folder of the
programs."""
import datetime
import hashlib
import json
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from record_portal import KHOMO, MARKETS, PERSONS, SOURCE, RecordPortal  # noqa: E402


def manifest_files(release):
    return {file["path"]: file["sha256"] for unit in json.loads((release / "manifest.json").read_text(encoding="utf-8"))["units"] for file in unit["files"]}


def digest(parts):
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


class StateTest(unittest.TestCase):
    def setUp(self):
        self.portal = RecordPortal()
        self.addCleanup(self.portal.remove)
        self.portal.approve_all()

    def second_delivery(self, text=MARKETS.replace("420", "421")):
        self.portal.deliver("giao-hai", text)
        for step, (_, _, _, at) in PERSONS.items():
            done = self.portal.approve(step, at=at.replace("2026-10-0", "2026-10-2"))
            self.assertEqual(done.code, 0, done.err)

    def entries(self, *words):
        shown = self.portal.khomo("journal", "show", "--json", *words)
        self.assertEqual(shown.code, 0, shown.err)
        return shown.json

    def faults(self, state=None):
        verified = self.portal.khomo("journal", "verify", "--json", state=state)
        self.assertEqual(verified.code, 1 if verified.json["faults"] else 0, verified.out + verified.err)
        return [fault["en"] for fault in verified.json["faults"]]

    def live(self):
        return (self.portal.out / "current").resolve()


class JournalTest(StateTest):
    def test_the_journal_says_who_did_what_to_which_bytes_when_and_why(self):
        self.portal.build()
        self.second_delivery(MARKETS.replace("420", "bốn trăm"))
        self.portal.build(code=3)
        self.portal.build(code=3)
        shown = {}
        for entry in self.entries("--dataset", "cho"):
            shown.setdefault(entry["action"], []).append(entry)
        approved = shown["delivery-approved"][0]
        self.assertEqual([step["by"] for step in approved["details"]["steps"]], [who[0] for who in PERSONS.values()])
        self.assertEqual(approved["details"]["files"], {"cho.csv": hashlib.sha256(MARKETS.encode()).hexdigest()})
        self.assertTrue(approved["at"].endswith("+07:00"))
        self.assertEqual(len(shown["delivery-refused"]), 1)  # once, however often it is met
        self.assertEqual(shown["delivery-refused"][0]["details"]["rules"]["contract/type"], 1)
        self.assertEqual(shown["version-approved"][0]["details"]["version"], 1)
        self.assertEqual([e["action"] for e in self.entries("--since", "2026-11-01T09:00:00+07:00") if e["action"].startswith("delivery-")], ["delivery-refused"])
        self.assertEqual(self.entries("--since", "2026-11-02"), [])
        told = self.portal.khomo("journal", "show", "--dataset", "cho").out
        self.assertIn("2026-11-01T08:00:00+07:00  Nhận phiên bản  cho", told)
        published = self.entries("--action", "release-published")[-1]["details"]
        self.assertEqual(published["release"], self.live().name)

    def test_withdrawal_suspension_and_rollback_are_on_record_with_document_and_reason(self):
        self.portal.build()
        self.second_delivery()
        self.portal.build()
        why = ("--document", "9/QĐ-SKHCN", "--reason", "Để thử", "--by", "Người Rút (minh họa)")
        self.assertEqual(self.portal.khomo("suspend", "cho", *why).code, 0)
        self.assertEqual(self.portal.khomo("resume", "cho", *why).code, 0)
        rolled = self.portal.khomo("release", "rollback", "--reason", "Để thử", "--by", "Người Rút (minh họa)")
        self.assertEqual(rolled.code, 0, rolled.err)
        self.assertEqual(self.portal.khomo("withdraw", "cho", *why).code, 0)
        acts = [(e["action"], e["actor"]) for e in self.entries() if e["actor"] != "khomo"]
        self.assertEqual([a for a, _ in acts], ["dataset-suspended", "dataset-resumed", "release-rolled-back", "dataset-withdrawn"])
        self.assertEqual({who for _, who in acts}, {"Người Rút (minh họa)"})
        self.assertEqual(self.faults(), [])
        self.portal.build()
        self.assertEqual(self.faults(), [])

    def test_a_destroyed_version_leaves_a_record_that_is_whole(self):
        self.portal.build()
        self.second_delivery()
        self.portal.build()
        done = self.portal.khomo("withdraw", "cho", "--personal-data", "--document", "9/QĐ", "--reason", "Để thử", "--by", "Người Rút (minh họa)")
        self.assertEqual(done.code, 0, done.err)
        self.assertEqual(self.faults(), [])
        note = self.portal.state / "versions/cho/v1/withdrawn.json"
        note.write_text(note.read_text(encoding="utf-8").replace("9/QĐ", "8/QĐ"), encoding="utf-8")
        self.assertEqual(self.faults(), ["versions/cho/v1/withdrawn.json: changed"])

    def test_a_version_whose_approval_was_never_recorded_is_put_aside(self):
        """A run killed between the two: the store has the version, the journal does not."""
        self.portal.build()
        self.second_delivery()
        stray = self.portal.state / "versions/cho/v2"
        shutil.copytree(self.portal.state / "versions/cho/v1", stray)
        (self.portal.state / "taking-deliveries").touch()
        self.portal.build()
        self.assertTrue((self.portal.state / "quarantine/cho-v2/version.json").exists())
        self.assertEqual(json.loads((stray / "version.json").read_text(encoding="utf-8"))["delivery"]["name"], "giao-hai")
        self.assertEqual(self.faults(), [])


class KillTest(StateTest):
    def test_B1_a_build_killed_at_any_moment_leaves_a_record_that_goes_on(self):
        self.portal.build()
        chance = random.Random(9)
        words = [KHOMO, "build", "--portal", self.portal.portal, "--state", self.portal.state, "--out", self.portal.out, "--templates", SOURCE / "site-templates", "--as-of", "2026-12-31T09:30:00+07:00"]
        killed = 0
        self.portal.hour = 10
        for number in range(50 if os.environ.get("KHOMO_SLOW") else 10):
            self.portal.deliver(f"giao-{number + 2}", MARKETS.replace("420", str(421 + number)))
            for step, (_, _, _, at) in PERSONS.items():
                done = self.portal.approve(step, at=str(datetime.date(2026, 10, 20) + datetime.timedelta(days=number)) + at[10:])
                self.assertEqual(done.code, 0, done.err)
            build = subprocess.Popen([str(word) for word in words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                build.wait(timeout=chance.uniform(0.02, 0.5))
            except subprocess.TimeoutExpired:
                build.send_signal(signal.SIGKILL)
                killed += 1
            build.wait(timeout=60)
            faults = [fault for fault in self.faults() if "the journal has no approval of this version" not in fault and "knows no such release" not in fault]
            self.assertEqual(faults, [])
            self.assertEqual(self.portal.khomo("build", "--templates", SOURCE / "site-templates", as_of="2026-12-31T10:00:00+07:00").code, 0)
            self.assertEqual(self.faults(), [])
            newest = max((self.portal.state / "versions/cho").iterdir(), key=lambda folder: int(folder.name[1:]))
            self.assertEqual(json.loads((newest / "version.json").read_text(encoding="utf-8"))["delivery"]["name"], self.portal.name)
        self.assertGreater(killed, 3)


    def test_a_release_that_a_killed_build_did_not_put_on_record_gets_there(self):
        self.portal.build()
        whole = [(name, (self.portal.state / name).read_bytes()) for name in ("journal.sqlite", "journal.seal")]
        page = self.portal.portal / "datasets/cho.md"
        page.write_text(page.read_text(encoding="utf-8").replace("để thử", "để thử lại"), encoding="utf-8")
        self.portal.build()
        for name, data in whole:  # nothing but the release itself was written in between
            (self.portal.state / name).write_bytes(data)
        live = self.live().name
        self.assertEqual(self.faults(), [f"releases/{live}: the journal knows no such release"])
        self.portal.build()
        self.assertEqual(self.live().name, live)
        entry = self.entries("--action", "release-published")[-1]
        self.assertEqual((entry["details"]["release"], entry["details"]["interrupted"], entry["details"]["live"]), (live, True, True))
        self.assertEqual(self.faults(), [])


class TamperTest(StateTest):
    def flip(self, path, at):
        data = bytearray(path.read_bytes())
        data[at] ^= 1 << random.Random(at).randrange(8)
        path.write_bytes(data)

    def test_D6_a_flipped_byte_anywhere_in_journal_seal_or_versions_is_found_and_named(self):
        self.portal.build()
        self.assertEqual(self.faults(), [])
        chance = random.Random(1134)
        kept = [path for path in sorted(self.portal.state.rglob("*")) if path.is_file() and (path.name.startswith("journal.") or "versions" in path.parts)]
        self.assertGreater(len(kept), 8)
        for path in kept:
            whole = path.read_bytes()
            stat = path.stat()
            places = {0, len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(24 if path.name.startswith("journal.") else 3))}
            for at in sorted(places):
                self.flip(path, at)
                told = self.faults()
                self.assertTrue(any(path.name in fault for fault in told) or (path.name == "journal.sqlite" and any("entry" in fault for fault in told)), f"{path} byte {at}: {told}")
                path.write_bytes(whole)
                os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        self.assertEqual(self.faults(), [])

    def edit(self, sql):
        with sqlite3.connect(self.portal.state / "journal.sqlite") as database:
            database.executescript(sql)
        database.close()

    def test_D6_an_edited_removed_or_reordered_entry_is_named_by_its_number(self):
        self.portal.build()
        whole = (self.portal.state / "journal.sqlite").read_bytes()
        for sql, entry in (
            ("DROP TRIGGER journal_stays; UPDATE journal SET details=replace(details, 'Kho', 'Khu') WHERE sequence=1", 1),
            ("DROP TRIGGER journal_stays; UPDATE journal SET actor='ai đó' WHERE sequence=4", 4),
            ("DROP TRIGGER journal_stays; UPDATE journal SET at=at+1 WHERE sequence=3", 3),
            ("DROP TRIGGER journal_keeps; DELETE FROM journal WHERE sequence=2", 2),
            ("DROP TRIGGER journal_stays; UPDATE journal SET sequence=-sequence WHERE sequence IN (2,3); UPDATE journal SET sequence=5+sequence WHERE sequence<0", 2),
        ):
            self.edit(sql)
            self.assertIn(f"the journal was changed from entry {entry} on", self.faults(), sql)
            (self.portal.state / "journal.sqlite").write_bytes(whole)

    def test_a_tail_that_is_cut_is_found_and_nothing_is_built(self):
        self.portal.build()
        self.second_delivery()
        self.edit("DROP TRIGGER journal_keeps; DELETE FROM journal WHERE sequence>3")
        self.assertTrue(any("tail is cut off: 3 entries are left" in fault for fault in self.faults()))
        self.assertTrue(any("v1: the journal has no approval of this version" in fault for fault in self.faults()))
        live = self.live()
        refused = self.portal.build(code=1)
        self.assertIn("nhật ký bị cắt đuôi", refused.err)
        self.assertEqual(self.live(), live)
        # Whoever cuts the seal off too meets the release.
        (self.portal.state / "journal.seal").unlink()
        refused = self.portal.build(code=1)
        self.assertIn("mà bản phát hành đang dùng đã công bố", refused.err)
        self.assertEqual(self.live(), live)

    def test_a_file_that_nobody_approved_or_that_is_gone_is_named(self):
        self.portal.build()
        folder = self.portal.state / "versions/cho/v1"
        (folder / "them.txt").write_text("x", encoding="utf-8")
        self.assertEqual(self.faults(), ["versions/cho/v1/them.txt: not in the record"])
        (folder / "them.txt").unlink()
        (folder / "delivery/cho.csv").rename(folder.parent / "cho.csv")
        self.assertEqual(self.faults(), ["versions/cho/v1/delivery/cho.csv: missing", "versions/cho/cho.csv: the journal has no approval of this version"])


class PublicRecordTest(StateTest):
    def lines(self, release=None):
        folder = (release or self.live()) / "journal"
        return [json.loads(line) for file in sorted(folder.glob("*.ndjson")) for line in file.read_text(encoding="utf-8").splitlines()]

    def test_anybody_can_check_its_chain_with_nothing_but_sha_256(self):
        self.portal.build()
        self.second_delivery()
        self.portal.build()
        previous, shown = "0" * 64, []
        for number, entry in enumerate(self.lines(), 1):
            self.assertEqual((entry["sequence"], entry["previous"]), (number, previous))
            if "content_sha256" in entry:
                if "details" in entry:
                    details = json.dumps(entry["details"], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
                    self.assertEqual(digest([entry["actor"], details]), entry["content_sha256"])
                self.assertEqual(digest([entry["previous"], number, entry["at"], entry["action"], entry["dataset"], entry["content_sha256"]]), entry["hash"])
                shown.append(entry["action"])
            previous = entry["hash"]
        self.assertEqual(shown.count("version-approved"), 4)
        self.assertEqual(shown.count("release-published"), 1)
        whole = {entry["sequence"]: entry["hash"] for entry in self.entries()}
        self.assertEqual({entry["sequence"]: entry["hash"] for entry in self.lines()}.items() - whole.items(), set())

    def test_a_build_with_nothing_new_makes_no_release_and_full_the_same_record(self):
        self.portal.build()
        live = self.live()
        record = (live / "journal/journal.ndjson").read_bytes()
        for words in ((), ("--offline",)):
            again = self.portal.khomo("build", "--json", "--templates", SOURCE / "site-templates", *words, as_of="2026-11-01T09:00:00+07:00")
            self.assertFalse(again.json["release"]["new"])
        full = self.portal.khomo("build", "--json", "--full", "--templates", SOURCE / "site-templates", as_of="2026-11-01T09:00:00+07:00")
        self.assertEqual((full.code, full.json["release"]["new"], self.live()), (0, False, live))
        self.assertEqual((live / "journal/journal.ndjson").read_bytes(), record)

    def append(self, count):
        """As the program does, but quicker."""
        with sqlite3.connect(self.portal.state / "journal.sqlite") as database:
            sequence, previous, seconds = database.execute("SELECT sequence, hash, at FROM journal ORDER BY sequence DESC LIMIT 1").fetchone()
            at = time.strftime("%Y-%m-%dT%H:%M:%S+07:00", time.gmtime(seconds + 7 * 3600))
            for number in range(sequence + 1, sequence + count + 1):
                content = digest(["khomo", "{}"])
                chained = digest([previous, number, at, "feed-unchanged", "cho", content])
                database.execute("INSERT INTO journal VALUES(?,?,?,?,?,?,?,?)", (number, seconds, "khomo", "feed-unchanged", "cho", "{}", previous, chained))
                previous = chained
        database.close()

    def test_a_long_record_is_carried_in_whole_segments(self):
        self.portal.build()
        self.append(1500)
        self.second_delivery()
        self.portal.build()
        folder = self.live() / "journal"
        self.assertEqual(sorted(path.name for path in folder.iterdir()), ["journal-000001.ndjson", "journal.ndjson"])
        self.assertEqual(len((folder / "journal-000001.ndjson").read_text(encoding="utf-8").splitlines()), 1000)
        self.assertEqual([line["sequence"] for line in self.lines()], list(range(1, len(self.lines()) + 1)))
        self.assertEqual(self.portal.khomo("verify").code, 0)
        first = (folder / "journal-000001.ndjson").stat().st_ino
        self.assertEqual(self.portal.khomo("suspend", "cho", "--document", "9/QĐ", "--reason", "Để thử").code, 0)
        self.portal.build()
        folder = self.live() / "journal"
        self.assertEqual((folder / "journal-000001.ndjson").stat().st_ino, first)
        self.assertEqual(self.lines()[-1]["action"], "dataset-suspended")
        (folder / "journal-000001.ndjson").unlink()
        self.assertRegex(self.portal.khomo("verify", "--lang", "en").out, r"journal/journal.ndjson:1: is not entry 1\n")
        self.assertIn("journal/journal.ndjson:1: is not entry 1", "".join(self.faults()))

    def test_it_names_no_person_and_holds_no_refusal(self):
        self.portal.build()
        self.second_delivery(MARKETS.replace("420", "bốn trăm"))
        self.portal.build(code=3)
        self.portal.deliver("giao-ba", MARKETS.replace("420", "423"))
        for step, (_, _, _, at) in PERSONS.items():
            self.portal.approve(step, at=at.replace("2026-10-0", "2026-10-3").replace("10-32", "10-30").replace("10-33", "10-31").replace("10-31T08", "10-29T08"))
        self.portal.khomo("suspend", "diem-do", "--document", "9/QĐ", "--reason", "Để thử", "--by", "Người Rút (minh họa)")
        self.portal.build(code=3)
        text = "\n".join(json.dumps(line, ensure_ascii=False) for line in self.lines())
        self.assertIn("dataset-suspended", text)
        for word in (*(who[0] for who in PERSONS.values()), "Người Rút", "delivery-refused", "giao-hai"):
            self.assertNotIn(word, text)

    def test_verify_names_the_line_that_does_not_fit(self):
        self.portal.build()
        release = self.live()
        record = release / "journal/journal.ndjson"
        whole = record.read_text(encoding="utf-8")
        lines = whole.splitlines(keepends=True)
        for changed, line in ((whole.replace('"rows":3', '"rows":4'), None), ("".join(lines[:1] + lines[2:]), 2), ("".join([lines[1], lines[0], *lines[2:]]), 1), (whole.replace("khomo", "khoma", 1), None)):
            self.assertNotEqual(changed, whole)
            record.write_text(changed, encoding="utf-8")
            verified = self.portal.khomo("verify", "--lang", "en")
            self.assertEqual(verified.code, 1)
            self.assertRegex(verified.out, rf"journal/journal.ndjson:{line or '[0-9]+'}: ")
        record.write_text(whole, encoding="utf-8")
        self.assertEqual(self.portal.khomo("verify").code, 0)


class BackupTest(StateTest):
    def setUp(self):
        super().setUp()
        self.backup = self.portal.folder / "sao-luu.khomo"

    def back_up(self):
        done = self.portal.khomo("state", "backup", self.backup, "--json")
        self.assertEqual(done.code, 0, done.err)
        return done.json

    def restore(self, file=None, state="state-moi", out="out-moi"):
        return self.portal.khomo("state", "restore", file or self.backup, state=self.portal.folder / state, out=self.portal.folder / out)

    def test_an_empty_machine_comes_back_to_the_same_hashes(self):
        self.portal.build()
        self.second_delivery()
        # An index that grew in two steps is laid out otherwise than one made at once.
        self.assertEqual(self.portal.khomo("build", "--full", "--templates", SOURCE / "site-templates", as_of="2026-11-01T09:00:00+07:00").code, 0)
        note = self.back_up()
        self.assertEqual(note["portal"], "mini")
        self.assertEqual(self.backup.stat().st_mode & 0o777, 0o600)
        if shutil.which("zstd") is not None:  # what is in it can be had without khomo
            listed = subprocess.run(["tar", "--zstd", "-tf", self.backup], capture_output=True, text=True, check=True).stdout
            self.assertIn("versions/cho/v2/delivery/cho.csv\n", listed)
        done = self.restore()
        self.assertEqual(done.code, 0, done.err)
        state, out = self.portal.folder / "state-moi", self.portal.folder / "out-moi"
        self.assertEqual(state.stat().st_mode & 0o777, 0o700)
        self.assertEqual(self.faults(state=state), [])
        for path in (self.portal.state / "versions").rglob("*"):
            if path.is_file():
                self.assertEqual((state / path.relative_to(self.portal.state)).read_bytes(), path.read_bytes(), path)
        self.portal.hour = 9
        self.portal.build(state=state, out=out)
        self.assertEqual(manifest_files((out / "current").resolve()), manifest_files(self.live()))

    def test_a_backup_taken_while_a_build_runs_is_consistent(self):
        self.portal.build()
        self.second_delivery()
        for attempt in range(6):
            state, out = self.portal.folder / f"state-{attempt}", self.portal.folder / f"out-{attempt}"
            shutil.copytree(self.portal.state, state)
            shutil.copytree(self.portal.out, out, symlinks=True)
            words = [KHOMO, "build", "--json", "--portal", self.portal.portal, "--state", state, "--out", out, "--templates", SOURCE / "site-templates", "--as-of", "2026-11-01T12:00:00+07:00"]
            build = subprocess.Popen([str(word) for word in words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                time.sleep(0.05 * attempt)
                file = self.portal.folder / f"b{attempt}.khomo"
                done = self.portal.khomo("state", "backup", file, state=state)
                self.assertEqual(done.code, 0, done.err)
            finally:
                self.assertEqual(build.wait(timeout=120), 0)
            done = self.restore(file, state=f"lai-{attempt}", out=f"khong-{attempt}")
            self.assertEqual(done.code, 0, done.err)
            self.assertEqual(self.faults(state=self.portal.folder / f"lai-{attempt}"), [])
            shutil.rmtree(state)
            shutil.rmtree(out)

    def test_a_damaged_backup_is_refused_and_nothing_is_touched(self):
        self.portal.build()
        self.back_up()
        whole = self.backup.read_bytes()
        chance = random.Random(20)
        broken = self.portal.folder / "hong.khomo"
        state = self.portal.folder / "state-moi"
        cases = [whole[: len(whole) // 2], whole[:-2000], b"", b"not an archive" * 100]
        for at in [0, len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(24))]:
            data = bytearray(whole)
            data[at] ^= 1 << chance.randrange(8)
            cases.append(bytes(data))
        for number, data in enumerate(cases):
            broken.write_bytes(data)
            done = self.restore(broken)
            self.assertEqual(done.code, 1, f"case {number}: {done.out}")
            self.assertFalse(state.exists(), f"case {number}")
            self.assertIn("khomo: ", done.err)
        left = [path.name for path in self.portal.folder.iterdir() if path.name.startswith(".khomo-restore")]
        self.assertEqual(left, [])
        self.assertEqual(self.restore().code, 0)

    def test_a_backup_of_another_portal_or_over_a_record_is_refused(self):
        self.portal.build()
        self.back_up()
        over = self.restore(state="state")
        self.assertEqual(over.code, 1)
        self.assertIn("đã có nhật ký hoặc phiên bản", over.err)
        self.assertEqual(self.faults(), [])
        portal = self.portal.portal / "portal.yaml"
        portal.write_text(portal.read_text(encoding="utf-8").replace("id: mini", "id: khac"), encoding="utf-8")
        other = self.restore()
        self.assertEqual(other.code, 1)
        self.assertIn("của cổng «mini», không phải «khac»", other.err)
        self.assertFalse((self.portal.folder / "state-moi").exists())

    def test_a_backup_older_than_the_live_release_is_refused(self):
        self.portal.build()
        self.back_up()
        self.second_delivery()
        self.portal.build()
        old = self.restore(out="out")
        self.assertEqual(old.code, 1)
        self.assertIn("bản sao lưu cũ hơn", old.err)
        self.assertFalse((self.portal.folder / "state-moi").exists())

    def test_a_damaged_state_makes_no_backup(self):
        self.portal.build()
        file = self.portal.state / "versions/cho/v1/data.sqlite"
        data = bytearray(file.read_bytes())
        data[-10] ^= 1
        file.write_bytes(data)
        done = self.portal.khomo("state", "backup", self.backup)
        self.assertEqual(done.code, 1)
        self.assertIn("versions/cho/v1/data.sqlite", done.err)
        self.assertEqual([path.name for path in self.portal.folder.glob("sao-luu*")], [])

    def test_a_backup_goes_neither_over_a_file_nor_into_the_public_folder(self):
        self.portal.build()
        self.back_up()
        self.assertIn("không bị ghi đè", self.portal.khomo("state", "backup", self.backup).err)
        self.assertIn("thư mục ấy công khai", self.portal.khomo("state", "backup", self.portal.out / "b.khomo").err)

    def test_keys_that_lie_in_the_state_folder_stay_and_are_in_no_backup(self):
        self.portal.build()
        (self.portal.state / "ky.key").write_text("bí mật (minh họa)", encoding="utf-8")
        self.assertNotIn("ky.key", json.dumps(self.back_up()))
        state = self.portal.folder / "state-moi"
        state.mkdir()
        (state / "ky.key").write_text("bí mật (minh họa)", encoding="utf-8")
        self.assertEqual(self.restore().code, 0)
        self.assertEqual((state / "ky.key").read_text(encoding="utf-8"), "bí mật (minh họa)")


if __name__ == "__main__":
    unittest.main(verbosity=1)
