#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents, pictures and recordings that come with a delivery, or instead of a table: what is published, what is cleaned, what is refused.

KHOMO_BIN names the folder of the programs."""
import hashlib
import json
import os
import pathlib
import shutil
import struct
import subprocess
import tempfile
import unittest
import zipfile
import zlib

SOURCE = pathlib.Path(__file__).resolve().parents[2]
KHOMO = pathlib.Path(os.environ.get("KHOMO_BIN", SOURCE / "build/debug/bin")) / "khomo"
PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n2 0 obj\n<< /Author (Nguoi Minh Hoa) >>\nendobj\ntrailer << /Root 1 0 R /Info 2 0 R >>\n%%EOF\n"


def png(*chunks):
    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    made = [(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), *chunks, (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*each) for each in made)


def record(dataset, files, described):
    lines = [f"dataset: {dataset}", "source_system: Kho thử nghiệm", 'period: "2026"', "illustrative: true", "steps:"]
    for number, step in enumerate(("prepared", "appraised", "approved"), 1):
        lines.append(f'  {step}: {{by: "Người {number} (minh họa)", position: "Công chức (minh họa)", agency: so-a, at: 2026-10-0{number}T08:00:00+07:00, document: "{number}/VB"}}')
    lines.append("files:")
    for name, data in files.items():
        words = f", title: {{vi: Tài liệu {name}, en: Document {name}}}, description: Mô tả của tệp" if name in described else ""
        lines.append(f"  - {{path: {name}, sha256: {hashlib.sha256(data).hexdigest()}, bytes: {len(data)}{words}}}")
    return "\n".join(lines) + "\n"


class AttachmentTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="khomo-flow-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.portal = self.folder / "portal"
        shutil.copytree(SOURCE / "tests/data/portal-mini", self.portal)
        shutil.rmtree(self.portal / "warehouse")

    def entry(self, name, contract):
        """A dataset with the words of the markets' entry and a contract of its own."""
        text = (self.portal / "datasets/cho.md").read_text(encoding="utf-8")
        (self.portal / f"datasets/{name}.md").write_text(text[: text.index("table: {")] + contract + text[text.rindex("---") :], encoding="utf-8")

    def deliver(self, dataset, files, described=()):
        folder = self.portal / "warehouse" / dataset / "dot-1"
        folder.mkdir(parents=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
        (folder / "approval.yaml").write_text(record(dataset, files, described), encoding="utf-8")

    def build(self, code=0):
        words = [KHOMO, "build", "--json", "--portal", self.portal, "--out", self.folder / "out", "--state", self.folder / "state", "--as-of", "2026-11-01T08:00:00+07:00",
                 "--templates", SOURCE / "site-templates"]
        result = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=300, check=False)
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        return json.loads(result.stdout)

    def site(self):
        return self.folder / "out/current/site"

    def rules(self, report):
        return sorted((finding["rule"], finding["file"]) for finding in report["findings"] if finding["rule"].startswith("form/"))

    def test_documents_beside_a_table_are_published_clean_with_their_hash(self):
        table = next((SOURCE / "tests/data/portal-mini/warehouse/cho").rglob("*.csv")).read_bytes()
        clean = png()
        self.deliver("cho", {"cho.csv": table, "Anh cho.png": png((b"tEXt", b"Author\0Minh Hoa")), "ban-do.pdf": PDF, "so-do.png": clean}, ("Anh cho.png", "ban-do.pdf", "so-do.png"))
        report = self.build()
        self.assertEqual(self.rules(report), [("form/metadata-removed", "Anh cho.png"), ("form/metadata-removed", "ban-do.pdf")])
        files = self.site() / "files/cho/v1/tai-lieu"
        self.assertEqual((files / "anh-cho.png").read_bytes(), clean)
        self.assertEqual((files / "so-do.png").read_bytes(), clean)
        self.assertEqual((files / "ban-do.pdf").read_bytes(), PDF.replace(b"Nguoi Minh Hoa", b" " * 14))
        self.assertEqual((self.site() / "files/cho/latest/tai-lieu/ban-do.pdf").read_bytes(), (files / "ban-do.pdf").read_bytes())
        page = (self.site() / "dataset/cho.html").read_text(encoding="utf-8")
        for text in ("Tài liệu kèm theo", "Tài liệu ban-do.pdf", "Mô tả của tệp", "/files/cho/latest/tai-lieu/anh-cho.png", hashlib.sha256(clean).hexdigest()):
            self.assertIn(text, page)
        document = json.loads((self.site() / "api/v1/datasets/cho.json").read_text(encoding="utf-8"))
        listed = {each["path"]: each for each in document["distributions"] if each.get("attachment")}
        self.assertEqual(listed["/files/cho/v1/tai-lieu/so-do.png"]["sha256"], hashlib.sha256(clean).hexdigest())
        self.assertEqual(listed["/files/cho/v1/tai-lieu/so-do.png"]["media_type"], "image/png")
        self.assertEqual(listed["/files/cho/v1/tai-lieu/so-do.png"]["description"]["vi"], "Mô tả của tệp")
        with zipfile.ZipFile(self.site() / "files/cho/latest/cho.zip") as bundle:
            self.assertEqual(bundle.read("tai-lieu/so-do.png"), clean)
            self.assertIn("tai-lieu/so-do.png", [each["path"] for each in json.loads(bundle.read("datapackage.json"))["resources"]])
        kept = self.folder / "state/versions/cho/v1/delivery/ban-do.pdf"
        self.assertEqual(kept.read_bytes(), PDF)  # what was approved stays, byte for byte

    def test_a_dataset_of_documents_alone_has_the_list_of_them_as_its_table(self):
        self.entry("ban-do", 'attachments:\n  - {file: "*.pdf", title: {vi: Bản đồ, en: Map}, description: {vi: Bản đồ hiện trạng}}\n')
        self.deliver("ban-do", {"a.pdf": PDF, "b.pdf": PDF.replace(b"1.4", b"1.5")})
        report = self.build()
        self.assertEqual(report["summary"]["accepted"], 1)
        rows = json.loads((self.site() / "files/ban-do/latest/ban-do.json").read_text(encoding="utf-8"))
        self.assertEqual([row["ten_tep"] for row in rows], ["a.pdf", "b.pdf"])
        published = (self.site() / "files/ban-do/latest/tai-lieu/a.pdf").read_bytes()
        self.assertEqual((rows[0]["sha256"], rows[0]["dung_luong"]), (hashlib.sha256(published).hexdigest(), len(published)))
        self.assertIn("Bản đồ", (self.site() / "dataset/ban-do.html").read_text(encoding="utf-8"))

    def test_what_hides_or_runs_or_has_no_title_is_refused_and_nothing_of_it_is_published(self):
        table = next((SOURCE / "tests/data/portal-mini/warehouse/cho").rglob("*.csv")).read_bytes()
        self.deliver("cho", {"cho.csv": table, "a.pdf": PDF.replace(b"/Author (Nguoi Minh Hoa)", b"/OpenAction << /S /JavaScript >>"), "b.png": png()}, ("a.pdf",))
        report = self.build(code=3)
        self.assertEqual(self.rules(report), [("form/active-content", "a.pdf"), ("form/attachment-undescribed", "b.png")])
        self.assertFalse((self.site() / "files/cho").exists())


if __name__ == "__main__":
    unittest.main()
