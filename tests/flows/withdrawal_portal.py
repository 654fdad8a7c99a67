# SPDX-License-Identifier: GPL-3.0-or-later
"""The tiny test portal with more than one version of its markets, the server and the nginx site in front of it, and a search for bytes that must be gone."""
import contextlib
import hashlib
import http.client
import re
import shutil
import signal
import subprocess
import zipfile

from test_build import KHOMO, Portal as BuildPortal, files_of

BIN = KHOMO.parent
LATER = "2026-11-02T08:00:00+07:00"
BY = ["--document", "45/QĐ-TEST (minh họa)", "--reason", "Số liệu đo sai (minh họa)", "--reason-en", "Measured wrongly (illustrative)"]


class Portal(BuildPortal):
    def deliver_version(self, name, day, edit, extra=""):
        """Another delivery of the dataset cho: the first one with `edit` done to its text, approved on that day of October."""
        source = self.folder / "portal/warehouse/cho/2026-09"
        target = self.folder / "portal/warehouse/cho" / name
        shutil.copytree(source, target)
        content = edit((source / "cho.csv").read_text(encoding="utf-8")).encode()
        (target / "cho.csv").write_bytes(content)
        record = (source / "approval.yaml").read_text(encoding="utf-8").replace("2026-09-0", f"2026-10-{day}")
        record = re.sub(r"sha256: \w+, bytes: \d+", f"sha256: {hashlib.sha256(content).hexdigest()}, bytes: {len(content)}", record)
        (target / "approval.yaml").write_text(record + extra, encoding="utf-8")

    def version_two(self, extra=""):
        self.deliver_version("2026-10", 1, lambda text: text.replace(";420;", ";425;"), extra)


def grep(folder, words):
    """Files below a folder that hold one of the words, also inside ZIP and XLSX."""
    hits = []
    for path in files_of(folder):
        content = (folder / path).read_bytes()
        parts = [content]
        if content.startswith(b"PK\x03\x04"):
            with zipfile.ZipFile(folder / path) as bundle:
                parts += [bundle.read(name) for name in bundle.namelist()]
        if any(word in part for word in words for part in parts):
            hits.append(str(path))
    return hits


@contextlib.contextmanager
def server(out):
    process = subprocess.Popen([str(BIN / "khomo-server"), "--root", str(out), "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        yield int(re.search(r":(\d+)$", process.stdout.readline().strip()).group(1))
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)
        process.stdout.close()


def get(port, path, accept="*/*"):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers={"Accept": accept})
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response, content
