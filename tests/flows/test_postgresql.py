#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Feeds from a real PostgreSQL with PostGIS, started here in a folder of its own on a loopback port. Skipped, by name, where Debian's postgresql-15 is
not installed. KHOMO_BIN names the folder of the programs."""
import glob
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from feed_portal import MARKETS, FeedPortal, Server, records  # noqa: E402

PROGRAMS = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
POSTGIS = bool(glob.glob("/usr/share/postgresql/*/extension/postgis.control"))


class Postgres:
    """One cluster with trust for nobody: the password of the session decides."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="khomo-pg-"))
        self.user = None
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            self.user = "postgres" if any(entry.pw_name == "postgres" for entry in pwd.getpwall()) else "nobody"
            shutil.chown(self.folder, self.user)
        self.password = self.folder / "password"
        self.password.write_text("mat-khau-thu-9b1e")
        if self.user:
            shutil.chown(self.password, self.user)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.call("initdb", "-D", self.folder / "data", "-U", "chu", "-A", "scram-sha-256", "--pwfile", self.password, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        self.start()

    def call(self, program, *words, check=True):
        environment = {**os.environ, "PGPASSWORD": "mat-khau-thu-9b1e", "LC_ALL": "C.UTF-8"}
        return subprocess.run([f"{PROGRAMS[-1]}/{program}", *map(str, words)], user=self.user, check=check, capture_output=True, text=True, env=environment, cwd="/", timeout=120)

    def start(self):
        self.call("pg_ctl", "-D", self.folder / "data", "-w", "-l", self.folder / "log", "-o", f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder} -c fsync=off", "start")

    def stop(self, how="immediate"):
        self.call("pg_ctl", "-D", self.folder / "data", "-m", how, "-w", "stop", check=False)

    def sql(self, text, user="chu"):
        done = self.call("psql", "-h", "127.0.0.1", "-p", self.port, "-U", user, "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-q", "-t", "-A", "-c", text)
        return done.stdout.strip()

    def dsn(self, password="mat-khau-thu-9b1e", port=None, user="chu"):
        return f"host=127.0.0.1 port={port or self.port} dbname=postgres user={user} password={password}"

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def quoted(value):
    return "NULL" if value is None else str(value) if isinstance(value, (int, float)) else "'" + str(value).replace("'", "''") + "'"


@unittest.skipUnless(PROGRAMS, "needs Debian's postgresql-15")
class PostgresTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.postgres = Postgres()
        cls.addClassCleanup(cls.postgres.remove)
        columns = ['"Mã chợ" varchar(8) PRIMARY KEY', '"Tên chợ" text', '"Mã xã" char(5)', '"Hạng" text', '"Số quầy" bigint', '"Diện tích (m²)" numeric(12,2)', '"Ngày mở" date', "bi_mat text DEFAULT 'khong ai xem'"]
        cls.postgres.sql(f"CREATE TABLE cho ({','.join(columns)})")
        for row in reversed(MARKETS):
            cls.postgres.sql(f"INSERT INTO cho VALUES ({','.join(quoted(value) for value in row)})")

    def setUp(self):
        self.portal = FeedPortal()
        self.addCleanup(self.portal.remove)
        self.portal.environment["WAREHOUSE_DSN"] = self.postgres.dsn()

    def declare(self, table="cho", more=""):
        self.portal.source(f"{{from: database, connection: WAREHOUSE_DSN, table: {table}{more}}}", table, record="")

    def refused(self, rule):
        report = self.portal.run("check")
        self.assertEqual((report["code"], self.portal.rules(report)), (3, [rule]), report["all"])
        self.assertNotIn("mat-khau", report["all"])
        return report

    def test_a_table_gives_the_same_bytes_as_the_api_and_the_secret_column_stays_there(self):
        self.declare()
        report = self.portal.run("build")
        self.assertEqual(report["code"], 0, report["all"])
        content = self.portal.content()
        for path, data in self.portal.everything_kept():
            self.assertNotIn(b"khong ai xem", data, path)
            self.assertNotIn(b"mat-khau-thu", data, path)
        other = FeedPortal()
        self.addCleanup(other.remove)
        server = Server(lambda h: h.reply(records())).start()
        self.addCleanup(server.stop)
        other.source(f'{{from: api, endpoint: "{server.url}/cho", format: json}}', server.url + "/cho", record="")
        self.assertEqual(other.run("build")["code"], 0)
        self.assertEqual(content, other.content())
        self.assertEqual(self.portal.run("build")["code"], 0)
        self.assertEqual(self.portal.versions(), [1])

    def test_what_the_server_and_the_table_lack_is_told(self):
        self.declare("khong_co")
        self.refused("feed/table")
        self.portal.source("{from: database, connection: WAREHOUSE_DSN, table: 'cho; DROP TABLE cho'}", "cho; DROP TABLE cho", record="")
        self.refused("feed/table")
        self.assertEqual(self.postgres.sql("SELECT count(*) FROM cho"), "5")
        self.declare()
        self.portal.environment["WAREHOUSE_DSN"] = self.postgres.dsn(password="mat-khau-sai")
        self.refused("feed/refused")
        self.portal.environment["WAREHOUSE_DSN"] = self.postgres.dsn(port=1)
        self.refused("feed/unreachable")
        self.portal.environment["WAREHOUSE_DSN"] = self.postgres.dsn()
        self.postgres.sql("""CREATE VIEW thieu AS SELECT "Mã chợ", "Tên chợ", "Mã xã" FROM cho""")
        self.declare("thieu")
        self.refused("contract/column-missing")
        for name, expression, rule in (("mang", "ARRAY[1,2]", "feed/column-type"), ("js", "'{}'::jsonb", "feed/column-type"), ("nan", "'NaN'::numeric", "feed/value")):
            self.postgres.sql(f"""CREATE VIEW {name} AS SELECT "Mã chợ", "Tên chợ", "Mã xã", "Hạng", "Số quầy", {expression} AS "Diện tích (m²)", "Ngày mở" FROM cho""")
            self.declare(name)
            self.refused(rule)
        self.postgres.sql("""CREATE VIEW xa_xua AS SELECT "Mã chợ", "Tên chợ", "Mã xã", "Hạng", "Số quầy", "Diện tích (m²)", 'infinity'::date AS "Ngày mở" FROM cho""")
        self.declare("xa_xua")
        self.refused("feed/value")
        self.postgres.sql("CREATE ROLE khach LOGIN PASSWORD 'mat-khau-thu-9b1e'")
        self.portal.environment["WAREHOUSE_DSN"] = self.postgres.dsn(user="khach")
        self.declare()
        self.refused("feed/refused")

    def test_a_server_that_dawdles_or_dies_in_the_middle_gives_no_version(self):
        self.postgres.sql("""CREATE VIEW cham AS SELECT 'C' || lpad(i::text, 3, '0') AS "Mã chợ", 'Chợ' || coalesce(pg_sleep(0.05)::text, '') AS "Tên chợ", '03646' AS "Mã xã", 'I' AS "Hạng", 5 AS "Số quầy", 1.5 AS "Diện tích (m²)",
                             date '2020-01-01' AS "Ngày mở" FROM generate_series(1, 600) i""")
        self.declare("cham", ", timeout: 2")
        self.refused("feed/time")
        self.declare("cham", ", timeout: 60")
        killer = threading.Timer(3, self.postgres.stop)
        killer.start()
        try:
            report = self.portal.run("build")
        finally:
            killer.join()
            self.postgres.start()
        self.assertEqual((report["code"], self.portal.rules(report)), (3, ["feed/broken"]), report["all"])
        self.assertEqual(self.portal.versions(), [])

    def test_numbers_and_instants_of_a_long_table_keep_their_values_and_order(self):
        self.postgres.sql("""CREATE TABLE lon AS SELECT i AS ma, 'Chợ ' || i AS ten, (i * 0.01)::numeric(12,2) AS so, timestamptz '2026-01-01 00:00:00+07' + i * interval '1 second' AS luc FROM generate_series(1, 200000) i""")
        text = self.portal.text
        head, tail = text.split("key: [ma_cho]")
        fields = "key: [ma]\nfields:\n  - {name: ma, type: integer}\n  - {name: ten, type: string}\n  - {name: so, type: number}\n  - {name: luc, type: datetime}\n---\n\nThử.\n"
        self.portal.text = head + fields
        self.declare("lon")
        report = self.portal.run("build")
        self.assertEqual(report["code"], 0, report["all"])
        published = (self.portal.folder / "out/current/site/files/cho/latest/cho.csv").read_text(encoding="utf-8-sig").splitlines()
        self.assertEqual(len(published), 200001)
        self.assertIn("2026-01-01", published[100000])
        self.assertTrue(published[100000].startswith("100000,"))
        self.assertIn(",1000,", published[100000])

    @unittest.skipUnless(POSTGIS, "needs postgresql-15-postgis-3")
    def test_a_layer_of_postgis_comes_with_its_shapes_and_its_crs(self):
        self.postgres.sql("CREATE EXTENSION IF NOT EXISTS postgis")
        self.postgres.sql("CREATE TABLE diem (ma text PRIMARY KEY, geom geometry(PointZ, 4326))")
        self.postgres.sql("INSERT INTO diem SELECT 'D' || i, ST_SetSRID(ST_MakePoint(103.9 + i * 0.01, 21.3, 600), 4326) FROM generate_series(1, 9) i")
        head = self.portal.text.split("table: {delimiter")[0]
        self.portal.text = head + "geometry: {type: point, crs: EPSG:4326}\nkey: [ma]\nfields:\n  - {name: ma, type: string}\n---\n\nThử.\n"
        self.portal.entry.write_text(self.portal.text, encoding="utf-8")
        self.declare("diem")
        report = self.portal.run("build")
        self.assertEqual(report["code"], 0, report["all"])
        shown = subprocess.run(["ogrinfo", "-ro", "-so", "-al", self.portal.folder / "out/current/site/files/cho/latest/cho.gpkg"], capture_output=True, text=True, check=True).stdout
        self.assertIn("Feature Count: 9", shown)
        self.assertIn("WGS 84", shown)
        self.postgres.sql("CREATE TABLE hai AS SELECT *, geom AS geom2 FROM diem")
        self.declare("hai")
        self.refused("feed/geometry")


if __name__ == "__main__":
    unittest.main(verbosity=1)
