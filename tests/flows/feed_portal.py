# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of the tiny test portal whose markets come from a feed, and the servers that feed it."""
import hashlib
import http.server
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import threading

SOURCE = pathlib.Path(__file__).resolve().parents[2]
KHOMO = pathlib.Path(os.environ.get("KHOMO_BIN", SOURCE / "build/debug/bin")) / "khomo"
HEADINGS = ["Mã chợ", "Tên chợ", "Mã xã", "Hạng", "Số quầy", "Diện tích (m²)", "Ngày mở"]
MARKETS = [
    ["C001", "Chợ Trung tâm", "03646", "I", 420, 12500.5, "1995-09-02"],
    ["C002", "Chợ Ngã Ba", "03646", "III", 36, 850, "2011-03-15"],
    ["C003", "Chợ \"Chiềng An\", tổ 2", "03664", "II", 120, 3200.1, None],
    ["C004", "Chợ phiên Mường La", "03808", "II", 98, None, "1999-11-20"],
    ["C005", "Chợ thử (minh họa)", "03646", None, 5, 0.1, "2020-02-29"],
]
STEPS = """
steps:
  prepared: {by: "Người Lập (minh họa)", position: "Công chức (minh họa)", agency: so-a, at: 2026-09-01T08:00:00+07:00, document: "1/PT"}
  appraised: {by: "Người Thẩm Định (minh họa)", position: "Công chức (minh họa)", agency: so-a, at: 2026-09-02T09:30:00+07:00, document: "2/TĐ"}
  approved: {by: "Người Phê Duyệt (minh họa)", position: "Công chức (minh họa)", agency: so-a, at: 2026-09-03T16:45:00+07:00, document: "3/QĐ"}
"""


def records(rows=None):
    return [dict(zip(HEADINGS, row)) for row in (MARKETS if rows is None else rows)]


class FeedPortal:
    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="khomo-feed-"))
        shutil.copytree(SOURCE / "tests/data/portal-mini", self.folder / "portal")
        shutil.rmtree(self.folder / "portal/warehouse/cho/2026-09")
        self.state = self.folder / "state"
        self.entry = self.folder / "portal/datasets/cho.md"
        self.text = self.entry.read_text(encoding="utf-8")
        self.hour = 8
        self.environment = {}

    def source(self, settings, approved, record=None):
        """Declares the feed and its standing approval."""
        table = f'table: {{decimal: comma, delimiter: ";", "null": ["-", "không có"]}}' if record is None else f'table: {{record: "{record}"}}'
        text = self.text.replace('table: {delimiter: ";", decimal: comma, "null": ["-", "không có"]}', table)
        self.entry.write_text(text.replace("illustrative: true\n", "illustrative: true\nsource: " + settings + "\n", 1), encoding="utf-8")
        (self.folder / "portal/warehouse/cho/feed.yaml").write_text(f'dataset: cho\nsource: "{approved}"\nsource_system: LGSP (minh họa)\nperiod: "2026"\nillustrative: true\n' + STEPS, encoding="utf-8")

    def deliver(self, name, data, record=None):
        """A folder delivery of one file."""
        folder = self.folder / "portal/warehouse/cho/giao"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / name).write_bytes(data)
        table = 'table: {decimal: dot, delimiter: ","}' if record is None else f'table: {{record: "{record}"}}'
        self.entry.write_text(self.text.replace('table: {delimiter: ";", decimal: comma, "null": ["-", "không có"]}', table), encoding="utf-8")
        digest = hashlib.sha256(data).hexdigest()
        (folder / "approval.yaml").write_text('dataset: cho\nsource_system: Kho thử\nperiod: "2026"\nillustrative: true\n' + STEPS + f"files:\n  - {{path: {name}, sha256: {digest}, bytes: {len(data)}}}\n", encoding="utf-8")

    def run(self, command, *words):
        """Each run is an hour later than the one before."""
        line = [KHOMO, command, "--json", "--portal", self.folder / "portal", "--out", self.folder / "out", "--state", self.state, "--as-of", f"2026-11-01T{self.hour:02}:00:00+07:00", *words]
        self.hour += 1
        if command == "build":
            line += ["--templates", SOURCE / "site-templates"]
        result = subprocess.run([str(word) for word in line], capture_output=True, text=True, timeout=300, env={**os.environ, **self.environment})
        report = json.loads(result.stdout) if result.stdout.startswith("{") else {"findings": [], "text": result.stdout}
        report["code"] = result.returncode
        report["all"] = result.stdout + result.stderr
        return report

    def rules(self, report, severity="block"):
        return sorted({f["rule"] for f in report["findings"] if f["dataset"] == "cho" and f["severity"] == severity})

    def versions(self):
        return sorted(int(folder.name[1:]) for folder in (self.state / "versions/cho").glob("v[0-9]*"))

    def content(self, number=1):
        return json.loads((self.state / f"versions/cho/v{number}/version.json").read_text(encoding="utf-8"))["content_sha256"]

    def everything_kept(self):
        """All bytes of the state and the output, to look for what must not be there."""
        for top in (self.state, self.folder / "out"):
            for path in top.rglob("*"):
                if path.is_file() and not path.is_symlink():
                    yield path, path.read_bytes()

    def remove(self):
        shutil.rmtree(self.folder)


class Server:
    """An HTTP server on loopback whose answers are one function of the request handler."""

    def __init__(self, answer):
        self.requests = []
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                server.requests.append((self.path, dict(self.headers)))
                try:
                    answer(self)
                except (BrokenPipeError, ConnectionResetError):
                    pass

            def log_message(self, *_):
                pass

            def reply(self, body, status=200, kind="application/json", length=None, **headers):
                if not isinstance(body, bytes):
                    body = json.dumps(body, ensure_ascii=False).encode()
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body) if length is None else length))
                for name, value in headers.items():
                    self.send_header(name.replace("_", "-"), value)
                self.end_headers()
                self.wfile.write(body)

            def die(self):
                self.wfile.flush()
                self.close_connection = True
                self.connection.close()

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)

    def start(self):
        self.thread.start()
        return self

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
