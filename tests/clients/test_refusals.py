# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten thousand requests that cannot be right, in all dialects: each is told what is wrong, none is a fault of the server, and the
server keeps no memory of them. KHOMO_SLOW=1 sends five times as many."""
import http.client
import json
import os
import pathlib
import random
import unittest
import urllib.parse

from client_portal import ClientPortal

MANY = 50000 if os.environ.get("KHOMO_SLOW") else 10000
WATER, LAYER = "du-lieu-ve-chat-luong-nuoc", "du-lieu-lo-rung-khoanh-tieu-khu"
ROWS = f"/api/v1/datasets/{WATER}/rows"


def setUpModule():
    global portal
    portal = ClientPortal()


def tearDownModule():
    portal.remove()


class Wrong:
    """Requests that cannot be right, each with the parameter at fault (none: any)."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.kinds = [getattr(self, name) for name in dir(self) if name.startswith("make_")]

    def word(self):
        return "".join(self.random.choice("abcxyzđưôộ _-.,()'\"<>%&\u0000\u202e;") for _ in range(self.random.randint(1, 20)))

    def name(self):
        return "zz" + "".join(self.random.choice("abcdefgh_") for _ in range(self.random.randint(1, 200)))

    def pick(self, *values):
        return self.random.choice(values)

    def address(self, path, **parameters):
        return path + "?" + urllib.parse.urlencode(parameters)

    def make_unknown_field(self):
        name = self.name()
        return self.address(ROWS, **{name: self.word()}), None

    def make_unknown_operator(self):
        name = "wqi__" + self.name()
        return self.address(ROWS, **{name: "5"}), name[:60]

    def make_number(self):
        return self.address(ROWS, wqi__gte=self.pick("", "NaN", "1e999", "1,5", "0x10", "--1", "9" * 400, self.word() + "x")), "wqi__gte"

    def make_date(self):
        return self.address(ROWS, ngay_lay_mau__lt=self.pick("2026-02-30", "30/02/2026", "0", "2026-13-01", self.word() + "x")), "ngay_lay_mau__lt"

    def make_group_text(self):
        inside = self.pick("(", ")", "()", "wqi", "(wqi)", "(wqi.)", "(wqi.5", "((wqi.5))", "(wqi.5,)", "(zzz.5)", "(" * 1000, "(and(" * 200, "(wqi__in.(5)", '(ma_tram."x)', "(or(or(or(or(or(wqi.5))))))")
        return self.address(ROWS, **{self.pick("or", "and", "not"): inside}), None

    def make_many_conditions(self):
        return ROWS + "?" + "&".join(f"wqi__not={number}" for number in range(self.random.randint(51, 200))), None

    def make_limit(self):
        return self.address(ROWS, _limit=self.pick("-1", "10001", "x", "1.5", "", "99999999999999999999", " 5")), "_limit"

    def make_cursor(self):
        return self.address(ROWS, _cursor=self.pick("5", "-", "5-abc", "999999999-000000000000", self.word() + "x")), "_cursor"

    def make_select(self):
        parameter = self.pick("_select", "_sort", "_facet", "_group")
        return self.address(ROWS, **{parameter: self.pick("zzz", "wqi,wqi", "wqi,zzz", '"wqi', self.name())}), None

    def make_measure(self):
        return self.address(ROWS, _agg=self.pick("zzz__sum", "wqi", "wqi__mean", "ma_tram__sum", "count,count", self.name())), None

    def make_version(self):
        return self.address(ROWS, _version=self.pick("0", "-1", "x", "99999999999", "1.0")), "_version"

    def make_box(self):
        return self.address(f"/api/v1/datasets/{LAYER}/rows", _bbox=self.pick("1,2,3", "a,b,c,d", "105,22,104,21", "1,2,3,4,5", "-200,0,0,0", "nan,nan,nan,nan", "")), "_bbox"

    def make_geometry(self):
        return self.address(f"/api/v1/datasets/{LAYER}/rows", _intersects=self.pick("POINT", "POINT(1)", "POLYGON((0 0,1 1", "{}", '{"type":"Point"}', '{"type":"Point","coordinates":["a",1]}', "(" * 2000, self.word() + "x")), "_intersects"

    def make_form(self):
        return f"/api/v1/datasets/{WATER}/rows.{self.pick('exe', 'csvv', 'geojsonl', 'json.json', 'CSV')}", None

    def make_place(self):
        return f"/api/v1/{self.pick('datasets/khong-co/rows', 'datasets/%2e%2e/rows', 'datasets//rows', 'zzz', 'datasets/' + WATER + '/zzz', 'datasets/' + 'a' * 500 + '/rows')}", None

    def make_search(self):
        return self.address("/api/v1/search", **{self.pick("_limit", "_offset", "_sort", "_bbox", "zzz"): self.pick("x", "-5", "999999999", "")}), None

    def make_changes(self):
        return self.address("/api/v1/changes", **{self.pick("since", "_limit", "zzz"): self.pick("x", "-5", "2026-99-99")}), None

    def make_ckan(self):
        action = self.pick("package_show?id=zzz", "package_show", "datastore_search", "datastore_search?resource_id=zzz", "zzz", "package_create", "datastore_search_sql?sql=select", "package_search?rows=x", "package_search?sort=%00", "organization_show?id=zzz")
        return f"/api/3/action/{action}", None

    def make_ogc(self):
        items = f"/ogc/collections/{LAYER}/items"
        wrong = self.pick("bbox=1,2,3", "bbox=x", "limit=0x", "limit=-1", "crs=EPSG:1", "datetime=x", "filter=(", "filter=zzz%3D1", "filter=dien_tich%20%3E%20'x'", "zzz=1", "filter-lang=sql&filter=1", "bbox=1,2,3,4&bbox-crs=zzz")
        return self.pick(f"{items}?{wrong}", "/ogc/collections/khong-co", "/ogc/collections/khong-co/items", f"{items}/99999999", f"{items}/zzz"), None

    def next(self):
        return self.random.choice(self.kinds)()


class Connection:
    """One that is kept, as clients do."""

    def __init__(self):
        self.connection = None

    def close(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def ask(self, address, method="GET", body=None, headers=None):
        for attempt in (1, 2):
            try:
                self.connection = self.connection or http.client.HTTPConnection("127.0.0.1", portal.port, timeout=30)
                self.connection.putrequest(method, address, skip_accept_encoding=True)
                for name, value in {"Content-Length": str(len(body or b"")), **(headers or {})}.items():
                    self.connection.putheader(name, value)
                self.connection.endheaders(body)
                response = self.connection.getresponse()
                return response.status, response.headers.get("Content-Type", ""), response.read()
            except (http.client.HTTPException, ConnectionError):
                self.close()
                if attempt == 2:
                    raise
        return None


def memory():
    """Bytes of the server that are its own."""
    text = pathlib.Path(f"/proc/{portal.server.pid}/status").read_text(encoding="ascii")
    return sum(int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("RssAnon"))


class Malformed(unittest.TestCase):
    def test_each_wrong_request_is_told_what_is_wrong_and_leaves_nothing_behind(self):
        wrong, client, before = Wrong(20261124), Connection(), None
        self.addCleanup(client.close)
        for number in range(MANY):
            address, parameter = wrong.next()
            address = address.replace(" ", "%20")
            status, kind, content = client.ask(address)
            self.assertTrue(400 <= status < 500, (status, address, content[:300]))
            answer = json.loads(content)
            if address.startswith("/api/3/"):
                if isinstance(answer, str):  # what CKAN says where it finds no action, or bytes that are no text
                    self.assertRegex(address, "action/(zzz|package_search.sort=%00)")
                    self.assertTrue(answer.startswith("Bad request"), answer)
                    continue
                self.assertIs(answer["success"], False, address)
                self.assertTrue(answer["error"].get("__type"), address)
                continue
            self.assertEqual(kind.split(";")[0], "application/problem+json", address)
            self.assertTrue(answer["title"] and answer["detail"], address)
            if parameter is not None:
                self.assertEqual(answer.get("parameter", "")[:60], parameter, (address, answer))  # a longer one may be cut
            if number == MANY // 10:
                before = memory()
        self.assertLess(memory() - before, 24 << 20)
        self.assertEqual(portal.get(ROWS + "?_limit=1")[0], 200)

    def test_noise_in_a_body_never_breaks_the_server(self):
        chance, client = random.Random(7), Connection()
        self.addCleanup(client.close)
        body = b'{"or": [{"wqi__in": [5, 6]}, {"not": {"ma_tram": "x"}}], "_limit": 3}'
        for _ in range(MANY // 5):
            noisy = bytearray(body)
            for _ in range(chance.randint(1, 8)):
                noisy[chance.randrange(len(noisy))] = chance.randrange(256)
            status, _, content = client.ask(ROWS, "POST", bytes(noisy), {"Content-Type": "application/json"})
            self.assertLess(status, 500, (noisy, content[:300]))


if __name__ == "__main__":
    unittest.main(verbosity=2)
