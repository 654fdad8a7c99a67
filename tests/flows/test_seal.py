# SPDX-License-Identifier: GPL-3.0-or-later
"""The second look of the personal-data and secrecy rules: over the words and the bytes that are about to be published."""
import sys
import unittest

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from record_portal import MARKETS, RecordPortal

PHONE = "0912 345 678"  # invented
HOLDERS = MARKETS.replace("Ngày mở", "Ngày mở;Người đại diện").replace("1995\n", "1995;Lò Văn Mẫu\n").replace("2011\n", "2011;Quàng Thị Mẫu\n").replace("2004\n", "2004;Cầm Văn Mẫu\n")
NO_HOLDERS = MARKETS.replace("Ngày mở", "Ngày mở;Người đại diện").replace("1995\n", "1995;\n").replace("2011\n", "2011;\n").replace("2004\n", "2004;\n")
HOLDER_FIELD = '  - {name: nguoi_dai_dien, column: "Người đại diện", type: string, title: {vi: Người đại diện, en: Representative}}\n'
HOLDER_BASIS = 'personal_data: [{field: nguoi_dai_dien, basis: dang-ky-doanh-nghiep, reason: "Đăng ký kinh doanh (minh họa)"}]\n'


class SecondLook(unittest.TestCase):
    def setUp(self):
        self.portal = RecordPortal()
        self.addCleanup(self.portal.remove)
        self.portal.approve_all()
        self.entry = self.portal.portal / "datasets/cho.md"

    def edit(self, old, new):
        text = self.entry.read_text(encoding="utf-8")
        self.assertIn(old, text)
        self.entry.write_text(text.replace(old, new, 1), encoding="utf-8")

    def published(self, words):
        """Files of the live release that hold the words."""
        return [str(path) for path in (self.portal.out / "current").resolve().rglob("*") if path.is_file() and words.encode() in path.read_bytes()]

    def test_a_phone_in_a_description_keeps_the_dataset_back_and_nothing_else(self):
        self.portal.build(code=0)
        self.assertIn("C001", (self.portal.out / "current/site/files/cho/v1/cho.csv").read_text(encoding="utf-8"))
        self.edit("Danh sách **chợ** để thử.", f"Danh sách **chợ** để thử.\n\nHỏi thêm: gọi {PHONE}.")
        checked = self.portal.check()
        self.assertEqual(checked.code, 3)
        self.assertEqual(checked.rules(), [("personal/text", "description")])
        done = self.portal.build(code=3)
        (finding,) = [f for f in done.json["findings"] if f["severity"] == "block"]
        self.assertEqual((finding["rule"], finding["dataset"], finding["file"], finding["row"]), ("personal/text", "cho", "datasets/cho.md", 4))
        self.assertNotIn("345", finding["message"]["vi"])
        self.assertEqual(self.published(PHONE), [])
        self.assertFalse((self.portal.out / "current/site/files/cho").exists())
        self.assertTrue((self.portal.out / "current/site/gone/cho.json").exists())
        self.assertTrue((self.portal.out / "current/site/files/diem-do/v1/diem-do.csv").exists())
        again = self.portal.build(code=3)
        self.assertEqual(again.json["release"]["id"], done.json["release"]["id"], "nothing new: no new release")
        refusals = self.portal.khomo("journal", "show", "--dataset", "cho", "--json").out.count("seal-refused")
        self.assertEqual(refusals, 1, "the same refusal is recorded once")
        self.edit(f"gọi {PHONE}", "điện thoại cơ quan 0212 3999 999")
        self.portal.build(code=0)
        self.assertTrue((self.portal.out / "current/site/files/cho/v1/cho.csv").exists())
        self.assertIn("0212 3999 999", self.portal.page())

    def test_titles_keywords_and_the_dictionary_are_looked_at_too(self):
        for old, new, rule, place in (
            ("title: {vi: Chợ, en: Markets}", 'title: {vi: "Chợ, CCCD chủ chợ 014085999001", en: Markets}', "personal/text", "title"),
            ("keywords: {vi: [chợ, thương mại]", "keywords: {vi: [chợ, nguyenvana1985@gmail.com]", "personal/text", "keywords.vi"),
            ("title: {vi: Tên chợ, en: Name}", 'title: {vi: Tên chợ, en: Name}, description: {vi: "TỐI MẬT"}', "secrecy/stamp", "fields.description"),
        ):
            with self.subTest(place=place):
                clean = self.entry.read_text(encoding="utf-8")
                self.edit(old, new)
                done = self.portal.build(code=3)
                self.assertIn((rule, place), done.rules())
                for secret in ("014085999001", "nguyenvana1985", "TỐI MẬT"):
                    self.assertEqual(self.published(secret), [])
                self.entry.write_text(clean, encoding="utf-8")
                self.portal.build(code=0)

    def test_a_person_named_with_courtesy_is_a_warning_and_is_published(self):
        self.edit("Danh sách **chợ** để thử.", "Số liệu do ông Lò Văn Mẫu lập.")
        checked = self.portal.check()
        self.assertEqual((checked.code, checked.rules(severity="warn")), (0, [("personal/text", "description")]))
        self.portal.build(code=0)
        self.assertIn("Lò Văn Mẫu", self.portal.page())

    def test_a_reason_in_the_approval_record_is_looked_at_before_it_is_accepted(self):
        text = self.portal.record.read_text(encoding="utf-8")
        self.portal.record.write_text(text + f"source_system: Kho {PHONE}\n" if "source_system" not in text else text.replace("Kho thử", f"Kho thử {PHONE}"), encoding="utf-8")
        done = self.portal.build(code=3)
        self.assertIn(("personal/text", "source_system"), done.rules())
        self.assertFalse((self.portal.state / "versions/cho").exists())
        self.assertEqual(self.published(PHONE), [])

    def test_an_older_version_whose_basis_was_taken_away_is_found_in_the_bytes_to_be_published(self):
        self.edit("views:\n", HOLDER_FIELD + HOLDER_BASIS + "views:\n")
        self.portal.record.unlink()
        (self.portal.delivery / "cho.csv").write_text(HOLDERS, encoding="utf-8")
        self.portal.approve_all()
        self.portal.build(code=0)
        self.portal.deliver("khong-ten", NO_HOLDERS)
        for step, at in (("prepared", "04"), ("appraised", "05"), ("approved", "06")):
            self.portal.approve(step, at=f"2026-10-{at}T10:00:00+07:00")
        self.portal.build(code=0)
        self.assertNotEqual(self.published("Quàng Thị Mẫu"), [])
        self.edit(HOLDER_BASIS, "")
        done = self.portal.build(code=3)
        places = {(f["rule"], f["file"], f["row"], f["column"]) for f in done.json["findings"]}
        self.assertIn(("personal/name", "site/files/cho/v1/cho.csv", 2, "Người đại diện"), places)
        for extension, row in (("json", 1), ("ndjson", 1), ("xml", 1)):
            self.assertIn(("personal/name", f"site/files/cho/v1/cho.{extension}", row, "Người đại diện"), places)
        self.assertEqual(self.published("Quàng Thị Mẫu"), [])
        self.assertTrue((self.portal.out / "current/site/files/cho/v2/cho.csv").exists(), "the version that passes stays")
        self.assertTrue((self.portal.out / "current/site/gone/cho/v1.json").exists())


if __name__ == "__main__":
    unittest.main()
