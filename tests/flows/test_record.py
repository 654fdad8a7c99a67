#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Approvals written and signed by `khomo approve`, each way they fail, and what is shown of waivers. KHOMO_BIN names the folder of the programs."""
import hashlib
import pathlib
import shutil
import stat
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from record_portal import MARKETS, PERSONS, RecordPortal  # noqa: E402


class RecordTest(unittest.TestCase):
    def setUp(self):
        self.portal = RecordPortal()
        self.addCleanup(self.portal.remove)

    def refused(self, done, words, code=1):
        """The command ended with `code`, said this in Vietnamese first, and wrote nothing."""
        self.assertEqual(done.code, code, done.out + done.err)
        self.assertIn(words, done.err.splitlines()[0])


class ApproveTest(RecordTest):
    def test_three_steps_make_a_delivery_that_is_published(self):
        self.portal.approve_all()
        text = self.portal.record.read_text(encoding="utf-8")
        self.assertIn(hashlib.sha256((self.portal.delivery / "cho.csv").read_bytes()).hexdigest(), text)
        built = self.portal.build()
        self.assertEqual([(d["dataset"], d["verdict"]) for d in built.json["deliveries"] if d["dataset"] == "cho"], [("cho", "accepted")])
        page = self.portal.page()
        for name, position, document, _ in PERSONS.values():
            self.assertIn(name, page)
            self.assertIn(document, page)

    def test_the_order_of_the_steps_is_kept(self):
        self.refused(self.portal.approve("appraised"), "Chưa có bước lập")
        self.assertFalse(self.portal.record.exists())
        self.portal.approve("prepared")
        before = self.portal.record.read_bytes()
        self.refused(self.portal.approve("approved"), "Chưa có bước thẩm định")
        self.refused(self.portal.approve("prepared"), "Bước lập đã có; dùng --again")
        self.assertEqual(self.portal.record.read_bytes(), before)

    def test_one_person_takes_one_step_however_the_name_is_written(self):
        self.portal.approve("prepared")
        name, position, document, _ = PERSONS["prepared"]
        again = self.portal.khomo("approve", "cho/giao", "--step", "appraised", "--name", "  LÒ thị  Lập (minh họa)", "--position", position, "--document", document)
        self.refused(again, "ba bước cần ba người")
        bare = self.portal.khomo("approve", "cho/giao", "--step", "appraised", "--name", "Lo Thi Lap (minh hoa)", "--position", position, "--document", document)
        self.refused(bare, "ba bước cần ba người")
        other = self.portal.khomo("approve", "cho/giao", "--step", "appraised", "--name", name.replace("Lập", "Lạp"), "--position", position, "--document", document)
        self.assertEqual(other.code, 0, other.err)

    def test_instants_rise_and_do_not_lie_in_the_future(self):
        self.portal.approve("prepared")
        at = PERSONS["prepared"][3]
        self.refused(self.portal.approve("appraised", at=at), "Thời điểm phải sau bước lập")
        self.refused(self.portal.approve("appraised", at="2026-12-01T08:00:00+07:00"), "--at nằm ở tương lai")
        self.refused(self.portal.approve("appraised", at="hôm qua"), "không phải thời điểm", code=2)

    def test_a_file_that_changes_after_the_first_step_stops_the_next(self):
        self.portal.approve("prepared")
        file = self.portal.delivery / "cho.csv"
        file.write_bytes(file.read_bytes().replace(b"420", b"421"))
        self.refused(self.portal.approve("appraised"), "Tệp đã đổi sau bước lập: cho.csv")
        file.write_text(MARKETS, encoding="utf-8")
        (self.portal.delivery / "them.csv").write_text("x\n", encoding="utf-8")
        self.refused(self.portal.approve("appraised"), "Tệp đã đổi sau bước lập: them.csv")
        (self.portal.delivery / "them.csv").unlink()
        self.assertEqual(self.portal.approve("appraised").code, 0)

    def test_taking_a_step_again_drops_the_later_ones(self):
        self.portal.approve_all()
        self.portal.approve("appraised", "--again", at="2026-10-04T08:00:00+07:00")
        text = self.portal.record.read_text(encoding="utf-8")
        self.assertIn("prepared:", text)
        self.assertNotIn("approved:", text)
        self.assertEqual(self.portal.check().rules(), [("approval/step-missing", "approved")])

    def test_comments_and_what_others_wrote_stay_as_they_are(self):
        digest = hashlib.sha256((self.portal.delivery / "cho.csv").read_bytes()).hexdigest()
        written = f"""# Biên bản của phòng; giữ nguyên dòng này
dataset: cho   # chợ
source_system: 'Kho thử'
period: "2026"
illustrative: true

steps:
    # người lập ghi tay
    prepared: {{by: "Lò Thị Lập (minh họa)", position: "Công chức (minh họa)", agency: so-a, at: 2026-10-01T08:00:00+07:00,
               document: "1/PT"}}
# danh sách tệp
files:
- path: cho.csv
  sha256: {digest.upper()}
  bytes: {len(MARKETS.encode())}
# hết
"""
        self.portal.record.write_text(written, encoding="utf-8")
        self.assertEqual(self.portal.approve("appraised").code, 0)
        self.assertEqual(self.portal.approve("approved").code, 0)
        text = self.portal.record.read_text(encoding="utf-8")
        lines = text.splitlines()
        self.assertEqual([line for line in written.splitlines() if line not in lines], [])
        self.assertEqual(self.portal.check().rules(), [])

    def test_a_record_in_another_layout_is_rewritten_under_its_comments(self):
        digest = hashlib.sha256((self.portal.delivery / "cho.csv").read_bytes()).hexdigest()
        self.portal.record.write_text(
            f'# ghi chú\n{{dataset: cho, period: "2026", illustrative: true, steps: {{prepared: {{by: "Lò Thị Lập (minh họa)", position: "Công chức (minh họa)", agency: so-a, at: 2026-10-01T08:00:00+07:00, document: "1/PT"}}}}, files: [{{path: cho.csv, sha256: {digest}}}]}}\n',
            encoding="utf-8",
        )
        self.portal.approve("appraised")
        self.assertEqual(self.portal.approve("approved").code, 0)
        text = self.portal.record.read_text(encoding="utf-8")
        self.assertTrue(text.startswith("# ghi chú\n"))
        self.assertEqual(self.portal.check().rules(), [])

    def test_a_record_that_cannot_be_read_is_not_overwritten(self):
        self.portal.record.write_text("dataset: cho\nsteps: [\n", encoding="utf-8")
        self.refused(self.portal.approve("prepared"), "approval.yaml dòng")
        self.assertEqual(self.portal.record.read_text(encoding="utf-8"), "dataset: cho\nsteps: [\n")

    def test_what_is_missing_is_asked_for(self):
        self.refused(self.portal.khomo("approve", "cho/giao", "--step", "prepared", "--name", "A", "--position", "B"), "Thiếu --document", code=2)
        self.refused(self.portal.khomo("approve", "cho/khong-co", "--step", "prepared"), "Không thấy đợt giao", code=2)
        self.refused(self.portal.khomo("approve", "cho/giao"), "Cần đúng một trong --step", code=2)
        self.refused(self.portal.approve("prepared", "--agency", "ubnd"), "Chủ quản của bộ dữ liệu là «so-a»")


class SignatureTest(RecordTest):
    def test_signed_steps_pass_where_signatures_are_demanded(self):
        keys = self.portal.sign_on()
        for step, key in keys.items():
            self.assertEqual(stat.S_IMODE(key.stat().st_mode), 0o600)
            done = self.portal.approve(step, "--key", key)
            self.assertEqual(done.code, 0, done.err)
        self.assertEqual(self.portal.check().rules(), [])
        built = self.portal.build(code=3)
        self.assertIn("Chợ Trung tâm", self.portal.page())
        self.assertEqual(built.rules("diem-do"), [("approval/signature-missing", step) for step in ("appraised", "approved", "prepared")])

    def test_a_step_without_a_signature_is_refused_at_once_and_by_the_gate(self):
        self.portal.approve_all()
        self.portal.sign_on()
        self.assertEqual(self.portal.check().rules(), [("approval/signature-missing", step) for step in ("appraised", "approved", "prepared")])
        self.refused(self.portal.approve("prepared", "--again"), "chưa được ký số")

    def signed(self):
        keys = self.portal.sign_on()
        for step, key in keys.items():
            self.portal.approve(step, "--key", key)
        return keys

    def test_each_byte_that_is_signed_counts(self):
        self.signed()
        text = self.portal.record.read_text(encoding="utf-8")
        for old, new, steps in (('period: "2026"', 'period: "2025"', ["appraised", "approved", "prepared"]), ('document: "2/TĐ"', 'document: "2/TB"', ["appraised", "approved"]), ('document: "3/QĐ"', 'document: "4/QĐ"', ["approved"])):
            self.assertIn(old, text)
            self.portal.record.write_text(text.replace(old, new), encoding="utf-8")
            self.assertEqual(self.portal.check().rules(), [("approval/signature", step) for step in steps])
        self.portal.record.write_text(text, encoding="utf-8")
        self.assertEqual(self.portal.check().rules(), [])

    def test_D5_bytes_that_are_exchanged_with_their_hash_break_every_signature(self):
        self.signed()
        file = self.portal.delivery / "cho.csv"
        old = hashlib.sha256(file.read_bytes()).hexdigest()
        file.write_bytes(file.read_bytes().replace(b"420", b"421"))
        self.assertEqual(self.portal.check().rules(), [("approval/hash", "")])
        text = self.portal.record.read_text(encoding="utf-8")
        self.portal.record.write_text(text.replace(old, hashlib.sha256(file.read_bytes()).hexdigest()), encoding="utf-8")
        self.assertEqual(self.portal.check().rules(), [("approval/signature", step) for step in ("appraised", "approved", "prepared")])

    def test_a_key_that_is_not_listed_signs_nothing(self):
        self.portal.sign_on()
        stranger = self.portal.folder / "la.key"
        self.portal.khomo("key", stranger, "--name", PERSONS["prepared"][0])
        self.refused(self.portal.approve("prepared", "--key", stranger), "không có trong danh sách")
        self.assertFalse(self.portal.record.exists())

    def test_a_key_speaks_for_its_holder_and_steps_alone(self):
        keys = self.portal.sign_on()
        self.refused(self.portal.approve("prepared", "--key", keys["appraised"]), "khác với người giữ khóa")
        self.refused(self.portal.approve("prepared", "--key", keys["appraised"], who="appraised"), "không được dùng cho bước lập")

    def test_the_gate_holds_signatures_against_todays_list_of_keys(self):
        keys = self.portal.sign_on()
        for step in PERSONS:
            self.assertEqual(self.portal.approve(step, "--key", keys[step]).code, 0)
        self.assertEqual(self.portal.check().rules(), [])
        path = self.portal.portal / "agencies.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(PERSONS["prepared"][0], "Người Khác (minh họa)"), encoding="utf-8")
        self.assertEqual(self.portal.check().rules(), [("approval/signature-holder", "prepared")])
        other = [line for line in self.portal.khomo("key", self.portal.folder / "khac.key", "--name", "x", "--position", "x", "--step", "prepared", "--document", "x", as_of="2026-09-01T08:00:00+07:00").out.splitlines() if "- key:" in line]
        own = [line for line in text.splitlines() if "- key:" in line]
        self.assertTrue(other and own, (other, own))
        value = lambda line: line.split(":", 1)[1].strip()
        path.write_text(text.replace(value(own[0]), value(other[0])), encoding="utf-8")
        self.assertEqual(self.portal.check().rules(), [("approval/signature-key", "prepared")])

    def test_a_key_is_good_on_its_days_alone(self):
        keys = self.portal.sign_on()
        path = self.portal.portal / "agencies.yaml"
        text = path.read_text(encoding="utf-8")
        day = PERSONS["prepared"][3][:10]
        path.write_text(text.replace("        from: 2026-09-01\n", f"        from: 2026-09-01\n        until: {day}\n"), encoding="utf-8")
        self.assertEqual(self.portal.approve("prepared", "--key", keys["prepared"]).code, 0)
        self.refused(self.portal.approve("appraised", "--key", keys["appraised"]), f"không có hiệu lực vào ngày {PERSONS['appraised'][3][:10]}")
        path.write_text(text.replace("from: 2026-09-01", "from: 2026-10-02"), encoding="utf-8")
        self.assertEqual(self.portal.check().rules()[:1], [("approval/signature-expired", "prepared")])

    def test_a_statement_is_signed_on_another_machine(self):
        keys = self.portal.sign_on()
        if shutil.which("minisign") is None:
            self.skipTest("minisign is not installed")
        self.refused(self.portal.khomo("approve", "cho/giao", "--step", "prepared", "--statement", "--name", "A", "--position", "B", "--document", "C"), "Thiếu --at", code=2)
        printed = self.portal.approve("prepared", "--statement")
        self.assertEqual(printed.code, 0, printed.err)
        self.assertFalse(self.portal.record.exists())
        statement = self.portal.folder / "prepared.txt"
        statement.write_text(printed.out, encoding="utf-8")
        subprocess.run(["minisign", "-S", "-W", "-s", keys["prepared"], "-m", statement], input="", check=True, capture_output=True, text=True)
        done = self.portal.approve("prepared", "--signature", str(statement) + ".minisig")
        self.assertEqual(done.code, 0, done.err)
        again = self.portal.approve("prepared", "--again", "--signature", str(statement) + ".minisig", at="2026-10-01T08:00:01+07:00")
        self.refused(again, "không khớp nội dung")

    def test_a_key_is_never_overwritten(self):
        key, lines = self.portal.key("prepared")
        before = key.read_bytes()
        self.assertEqual(self.portal.key("prepared")[1], lines)
        self.assertEqual(key.read_bytes(), before)


class WaiverTest(RecordTest):
    PHONES = MARKETS.replace("Ngày mở\n", "Ngày mở;Đường dây nóng\n").replace("1995\n", "1995;0912000001\n").replace("2011\n", "2011;0912000002\n").replace("2004\n", "2004;0912000003\n")

    def setUp(self):
        self.portal = RecordPortal(text=self.PHONES)
        self.addCleanup(self.portal.remove)
        entry = self.portal.portal / "datasets/cho.md"
        text = entry.read_text(encoding="utf-8")
        entry.write_text(text.replace("views:\n", '  - {name: lien_he, column: "Đường dây nóng", type: string, title: {vi: Đường dây nóng, en: Hotline}}\nviews:\n'), encoding="utf-8")

    def waive(self, *more):
        name, position, document, at = PERSONS["appraised"]
        if "--reason" in more:
            return self.portal.khomo("approve", "cho/giao", "--waive", "personal/phone", "--field", "lien_he", "--name", name, "--position", position, "--document", "7/MT", *more)
        return self.portal.khomo("approve", "cho/giao", "--waive", "personal/phone", "--field", "lien_he", "--name", name, "--position", position, "--document", "7/MT", "--at", at,
                                 "--reason", "Số máy của ban quản lý chợ", "--reason-en", "Lines of the markets' offices", *more)

    def test_a_warning_is_waived_by_name_and_shown_with_who_and_why(self):
        self.portal.approve("prepared")
        self.assertIn(("approval/waiver-missing", "Đường dây nóng"), self.portal.check().rules())
        done = self.waive()
        self.assertEqual(done.code, 0, done.err)
        self.portal.approve("appraised")
        self.portal.approve("approved")
        self.assertEqual(self.portal.check().rules(), [])
        self.portal.build()
        for lang, words in (("vi", ["Miễn trừ", "Đường dây nóng", "Số máy của ban quản lý chợ"]), ("en", ["Waivers", "Hotline", "Lines of the markets&#39; offices"])):
            page = self.portal.page(lang)
            for word in [*words, PERSONS["appraised"][0], "7/MT", "personal/phone"]:
                self.assertIn(word, page)

    def test_a_waiver_of_one_delivery_does_not_serve_the_next(self):
        self.portal.approve("prepared")
        self.waive()
        self.portal.approve("appraised")
        self.portal.approve("approved")
        self.portal.build()
        self.portal.deliver("giao-hai", self.PHONES.replace("420", "421"))
        for step, (_, _, _, at) in PERSONS.items():
            self.portal.approve(step, at=at.replace("2026-10", "2026-11").replace("-11-0", "-10-2"))
        self.assertEqual(self.portal.build(code=3).rules(), [("approval/waiver-missing", "Đường dây nóng")])

    def test_a_reason_that_everybody_reads_holds_no_personal_number(self):
        self.portal.approve("prepared")
        self.refused(self.waive("--reason", "Gọi 0912000001"), "hiện công khai", code=2)

    def test_an_answer_comes_before_the_last_step(self):
        self.refused(self.waive(), "Chưa có bước lập")
        self.portal.approve_all()
        self.refused(self.waive(), "Đợt giao đã phê duyệt")


if __name__ == "__main__":
    unittest.main(verbosity=1)
