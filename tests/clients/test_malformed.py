#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten thousand requests to the dialects, honest ones with something broken in them: every answer is the client's fault or none, never the server's, and memory does not grow."""
import collections
import http.client
import json
import pathlib
import random
import unittest
import urllib.parse

from client_portal import ClientPortal

ROUNDS = 10000
LAYER = "du-lieu-ho-chua"
HONEST = (
    f"/ogc/collections/{LAYER}/items?bbox=103,20,105,22&limit=5&datetime=2022-01-01/..&crs=http://www.opengis.net/def/crs/EPSG/0/9206",
    f"/ogc/collections/{LAYER}/items?bbox=400000,2200000,500000,2300000&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/3405&limit=1&offset=2",
    f"/ogc/collections/{LAYER}/items?filter=S_INTERSECTS(geometry,POLYGON((103 20,105 20,104 22,103 20))) AND T_AFTER(ngay_kiem_dinh,DATE('2020-01-01'))",
    f"/ogc/collections/{LAYER}/items?filter-lang=cql2-json&filter=" + json.dumps({"op": "and", "args": [{"op": "=", "args": [{"property": "loai_ho"}, "TD"]}, {"op": "s_intersects", "args": [{"property": "geometry"}, {"type": "Point", "coordinates": [1, 2]}]}]}),
    "/ogc/collections/catalogue/items?q=ho chua,cau&bbox=1,2,3,4&datetime=2026-01-01&ids=a,b&limit=3&offset=2",
    f"/ogc/collections/{LAYER}/items/HC0001?crs=[EPSG:4326]&f=html",
    "/ogc/api?f=html",
    f"/ogc/collections/{LAYER}/queryables",
    "/api/3/action/package_search?q=title:ho AND (a OR b) -c&fq=metadata_modified:[NOW-1DAY TO *]&sort=name asc&rows=2&start=1&facet.field=[\"organization\"]&ext_bbox=1,2,3,4",
    f"/api/3/action/datastore_search?resource_id={LAYER}&filters=" + json.dumps({"loai_ho": ["TD", {"gt": "A"}], "$or": [{"dung_tich": {"gte": 1}}]}) + "&q={\"ten_ho\":\"ho\"}&sort=dung_tich desc&fields=ma_ho,dung_tich&limit=3&offset=1&records_format=csv",
    f"/datastore/dump/{LAYER}?format=json&limit=3&filters={{\"loai_ho\":\"TD\"}}&bom=1",
    "/api/3/action/resource_search?query=format:csv&limit=2",
    "/api/3/action/organization_list?all_fields=true&sort=title desc&limit=2",
    "/api/3/action/tag_search?query=ho&limit=2",
    "/api/3/action/package_autocomplete?q=ho&limit=2",
    f"/api/v1/datasets/{LAYER}/rows?or=(loai_ho.TD,and(dung_tich__gte.1,not(ten_ho__contains.ho)))&_sort=-dung_tich&_limit=2&_bbox=103,20,105,22",
)
PIECES = ("'", '"', "(", ")", "[", "]", "{", "}", ",", ":", "\\", "%", "\x00", "\xff", "-", "*", "..", "/", "NOT ", "AND ", "OR ", "null", "1e999", "-1", "9" * 20, "nan", "ậ", "$or", "\t", ";", "POINT(", "DATE(", "TO")


def broken(chance, address):
    path, _, query = address.partition("?")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(query) + 1)
        how = chance.random()
        if how < 0.4:
            query = query[:at] + chance.choice(PIECES) + query[at:]
        elif how < 0.6:
            query = query[:at] + query[at + chance.randint(1, 6):]
        elif how < 0.75:
            again = chance.randrange(len(query) + 1)
            query = query[:at] + query[again:again + 8] + query[at:]
        elif how < 0.9:
            query = query[:at] + chr(chance.randint(1, 255)) + query[at + 1:]
        else:
            path = path[:chance.randrange(5, len(path) + 1)] + chance.choice(("", "/", "%00", "x", "//", ".."))
    return urllib.parse.quote(path, safe="/%"), urllib.parse.quote(query, safe="=&")


class MalformedTest(unittest.TestCase):
    def memory(self):
        """Kilobytes in use by the server."""
        return int(pathlib.Path(f"/proc/{self.portal.server.pid}/statm").read_text().split()[1]) * 4

    def test_ten_thousand_broken_requests(self):
        self.portal = ClientPortal()
        self.addCleanup(self.portal.remove)
        chance = random.Random("malformed")
        connection = http.client.HTTPConnection("127.0.0.1", self.portal.port, timeout=30)
        seen, before = collections.Counter(), 0
        for number in range(ROUNDS):
            path, query = broken(chance, chance.choice(HONEST))
            if path.startswith("/api/3/action/") and chance.random() < 0.3:
                body = urllib.parse.unquote_to_bytes(query) if chance.random() < 0.5 else query.encode()
                connection.request("POST", path, body=body, headers={"Content-Type": chance.choice(("application/json", "application/x-www-form-urlencoded", "text/plain"))})
            else:
                connection.request("GET", path + "?" + query)
            response = connection.getresponse()
            content = response.read()
            seen[response.status] += 1
            self.assertLess(response.status, 500, (path, query, content[:300]))
            self.assertNotIn(b"SELECT ", content)
            if number == ROUNDS // 5:
                before = self.memory()
        connection.close()
        self.assertGreater(seen[400] + seen[409], ROUNDS // 3, seen)
        self.assertLess(self.memory() - before, 20000, seen)


if __name__ == "__main__":
    unittest.main()
