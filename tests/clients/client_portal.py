# SPDX-License-Identifier: GPL-3.0-or-later
"""The portal of the repository, built once, and a real khomo-server over it, for the clients of other people."""
import csv
import http.client
import io
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import urllib.parse

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("KHOMO_BIN", SOURCE / "build/debug/bin"))
AS_OF = "2026-11-20T08:00:00+07:00"


class ClientPortal:
    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="khomo-clients-"))
        self.out = self.folder / "out"
        # Without what scripts/demo makes in the working tree: the tests see the same rows whether it ran before or not.
        shutil.copytree(SOURCE / "catalog/son-la", self.folder / "portal", ignore=shutil.ignore_patterns("lon-*", ".state"))
        self.run("build")
        self.start()

    def run(self, *words):
        command = [BIN / "khomo", words[0], "--portal", self.folder / "portal", "--out", self.out, "--state", self.folder / "state", "--as-of", AS_OF, *words[1:]]
        command += ["--templates", SOURCE / "site-templates"] if words[0] == "build" else []
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def start(self):
        self.server = subprocess.Popen([str(BIN / "khomo-server"), "--root", str(self.out), "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.port = int(re.search(r":(\d+)$", self.server.stdout.readline().strip()).group(1))
        self.base = f"http://127.0.0.1:{self.port}"

    def stop(self):
        self.server.send_signal(signal.SIGTERM)
        code = self.server.wait(timeout=30)
        self.server.stdout.close()
        assert code == 0, f"the server stopped with {code}"

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder)

    def get(self, path, headers=None, method="GET", body=None, port=None):
        """Status, headers and body; never follows a redirect."""
        connection = http.client.HTTPConnection("127.0.0.1", port or self.port, timeout=60)
        connection.request(method, path, body=body, headers=headers or {})
        response = connection.getresponse()
        content = response.read()
        connection.close()
        return response.status, response.headers, content

    def json(self, path, headers=None):
        status, _, content = self.get(path, headers)
        assert status == 200, (path, status, content[:500])
        return json.loads(content)

    def published(self):
        """Ids of the published datasets, from the files."""
        return sorted(path.name for path in (self.out / "current/data").iterdir())

    def csv(self, dataset):
        text = (self.out / f"current/site/files/{dataset}/latest/{dataset}.csv").read_bytes().decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))


def query(**parameters):
    return urllib.parse.urlencode(parameters)
