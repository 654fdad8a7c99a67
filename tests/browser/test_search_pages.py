#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the portal of Sơn La, serves it on a free port, and sends tests/browser/search.mjs through its search, with the server and without."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("KHOMO_BIN", SOURCE / "build/debug/bin"))

with tempfile.TemporaryDirectory(prefix="khomo-search-pages-") as name:
    folder = pathlib.Path(name)
    subprocess.run([str(BIN / "khomo"), "build", "--portal", str(SOURCE / "catalog/son-la"), "--out", str(folder / "out"), "--state", str(folder / "state"),
                    "--as-of", "2026-11-24T08:00:00+07:00", "--templates", str(SOURCE / "site-templates"), "--json"], check=True, stdout=subprocess.DEVNULL)
    server = subprocess.Popen([str(BIN / "khomo-server"), "--root", str(folder / "out"), "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
    try:
        port = re.search(r":(\d+)$", server.stdout.readline().strip()).group(1)
        result = subprocess.run(["node", str(SOURCE / "tests/browser/search.mjs"), f"http://127.0.0.1:{port}", str((folder / "out/current/site").resolve())], timeout=800, check=False)
    finally:
        server.terminate()
        server.wait(timeout=30)
sys.exit(result.returncode)
