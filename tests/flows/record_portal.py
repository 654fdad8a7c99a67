# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of the tiny test portal with an unapproved delivery of its markets, and the commands that put it on record."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
KHOMO = pathlib.Path(os.environ.get("KHOMO_BIN", SOURCE / "build/debug/bin")) / "khomo"
MARKETS = """Mã chợ;Tên chợ;Mã xã;Hạng;Số quầy;Diện tích (m²);Ngày mở
C001;Chợ Trung tâm;03646;I;420;12.500,5;02/09/1995
C002;Chợ Ngã Ba;03646;III;36;850;15/3/2011
C003;Chợ Chiềng An;03664;II;120;3.200;01/01/2004
"""
PERSONS = {
    "prepared": ("Lò Thị Lập (minh họa)", "Công chức (minh họa)", "1/PT", "2026-10-01T08:00:00+07:00"),
    "appraised": ("Hà Văn Thẩm (minh họa)", "Trưởng phòng (minh họa)", "2/TĐ", "2026-10-02T09:30:00+07:00"),
    "approved": ("Cầm Thị Duyệt (minh họa)", "Giám đốc (minh họa)", "3/QĐ", "2026-10-03T16:45:00+07:00"),
}


class Outcome:
    def __init__(self, result):
        self.code = result.returncode
        self.out = result.stdout
        self.err = result.stderr
        self.json = json.loads(result.stdout) if result.stdout[:1] in ("{", "[") else None

    def rules(self, dataset="cho", severity="block"):
        return sorted((f["rule"], f["column"]) for f in self.json["findings"] if f["dataset"] == dataset and f["severity"] == severity)


class RecordPortal:
    def __init__(self, name="giao", text=MARKETS):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="khomo-record-"))
        self.portal = self.folder / "portal"
        shutil.copytree(SOURCE / "tests/data/portal-mini", self.portal)
        shutil.rmtree(self.portal / "warehouse/cho")
        self.state = self.folder / "state"
        self.out = self.folder / "out"
        self.hour = 8
        self.deliver(name, text)

    def deliver(self, name, text=MARKETS):
        self.name = name
        self.delivery = self.portal / "warehouse/cho" / name
        self.delivery.mkdir(parents=True)
        (self.delivery / "cho.csv").write_text(text, encoding="utf-8")
        self.record = self.delivery / "approval.yaml"

    def khomo(self, *words, as_of="2026-11-01T08:00:00+07:00", state=None, out=None):
        line = [KHOMO, *words, "--portal", self.portal, "--state", state or self.state, "--out", out or self.out, "--as-of", as_of]
        return Outcome(subprocess.run([str(word) for word in line], capture_output=True, text=True, timeout=300))

    def approve(self, step, *more, who=None, at=None, delivery=None):
        name, position, document, instant = PERSONS[who or step]
        first = ("--period", "2026", "--source-system", "Kho thử", "--illustrative") if step == "prepared" else ()
        words = ["approve", delivery or f"cho/{self.name}", "--step", step, "--name", name, "--position", position, "--document", document, "--at", at or instant, *first, *more]
        return self.khomo(*words)

    def approve_all(self, *more, delivery=None):
        for step in PERSONS:
            done = self.approve(step, *more, delivery=delivery)
            if done.code != 0:
                raise AssertionError(done.err)

    def check(self):
        return self.khomo("check", "--json")

    def build(self, code=0, **more):
        """Each build is an hour later than the one before."""
        done = self.khomo("build", "--json", "--templates", SOURCE / "site-templates", as_of=f"2026-11-01T{self.hour:02}:00:00+07:00", **more)
        self.hour += 1
        if code is not None and done.code != code:
            raise AssertionError(f"build ended with {done.code}, not {code}\n{done.out[-3000:]}\n{done.err[-3000:]}")
        return done

    def agencies(self, more):
        """Adds lines to the agency so-a."""
        path = self.portal / "agencies.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text + more, encoding="utf-8")

    def key(self, step):
        """A key pair for the person of a step; its lines for agencies.yaml are the second value."""
        path = self.folder / f"{step}.key"
        made = self.khomo("key", path, "--name", PERSONS[step][0], "--position", PERSONS[step][1], "--step", step, "--document", "5/KHCN (minh họa)", as_of="2026-09-01T08:00:00+07:00")
        if made.code != 0:
            raise AssertionError(made.err)
        return path, "".join(line + "\n" for line in made.out.splitlines() if line.startswith("      "))

    def sign_on(self):
        """Keys for all three persons, listed and demanded."""
        pairs = {step: self.key(step) for step in PERSONS}
        self.agencies("    signatures: required\n    keys:\n" + "".join(lines for _, lines in pairs.values()))
        return {step: path for step, (path, _) in pairs.items()}

    def page(self, lang="vi", dataset="cho"):
        return (self.out / "current/site" / ("en/dataset" if lang == "en" else "dataset") / f"{dataset}.html").read_text(encoding="utf-8")

    def remove(self):
        shutil.rmtree(self.folder)
