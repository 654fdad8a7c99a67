#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the tiny test portal, serves it on a free port, and sends tests/browser/pages.mjs through it."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("KHOMO_BIN", SOURCE / "build/debug/bin"))

with tempfile.TemporaryDirectory(prefix="khomo-browser-") as name:
    folder = pathlib.Path(name)
    shutil.copytree(SOURCE / "tests/data/portal-mini", folder / "portal")

    def khomo(*words):
        subprocess.run([str(BIN / "khomo"), *words, "--portal", str(folder / "portal"), "--out", str(folder / "out"), "--state", str(folder / "state"), "--as-of", "2026-11-01T08:00:00+07:00", "--json"],
                       check=True, stdout=subprocess.DEVNULL)

    khomo("suspend", "ngan-sach", "--document", "1/CV-TEST (minh họa)", "--reason", "Chờ đối chiếu (minh họa)")
    khomo("build", "--templates", str(SOURCE / "site-templates"))
    server = subprocess.Popen([str(BIN / "khomo-server"), "--root", str(folder / "out"), "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
    try:
        port = re.search(r":(\d+)$", server.stdout.readline().strip()).group(1)
        result = subprocess.run(["node", str(SOURCE / "tests/browser/pages.mjs"), f"http://127.0.0.1:{port}"], timeout=600, check=False)
    finally:
        server.terminate()
        server.wait(timeout=30)
sys.exit(result.returncode)
