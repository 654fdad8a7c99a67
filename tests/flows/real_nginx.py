# SPDX-License-Identifier: GPL-3.0-or-later
"""The nginx site we ship, in a real nginx on loopback."""
import contextlib
import os
import pathlib
import socket
import subprocess
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parents[2]


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextlib.contextmanager
def nginx(out, backend):
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="khomo-nginx-") as folder:
        prefix = pathlib.Path(folder)
        for name in ("logs", "tmp"):
            (prefix / name).mkdir()
        site = (SOURCE / "packaging/nginx/khomo.conf").read_text(encoding="utf-8")
        for mark, value in {"@LISTEN@": f"127.0.0.1:{port}", "@ROOT@": str(out), "@BACKEND@": f"127.0.0.1:{backend}", "@NAME@": "localhost"}.items():
            site = site.replace(mark, value)
        paths = "".join(f"{kind}_temp_path {prefix}/tmp/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        user = "user root;\n" if os.geteuid() == 0 else ""
        (prefix / "nginx.conf").write_text(f"{user}worker_processes 1;\ndaemon off;\npid {prefix}/nginx.pid;\nerror_log {prefix}/logs/error.log;\nevents {{}}\nhttp {{\ninclude /etc/nginx/mime.types;\n"
                                           f"access_log off;\n{paths}{site}\n}}\n", encoding="utf-8")
        process = subprocess.Popen(["/usr/sbin/nginx", "-p", str(prefix), "-c", str(prefix / "nginx.conf")], stderr=subprocess.PIPE, text=True)
        try:
            for _ in range(200):
                try:
                    socket.create_connection(("127.0.0.1", port), timeout=1).close()
                    break
                except OSError:
                    time.sleep(0.05)
            yield port
        finally:
            process.terminate()
            process.wait(timeout=10)
            process.stderr.close()
