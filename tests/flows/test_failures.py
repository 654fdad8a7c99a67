#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds during which the disk is full or the nth call of one kind fails: never a bad release that is live, never success without the new content,
never a crash, and the next build is clean without anybody's help.

KHOMO_BIN names the folder of the programs. KHOMO_FAILURES=all tries every n; without it n grows in steps once it is beyond 8."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import sanitized

SOURCE = pathlib.Path(__file__).resolve().parents[2]
KHOMO = pathlib.Path(os.environ.get("KHOMO_BIN", SOURCE / "build/debug/bin")).resolve() / "khomo"
EVERY = os.environ.get("KHOMO_FAILURES") == "all"
NEW_WORDS = "Mọi chợ và quy mô"


def places(limit=400000):
    """1, 2, 3 … and then wider steps."""
    n = 1
    while n < limit:
        yield n
        n = n + 1 if EVERY or n < 8 else n + n // 2


class FailureTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tools = pathlib.Path(tempfile.mkdtemp(prefix="khomo-fail-"))
        cls.addClassCleanup(shutil.rmtree, cls.tools)
        cls.library = cls.tools / "fail_nth.so"
        subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", cls.library, SOURCE / "tests/flows/fail_nth.c", "-ldl"], check=True)
        cls.portal = cls.tools / "portal"
        shutil.copytree(SOURCE / "tests/data/portal-mini", cls.portal)
        cls.first = cls.tools / "first"
        built = subprocess.run(cls.words("build", cls.first), capture_output=True, text=True, timeout=120, check=False)
        assert built.returncode == 0, built.stdout + built.stderr
        # What the builds with faults have to publish anew.
        page = cls.portal / "datasets/cho.md"
        page.write_text(page.read_text(encoding="utf-8").replace("Các chợ và quy mô", NEW_WORDS), encoding="utf-8")

    @classmethod
    def words(cls, command, folder):
        words = [KHOMO, command, "--out", folder / "out", "--portal", cls.portal, "--state", folder / "state", "--as-of", "2026-11-01T08:00:00+07:00"]
        if command == "build":
            words += ["--templates", SOURCE / "site-templates", "--json"]
        return [str(word) for word in words]

    def run_words(self, words, **environment):
        return subprocess.run(words, capture_output=True, text=True, timeout=120, env={**os.environ, **environment}, check=False)

    def page(self, folder):
        return (folder / "out/current/site/dataset/cho.html").read_text(encoding="utf-8")

    def check_release(self, folder, told):
        """The live release is whole: every file of its manifest with its hash."""
        verified = self.run_words([str(KHOMO), "verify", "--out", str(folder / "out")])
        self.assertEqual(verified.returncode, 0, told + verified.stdout + verified.stderr)

    def try_one(self, kind, n):
        """Whether the nth call was there to fail."""
        with tempfile.TemporaryDirectory(prefix="khomo-fail-") as name:
            work = pathlib.Path(name) / "work"
            shutil.copytree(self.first, work, symlinks=True)
            log = pathlib.Path(name) / "failed"
            result = self.run_words(self.words("build", work), LD_PRELOAD=sanitized.preloaded(KHOMO, self.library), KHOMO_FAIL=kind, KHOMO_FAIL_AT=str(n), KHOMO_FAIL_LOG=str(log))
            told = f"{kind} {n}: exit {result.returncode}\n{result.stdout[-800:]}\n{result.stderr[-800:]}\n"
            self.assertIn(result.returncode, (0, 1), told)  # no signal
            self.check_release(work, told)
            if result.returncode == 0:
                self.assertIn(NEW_WORDS, self.page(work), told)
            else:
                self.assertTrue(result.stdout + result.stderr, told)
            again = self.run_words(self.words("build", work))
            self.assertEqual(again.returncode, 0, told + again.stdout + again.stderr)
            self.assertIn(NEW_WORDS, self.page(work), told)
            self.check_release(work, told)
            return log.exists()

    def try_each(self, kind, at_least):
        tried = 0
        for n in places():
            if not self.try_one(kind, n):
                break
            tried += 1
        self.assertGreaterEqual(tried, at_least, "the calls of this kind were not met")

    def test_B3_a_write_that_fails(self):
        self.try_each("write", 8)

    def test_B3_a_sync_that_fails(self):
        self.try_each("sync", 2)

    def test_B3_a_rename_that_fails(self):
        self.try_each("rename", 2)

    def test_B3_an_open_that_fails(self):
        self.try_each("open", 8)

    def test_B3_an_allocation_that_fails(self):
        if sanitized.runtime(KHOMO):
            self.skipTest("the sanitizer makes memory itself: an allocation that fails")
        self.try_each("malloc", 8)

    def test_B2_a_full_disk_leaves_the_old_release_and_says_so(self):
        if subprocess.run(["unshare", "-rm", "true"], check=False).returncode != 0:
            self.skipTest("no user namespaces here: the full disk")
        refused = 0
        for percent in range(10, 101, 10):
            with tempfile.TemporaryDirectory(prefix="khomo-full-") as name:
                build = " ".join(f"'{word}'" for word in self.words("build", pathlib.Path(name) / "disk"))
                # The whole takes twice its own size while it is made; the old release is there already.
                script = f"""set -e
mkdir {name}/disk
used=$(du -sk --apparent-size '{self.first}' | cut -f1)
blocks=$(du -sk '{self.first}' | cut -f1)
mount -t tmpfs -o size=$((blocks + used * {percent} / 100))k tmpfs {name}/disk
cp -a '{self.first}'/. {name}/disk
before=$(readlink {name}/disk/out/current)
set +e
{build} >{name}/told 2>&1
echo $? >{name}/code
[ "$before" = "$(readlink {name}/disk/out/current)" ] && echo same >{name}/current
find -L {name}/disk/out/current/site -type f -size 0 >{name}/empty
'{KHOMO}' verify --out {name}/disk/out >>{name}/told 2>&1
echo $? >{name}/verified
"""
                subprocess.run(["unshare", "-rm", "sh", "-c", script], check=True, timeout=300)
                read = lambda what: (pathlib.Path(name) / what).read_text(encoding="utf-8") if (pathlib.Path(name) / what).exists() else ""
                told = f"{percent}%: {read('told')[-1500:]}"
                self.assertIn(read("code").strip(), ("0", "1"), told)
                self.assertEqual(read("verified").strip(), "0", told)
                self.assertEqual(read("empty"), "", told)
                if read("code").strip() == "1":
                    refused += 1
                    self.assertEqual(read("current").strip(), "same", told)
                    self.assertRegex(told, "No space left|hết chỗ|đầy", told)
        self.assertGreater(refused, 0, "no size was too small")


if __name__ == "__main__":
    unittest.main()
