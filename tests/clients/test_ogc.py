#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""OGC API Features against the real server: the 29 abstract tests of Part 1 (17-069r4, Annex A) by their numbers, CRS (Part 2), filters (Part 3, CQL2), Records; then GDAL, OWSLib and QGIS
read every layer and get what the GeoPackage holds. The official test engine is not among Debian's packages: these are tests of our own, no certificate."""
import html.parser
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

from client_portal import SOURCE, ClientPortal, query

sys.path.insert(0, str(SOURCE / "tests/flows"))
from real_nginx import nginx  # noqa: E402

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
EPSG = "http://www.opengis.net/def/crs/EPSG/0/"
PAGE = "text/html; charset=utf-8"
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
RESERVOIRS = "du-lieu-ho-chua"
FORESTS = "du-lieu-ranh-gioi-rung"


class Links(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.hrefs, self.words = [], []

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.hrefs.append(dict(attributes).get("href"))

    def handle_data(self, data):
        self.words.append(data)


class OgcTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.portal = ClientPortal()
        cls.layers = [name for name in cls.portal.published() if (cls.portal.out / f"current/site/files/{name}/latest/{name}.gpkg").exists()]

    @classmethod
    def tearDownClass(cls):
        cls.portal.remove()

    def get(self, path, accept="*/*", **parameters):
        status, headers, content = self.portal.get("/ogc" + path + ("?" + query(**parameters) if parameters else ""), {"Accept": accept})
        return status, headers, content

    def json(self, path, **parameters):
        status, headers, content = self.get(path, **parameters)
        self.assertEqual(status, 200, content[:400])
        return json.loads(content)

    def follow(self, href):
        self.assertTrue(href.startswith(self.portal.base), href)
        return self.portal.json(href[len(self.portal.base):])

    def items(self, layer, **parameters):
        return self.json(f"/collections/{layer}/items", **parameters)

    def ids(self, layer, **parameters):
        return [feature["id"] for feature in self.items(layer, limit=10000, **parameters)["features"]]

    def links(self, document, rel):
        return [link for link in document["links"] if link["rel"] == rel]

    def assert_links(self, document, *rels):
        for link in document["links"]:
            self.assertTrue(link["rel"] and link["type"] and link["href"])
        for rel in rels:
            self.assertTrue(self.links(document, rel), rel)

    def shapefile_of(self, layer):
        """id → (bounds, properties) of the published GeoJSON."""
        return json.loads((self.portal.out / f"current/site/files/{layer}/latest/{layer}.geojson").read_bytes())["features"]

    # Part 1, Annex A

    def test_at01_http_1_1(self):
        import socket
        with socket.create_connection(("127.0.0.1", self.portal.port)) as raw:
            raw.sendall(b"GET /ogc/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            self.assertTrue(raw.recv(100).startswith(b"HTTP/1.1 200"))

    def test_at02_geometries_are_in_crs84_unless_told(self):
        for layer in self.layers:
            document = self.items(layer, limit=5)
            _, headers, _ = self.get(f"/collections/{layer}/items", limit=1)
            self.assertEqual(headers["Content-Crs"], f"<{CRS84}>")
            for feature in document["features"]:
                if feature["geometry"]:
                    position = feature["geometry"]["coordinates"]
                    while isinstance(position[0], list):
                        position = position[0]
                    self.assertTrue(103 < position[0] < 105.1 and 20 < position[1] < 22.2, position)

    def test_at03_at04_the_landing_page_leads_everywhere(self):
        for path in ("", "/"):
            document = self.json(path)
            self.assert_links(document, "self", "alternate", "service-desc", "service-doc", "conformance", "data")
            self.assertEqual(self.links(document, "service-desc")[0]["type"], "application/vnd.oai.openapi+json;version=3.0")
            for link in document["links"]:
                status, headers, _ = self.portal.get(link["href"][len(self.portal.base):])
                self.assertEqual(status, 200, link)
                self.assertEqual(headers["Content-Type"].split("; charset")[0], link["type"])

    def test_at05_at06_the_api_is_described_in_openapi_3_0(self):
        status, headers, content = self.get("/api")
        self.assertEqual((status, headers["Content-Type"]), (200, "application/vnd.oai.openapi+json;version=3.0"))
        document = json.loads(content)
        self.assertEqual(document["openapi"].split(".")[:2], ["3", "0"])
        operations = [operation["get"] for operation in document["paths"].values()]
        self.assertEqual(len({operation["operationId"] for operation in operations}), len(operations))
        text = json.dumps(document)
        for name in re.findall(r'"#/components/(\w+)/([\w-]+)"', text):
            self.assertIn(name[1], document["components"][name[0]])
        for path, operation in ((path, item["get"]) for path, item in document["paths"].items()):
            named = set()
            for parameter in operation["parameters"]:
                parameter = document["components"]["parameters"][parameter["$ref"].rsplit("/", 1)[1]] if "$ref" in parameter else parameter
                self.assertNotIn(parameter["name"], named)
                named.add(parameter["name"])
                self.assertEqual(parameter["required"], parameter["in"] == "path")
            self.assertEqual(set(re.findall(r"{(\w+)}", path)), {name for name in named if name in ("collectionId", "featureId")})
            self.assertTrue({"200", "400"} <= set(operation["responses"]))
        for layer in self.layers:
            self.assertIn(f"/collections/{layer}/items", document["paths"])
        try:
            import openapi_spec_validator
        except ImportError:
            return  # no package of Debian 12
        openapi_spec_validator.validate(document)

    def test_at07_at08_conformance_names_core_openapi_geojson_and_html(self):
        declared = self.json("/conformance")["conformsTo"]
        for name in ("core", "oas30", "geojson", "html"):
            self.assertIn(f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{name}", declared)
        self.assertIn("http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs", declared)

    def test_at09_at10_collections(self):
        document = self.json("/collections")
        self.assert_links(document, "self", "alternate")
        self.assertEqual([collection["id"] for collection in document["collections"]], self.layers + ["catalogue"])
        for collection in document["collections"]:
            self.assert_links(collection, "items")
            self.assertEqual({link["type"] for link in self.links(collection, "items")}, {"application/geo+json", "text/html"})
            self.assertEqual(collection["crs"][0], CRS84)
            west, south, east, north = collection["extent"]["spatial"]["bbox"][0]
            self.assertTrue(west <= east and south <= north)

    def test_at11_at12_a_collection_alone_is_as_in_the_list(self):
        for collection in self.json("/collections")["collections"]:
            self.assertEqual(self.json("/collections/" + collection["id"]), collection)
            self.assertTrue(collection["title"] and collection["description"])
        self.assertEqual(self.get("/collections/khong-co")[0], 404)

    def test_at13_items_are_geojson(self):
        for layer in self.layers:
            status, headers, _ = self.get(f"/collections/{layer}/items")
            self.assertEqual((status, headers["Content-Type"]), (200, "application/geo+json"))

    def parameter(self, name):
        return self.json("/api")["components"]["parameters"][name]

    def test_at14_bbox_is_declared(self):
        declared = self.parameter("bbox")
        self.assertEqual((declared["in"], declared["required"], declared["style"], declared["explode"]), ("query", False, "form", False))
        self.assertEqual((declared["schema"]["type"], declared["schema"]["minItems"], declared["schema"]["maxItems"], declared["schema"]["items"]["type"]), ("array", 4, 6, "number"))

    def test_at15_bbox_chooses_what_it_meets_and_what_has_no_place(self):
        for layer in self.layers:
            west, south, east, north = self.json("/collections/" + layer)["extent"]["spatial"]["bbox"][0]
            box = (west + (east - west) / 4, south + (north - south) / 4, east - (east - west) / 4, north - (north - south) / 4)
            got = self.items(layer, bbox="%.15f,%.15f,%.15f,%.15f" % box, limit=10000)
            self.assertEqual(got["numberMatched"], len(got["features"]))
            wanted = self.ogr_ids(layer, box)
            self.assertEqual(sorted(str(feature["id"]) for feature in got["features"] if feature["geometry"]), wanted, layer)
            with_heights = self.items(layer, bbox="%f,%f,0,%f,%f,100" % box, limit=10000)
            self.assertEqual(with_heights["numberMatched"], self.items(layer, bbox="%f,%f,%f,%f" % box)["numberMatched"])
        self.assertEqual(self.items(FORESTS, bbox="-180,-90,-170,-80")["numberMatched"], sum(feature["geometry"] is None for feature in self.shapefile_of(FORESTS)))
        self.assertEqual(self.items(RESERVOIRS, bbox="170,-90,150,90")["numberMatched"], len(self.shapefile_of(RESERVOIRS)))  # across the antimeridian

    def test_at16_limit_is_declared(self):
        declared = self.parameter("limit")
        self.assertEqual((declared["in"], declared["required"], declared["style"], declared["explode"], declared["schema"]["type"]), ("query", False, "form", False, "integer"))
        self.assertEqual((declared["schema"]["minimum"], declared["schema"]["maximum"], declared["schema"]["default"]), (1, 10000, 100))

    def test_at17_limit_bounds_a_page_and_above_the_maximum_is_no_fault(self):
        self.assertEqual(len(self.items(RESERVOIRS, limit=3)["features"]), 3)
        self.assertEqual(len(self.items(RESERVOIRS, limit=99999999)["features"]), len(self.shapefile_of(RESERVOIRS)))
        self.assertEqual(len(self.items(RESERVOIRS)["features"]), min(100, len(self.shapefile_of(RESERVOIRS))))

    def test_at18_datetime_is_declared(self):
        declared = self.parameter("datetime")
        self.assertEqual((declared["in"], declared["required"], declared["style"], declared["explode"], declared["schema"]["type"]), ("query", False, "form", False, "string"))

    def test_at19_datetime_chooses_by_moment_and_interval(self):
        rows = self.portal.csv(RESERVOIRS)
        day = sorted(row["ngay_kiem_dinh"] for row in rows if row["ngay_kiem_dinh"])[10]
        for value, fits in ((day, lambda d: d == day), (f"{day}T12:00:00+07:00", lambda d: d == day), (f"../{day}", lambda d: d <= day), (f"{day}/..", lambda d: d >= day), (f"{day}/", lambda d: d >= day), (f"/{day}", lambda d: d <= day),
                            (f"{day}T00:00:00Z/{day}T16:00:00.5Z", lambda d: d == day)):
            with self.subTest(datetime=value):
                self.assertEqual(self.ids(RESERVOIRS, datetime=value), [row["ma_ho"] for row in rows if not row["ngay_kiem_dinh"] or fits(row["ngay_kiem_dinh"])])

    def test_at20_a_wrong_value_is_400(self):
        for parameter in ("limit=many", "limit=0", "limit=-1", "bbox=1,2,3", "bbox=a,b,c,d", "bbox=5,5,1,1", "datetime=yesterday", "datetime=2026-02-30", "datetime=../..", "crs=EPSG:4326", "bbox-crs=x", "offset=-1", "cursor=x", "f=xml", "filter-lang=sql", "limit=1&limit=2", "dung_tich=nhieu"):
            self.assertEqual(self.get(f"/collections/{RESERVOIRS}/items?" + parameter)[0], 400, parameter)

    def test_at21_an_unknown_parameter_is_400(self):
        for path in ("", "/conformance", "/collections", f"/collections/{RESERVOIRS}", f"/collections/{RESERVOIRS}/items", f"/collections/{RESERVOIRS}/items/HC0001", "/collections/catalogue/items"):
            status, _, content = self.get(path + "?unknownQueryParameter12345=1")
            self.assertEqual((status, json.loads(content)["parameter"]), (400, "unknownQueryParameter12345"), path)

    def test_at22_at26_a_collection_of_features_counts_exactly_and_leads_through_all_pages(self):
        for layer in self.layers:
            wanted = [feature["properties"] for feature in self.shapefile_of(layer)]
            size = max(1, len(wanted) // 4)
            page = self.items(layer, limit=size)
            seen, pages = [], 0
            while True:
                self.assertEqual(page["type"], "FeatureCollection")
                self.assert_links(page, "self", "alternate")
                self.assertRegex(page["timeStamp"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
                self.assertEqual((page["numberMatched"], page["numberReturned"]), (len(wanted), len(page["features"])))
                seen += page["features"]
                pages += 1
                following = self.links(page, "next")
                if not following:
                    break
                back = page
                page = self.follow(following[0]["href"])
                self.assertEqual(self.follow(self.links(page, "prev")[0]["href"])["features"], back["features"])
            self.assertGreaterEqual(pages, 2 if len(wanted) > 1 else 1)
            self.assertEqual([feature["properties"] for feature in seen], wanted)
            self.assertEqual(len({feature["id"] for feature in seen}), len(wanted))

    def test_at22_a_filter_stays_in_the_links(self):
        page = self.items(RESERVOIRS, limit=2, filter="loai_ho = 'TD' OR ten_ho LIKE 'Hồ %'", bbox="103,20,105.5,22.5")
        following = urllib.parse.parse_qs(urllib.parse.urlsplit(self.links(page, "next")[0]["href"]).query)
        self.assertEqual((following["filter"], following["bbox"], following["limit"]), (["loai_ho = 'TD' OR ten_ho LIKE 'Hồ %'"], ["103,20,105.5,22.5"], ["2"]))

    def test_at27_at29_a_feature_alone(self):
        for layer in self.layers:
            for feature in self.items(layer, limit=3)["features"]:
                alone = self.json(f"/collections/{layer}/items/" + urllib.parse.quote(str(feature["id"]), safe=""))
                self.assert_links(alone, "self", "alternate", "collection")
                self.assertEqual({key: alone[key] for key in feature}, feature)
        self.assertEqual(self.get(f"/collections/{RESERVOIRS}/items/KHONG")[0], 404)

    def test_html_every_answer_is_a_page_with_all_of_it_and_its_links(self):
        for path in ("", "/conformance", "/api", "/collections", f"/collections/{RESERVOIRS}", f"/collections/{RESERVOIRS}/queryables", f"/collections/{RESERVOIRS}/items", f"/collections/{RESERVOIRS}/items/HC0001", "/collections/catalogue/items", f"/collections/catalogue/items/{RESERVOIRS}"):
            with self.subTest(path=path):
                status, headers, content = self.get(path, BROWSER["Accept"])
                self.assertEqual((status, headers["Content-Type"]), (200, PAGE))
                self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
                page = Links()
                page.feed(content.decode())
                document = self.json(path)
                for link in document.get("links", []):
                    if link["rel"] not in ("self", "alternate", "next"):
                        self.assertIn(link["href"], page.hrefs)
                self.assertTrue(any("f=json" in (href or "") for href in page.hrefs) or path.endswith(("api", "queryables")), path)
        words = "".join(Links.feed(page := Links(), self.get(f"/collections/{RESERVOIRS}/items/HC0001", BROWSER["Accept"])[2].decode()) or page.words)
        for value in self.json(f"/collections/{RESERVOIRS}/items/HC0001")["properties"].values():
            self.assertIn(str(value) if value is not None else "–", words)
        self.assertEqual(self.get("/collections", "*/*")[1]["Content-Type"], "application/json")
        self.assertEqual(self.get("/collections?f=html")[1]["Content-Type"], PAGE)
        self.assertEqual(self.portal.get("/en/ogc/collections", BROWSER)[0], 200)

    def test_links_never_carry_a_forged_host(self):
        for headers in ({"Host": "evil.example"}, {"Host": "127.0.0.1:80", "X-Forwarded-For": "10.0.0.1"}, {"Host": "localhost:1@evil.example"}, {"X-Forwarded-Host": "evil.example"}):
            content = self.portal.get("/ogc/collections", headers)[2]
            self.assertNotIn(b"evil.example", content)

    # Part 2

    def test_crs_coordinates_and_boxes_are_those_of_proj_in_the_order_of_the_authority(self):
        degrees = {feature["id"]: feature["geometry"] for feature in self.items(RESERVOIRS, limit=1000)["features"]}
        for code, swapped in (("4326", True), ("3857", False), ("9206", False), ("3405", False)):
            status, headers, content = self.get(f"/collections/{RESERVOIRS}/items", crs=EPSG + code, limit=1000)
            self.assertEqual((status, headers["Content-Crs"]), (200, f"<{EPSG}{code}>"))
            features = [feature for feature in json.loads(content)["features"] if feature["geometry"]]
            points = "".join("%.9f %.9f\n" % tuple(degrees[feature["id"]]["coordinates"]) for feature in features)
            transformed = subprocess.run(["gdaltransform", "-s_srs", "OGC:CRS84", "-t_srs", "EPSG:" + code if code != "4326" else "OGC:CRS84", "-output_xy"], input=points, capture_output=True, text=True, check=True).stdout.split("\n")
            box = None
            for feature, line in zip(features, transformed):
                x, y = (float(word) for word in line.split())
                got = feature["geometry"]["coordinates"]
                wanted = (y, x) if swapped else (x, y)
                tolerance = 1e-6 if code == "4326" else 0.02
                self.assertAlmostEqual(got[0], wanted[0], delta=tolerance)
                self.assertAlmostEqual(got[1], wanted[1], delta=tolerance)
            west, south = features[0]["geometry"]["coordinates"]
            step = 0.05 if code == "4326" else 5000
            box = "%f,%f,%f,%f" % (west - step, south - step, west + step, south + step)
            inside = [feature["id"] for feature in features if abs(feature["geometry"]["coordinates"][0] - west) <= step and abs(feature["geometry"]["coordinates"][1] - south) <= step]
            got = self.items(RESERVOIRS, **{"bbox": box, "bbox-crs": EPSG + code, "limit": 1000})
            self.assertEqual([feature["id"] for feature in got["features"] if feature["geometry"]], inside, code)
            declared = self.json("/collections/" + RESERVOIRS)["crs"]
            self.assertIn(EPSG + code, declared)

    # Part 3

    def test_filters_in_cql2_choose_the_rows_that_a_scan_of_the_csv_chooses(self):
        rows = self.portal.csv(RESERVOIRS)
        number = lambda row, name: float(row[name]) if row[name] else None
        cases = [("loai_ho = 'TD'", {"op": "=", "args": [{"property": "loai_ho"}, "TD"]}, lambda row: row["loai_ho"] == "TD"),
                 ("100 > dung_tich", {"op": ">", "args": [100, {"property": "dung_tich"}]}, lambda row: number(row, "dung_tich") is not None and number(row, "dung_tich") < 100),
                 ("dien_tich_tuoi <> 100", {"op": "<>", "args": [{"property": "dien_tich_tuoi"}, 100]}, lambda row: row["dien_tich_tuoi"] and number(row, "dien_tich_tuoi") != 100),
                 ("NOT dien_tich_tuoi >= 100", {"op": "not", "args": [{"op": ">=", "args": [{"property": "dien_tich_tuoi"}, 100]}]}, lambda row: row["dien_tich_tuoi"] and number(row, "dien_tich_tuoi") < 100),
                 ("dien_tich_tuoi IS NULL", {"op": "isNull", "args": [{"property": "dien_tich_tuoi"}]}, lambda row: not row["dien_tich_tuoi"]),
                 ("dien_tich_tuoi IS NOT NULL AND (loai_ho <> 'TD' OR dung_tich <= 1e3)", {"op": "and", "args": [{"op": "not", "args": [{"op": "isNull", "args": [{"property": "dien_tich_tuoi"}]}]}, {"op": "or", "args": [{"op": "<>", "args": [{"property": "loai_ho"}, "TD"]}, {"op": "<=", "args": [{"property": "dung_tich"}, 1000]}]}]},
                  lambda row: row["dien_tich_tuoi"] and (row["loai_ho"] != "TD" or number(row, "dung_tich") <= 1000)),
                 ("ma_ho IN ('HC0001','HC0005')", {"op": "in", "args": [{"property": "ma_ho"}, ["HC0001", "HC0005"]]}, lambda row: row["ma_ho"] in ("HC0001", "HC0005")),
                 ("ma_ho NOT IN ('HC0001','HC0005')", {"op": "not", "args": [{"op": "in", "args": [{"property": "ma_ho"}, ["HC0001", "HC0005"]]}]}, lambda row: row["ma_ho"] not in ("HC0001", "HC0005")),
                 ("nam_hoan_thanh BETWEEN 2000 AND 2010", {"op": "between", "args": [{"property": "nam_hoan_thanh"}, 2000, 2010]}, lambda row: row["nam_hoan_thanh"] and 2000 <= int(row["nam_hoan_thanh"]) <= 2010),
                 ("nam_hoan_thanh NOT BETWEEN 2000 AND 2010", {"op": "not", "args": [{"op": "between", "args": [{"property": "nam_hoan_thanh"}, 2000, 2010]}]}, lambda row: row["nam_hoan_thanh"] and not 2000 <= int(row["nam_hoan_thanh"]) <= 2010),
                 ("ten_ho LIKE 'Hồ thủy điện%'", {"op": "like", "args": [{"property": "ten_ho"}, "Hồ thủy điện%"]}, lambda row: row["ten_ho"].startswith("Hồ thủy điện")),
                 ("CASEI(ACCENTI(ten_ho)) LIKE CASEI(ACCENTI('%SON la%'))", {"op": "like", "args": [{"op": "casei", "args": [{"op": "accenti", "args": [{"property": "ten_ho"}]}]}, {"op": "casei", "args": [{"op": "accenti", "args": ["%SON la%"]}]}]}, lambda row: "sơn la" in row["ten_ho"].lower()),
                 ("T_AFTER(ngay_kiem_dinh, DATE('2023-01-01'))", {"op": "t_after", "args": [{"property": "ngay_kiem_dinh"}, {"date": "2023-01-01"}]}, lambda row: row["ngay_kiem_dinh"] > "2023-01-01"),
                 ("T_INTERSECTS(ngay_kiem_dinh, INTERVAL('2022-01-01','2022-12-31'))", {"op": "t_intersects", "args": [{"property": "ngay_kiem_dinh"}, {"interval": ["2022-01-01", "2022-12-31"]}]}, lambda row: row["ngay_kiem_dinh"].startswith("2022")),
                 ("T_DURING(ngay_kiem_dinh, INTERVAL('2022-12-31','..'))", {"op": "t_during", "args": [{"property": "ngay_kiem_dinh"}, {"interval": ["2022-12-31", ".."]}]}, lambda row: row["ngay_kiem_dinh"] > "2022-12-31"),
                 ("ngay_kiem_dinh < DATE('2022-06-01')", {"op": "<", "args": [{"property": "ngay_kiem_dinh"}, {"date": "2022-06-01"}]}, lambda row: row["ngay_kiem_dinh"] and row["ngay_kiem_dinh"] < "2022-06-01"),
                 ("\"loai_ho\"='TD' AND true", {"op": "and", "args": [{"op": "=", "args": [{"property": "loai_ho"}, "TD"]}, True]}, lambda row: row["loai_ho"] == "TD"),
                 ("ten_ho = 'O''Brien'", {"op": "=", "args": [{"property": "ten_ho"}, "O'Brien"]}, lambda row: row["ten_ho"] == "O'Brien")]
        for text, expression, fits in cases:
            with self.subTest(filter=text):
                wanted = [row["ma_ho"] for row in rows if fits(row)]
                self.assertEqual(self.ids(RESERVOIRS, filter=text), wanted)
                self.assertEqual(self.ids(RESERVOIRS, **{"filter": text, "filter-lang": "cql2-text"}), wanted)
                self.assertEqual(self.ids(RESERVOIRS, **{"filter": json.dumps(expression), "filter-lang": "cql2-json"}), wanted)
                self.assertEqual(self.items(RESERVOIRS, filter=text, limit=1)["numberMatched"], len(wanted))
        self.assertEqual(self.ids(RESERVOIRS, loai_ho="TD", filter="dung_tich > 100"), [row["ma_ho"] for row in rows if row["loai_ho"] == "TD" and number(row, "dung_tich") > 100])

    def test_filters_by_place_are_by_the_geometry_itself(self):
        shape = "POLYGON((103.2 20.8,104.6 20.8,103.2 21.9,103.2 20.8))"
        ring = {"type": "Polygon", "coordinates": [[[103.2, 20.8], [104.6, 20.8], [103.2, 21.9], [103.2, 20.8]]]}
        for layer in self.layers:
            wanted = self.ogr_ids(layer, shape)
            got = self.ids(layer, filter=f"S_INTERSECTS(geometry, {shape})")
            self.assertEqual(sorted(map(str, got)), wanted, layer)
            self.assertEqual(self.ids(layer, **{"filter": json.dumps({"op": "s_intersects", "args": [{"property": "geometry"}, ring]}), "filter-lang": "cql2-json"}), got)
            self.assertEqual(self.ids(layer, filter="S_INTERSECTS(geometry, BBOX(103.5,21,104,21.5))"), [feature["id"] for feature in self.items(layer, bbox="103.5,21,104,21.5", limit=10000)["features"] if feature["geometry"]])
            with_place = sum(feature["geometry"] is not None for feature in self.shapefile_of(layer))
            self.assertEqual(len(self.ids(layer, filter=f"NOT S_INTERSECTS(geometry, {shape})")), with_place - len(got))
        metres = self.items(RESERVOIRS, crs=EPSG + "9206", limit=1)["features"][0]
        x, y = metres["geometry"]["coordinates"]
        self.assertIn(metres["id"], self.ids(RESERVOIRS, **{"filter": f"S_INTERSECTS(geometry, BBOX({x - 1},{y - 1},{x + 1},{y + 1}))", "filter-crs": EPSG + "9206"}))

    def test_queryables_are_the_fields(self):
        schema = self.json(f"/collections/{RESERVOIRS}/queryables")
        self.assertEqual(set(schema["properties"]), {*self.portal.csv(RESERVOIRS)[0], "geometry"})
        self.assertEqual((schema["type"], schema["additionalProperties"]), ("object", False))
        self.assertEqual(self.get(f"/collections/{RESERVOIRS}/queryables")[1]["Content-Type"], "application/schema+json")

    def test_malformed_filters_are_refused_with_the_place_of_the_fault(self):
        for text in ("", "(", "a =", "loai_ho", "loai_ho ==", "loai_ho = 'TD", "khong_co = 1", "loai_ho = 1 AND", "S_INTERSECTS(geometry)", "S_TOUCHES(geometry, POINT(1 2))", "S_INTERSECTS(loai_ho, POINT(1 2))", "S_INTERSECTS(geometry, POLYGON((1 2)))", "T_AFTER(loai_ho, DATE('2026-01-01'))",
                     "T_AFTER(ngay_kiem_dinh, DATE('2026-13-01'))", "ten_ho LIKE '%a_b%'", "dung_tich = 'x'", "loai_ho IN ()", "1 = 1", "loai_ho = loai_ho", "(" * 2000, "NOT " * 2000 + "true", " AND ".join(["dung_tich > 1"] * 200), "a" * 5000, "'; DROP TABLE x", "dung_tich = 1e999", "\x01", "S_INTERSECTS(geometry, POINT(nan nan))"):
            with self.subTest(filter=text[:40]):
                status, _, content = self.get(f"/collections/{RESERVOIRS}/items", filter=text)
                self.assertEqual((status, json.loads(content)["parameter"]), (400, "filter"), content)
        for text in ("", "[]", "{", '{"op":"="}', '{"op":"=","args":[1]}', '{"op":1,"args":[]}', '{"op":"and","args":[1]}', '{"op":"in","args":[{"property":"loai_ho"},"TD"]}', "[" * 1000, '{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":[1]}]}', '{"op":"=","args":[{"property":{}},1]}', "null"):
            with self.subTest(json=text[:40]):
                status, _, content = self.get(f"/collections/{RESERVOIRS}/items", **{"filter": text, "filter-lang": "cql2-json"})
                self.assertEqual((status, json.loads(content)["parameter"]), (400, "filter"), content)

    # Records

    def test_records_are_the_catalogue_by_words_place_time_and_kind(self):
        everything = self.json("/collections/catalogue/items", limit=1000)
        self.assertEqual([record["id"] for record in everything["features"]], self.portal.published())
        for record in everything["features"]:
            self.assertTrue({"id", "type", "geometry", "time", "properties", "links"} <= set(record))
            self.assertTrue({"type", "title", "created", "updated", "language", "keywords"} <= set(record["properties"]))
            alone = self.json("/collections/catalogue/items/" + record["id"])
            self.assertEqual(alone["properties"], record["properties"])
            self.assert_links(alone, "self", "alternate", "collection", "enclosure")
        found = lambda **parameters: [record["id"] for record in self.json("/collections/catalogue/items", limit=1000, **parameters)["features"]]
        self.assertIn(RESERVOIRS, found(q="HO CHUA"))
        self.assertEqual(set(found(q="hồ chứa,cầu")), set(found(q="hồ chứa")) | set(found(q="cầu")))
        self.assertEqual(found(ids=f"{RESERVOIRS},khong-co"), [RESERVOIRS])
        self.assertEqual((found(type="dataset"), found(type="service")), (self.portal.published(), []))
        self.assertEqual(found(bbox="-10,-10,-5,-5"), [record["id"] for record in everything["features"] if record["geometry"] is None])
        self.assertNotIn(RESERVOIRS, found(datetime="../1990-01-01"))
        self.assertIn(RESERVOIRS, found(datetime="2026-05-01/2026-06-01"))
        page, seen = self.json("/collections/catalogue/items", limit=7), []
        while True:
            self.assertEqual(page["numberMatched"], len(self.portal.published()))
            seen += [record["id"] for record in page["features"]]
            if not self.links(page, "next"):
                break
            page = self.follow(self.links(page, "next")[0]["href"])
        self.assertEqual(seen, self.portal.published())

    def test_a_withdrawn_layer_is_gone(self):
        self.portal.stop()
        self.portal.run("withdraw", "du-lieu-cau", "--document", "45/QĐ-TEST (minh họa)", "--reason", "Số liệu đo sai (minh họa)", "--reason-en", "Measured wrongly (illustrative)")
        self.portal.run("build")
        self.portal.start()
        self.layers.remove("du-lieu-cau")
        self.assertEqual(self.get("/collections/du-lieu-cau/items")[0], 410)
        self.assertNotIn("du-lieu-cau", [collection["id"] for collection in self.json("/collections")["collections"]])
        self.assertEqual(self.get("/collections/catalogue/items/du-lieu-cau")[0], 404)

    def test_the_shipped_nginx_site_serves_it(self):
        with nginx(self.portal.out, self.portal.port) as port:
            for path in ("/ogc", "/ogc/", "/ogc/collections", f"/ogc/collections/{RESERVOIRS}/items?limit=1", "/ogc/api"):
                self.assertEqual(self.portal.get(path, port=port)[0], 200, path)
            self.assertNotIn(str(port).encode(), self.portal.get("/ogc/", port=port)[2])

    # Clients

    def key_of(self, layer):
        keys = json.loads((self.portal.out / f"current/data/{layer}/dataset.json").read_bytes())["key"]
        return keys[0] if len(keys) == 1 else "fid"

    def ogr_ids(self, layer, place):
        """Ids of the features of the GeoPackage that meet a box or a shape, by GDAL and GEOS."""
        gpkg = self.portal.out / f"current/site/files/{layer}/latest/{layer}.gpkg"
        if not isinstance(place, str):
            west, south, east, north = place
            place = f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"
        table = layer.replace("-", "_")
        key = f'"{self.key_of(layer)}"' if self.key_of(layer) != "fid" else "rowid"
        statement = f"SELECT CAST({key} AS TEXT) AS id_ FROM \"{table}\" WHERE ST_Intersects(geom, ST_GeomFromText('{place}', 4326))"
        done = subprocess.run(["ogr2ogr", "-f", "CSV", "/vsistdout/", str(gpkg), "-dialect", "SQLITE", "-sql", statement], capture_output=True, text=True, check=True)
        return sorted(line.strip('"') for line in done.stdout.split("\n")[1:] if line)

    def test_gdal_reads_every_layer_page_box_and_filter_as_in_the_geopackage(self):
        with tempfile.TemporaryDirectory(prefix="khomo-oapif-") as folder:
            environment = {**os.environ, "GDAL_HTTP_TIMEOUT": "60"}
            for layer in self.layers:
                west, south, east, north = self.json("/collections/" + layer)["extent"]["spatial"]["bbox"][0]
                box = [str(west), str(south), str((west + east) / 2), str((south + north) / 2)]
                key = self.key_of(layer)
                for name, more in (("all", []), ("box", ["-spat", *box]), *([("filter", ["-where", f"{key} < 'M'"])] if key != "fid" else [])):
                    results = []
                    for source in ("OAPIF:" + self.portal.base + "/ogc/", str(self.portal.out / f"current/site/files/{layer}/latest/{layer}.gpkg")):
                        path = pathlib.Path(folder) / "out.geojson"
                        path.unlink(missing_ok=True)
                        table = layer if source.startswith("OAPIF") else layer.replace("-", "_")
                        options = ["-oo", "PAGE_SIZE=40"] if source.startswith("OAPIF") else []
                        subprocess.run(["ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=9", *more, *options, str(path), source, table], capture_output=True, text=True, check=True, env=environment)
                        features = json.loads(path.read_bytes())["features"]
                        # GDAL guesses types from the first page: compare as text.
                        results.append(sorted((normal(feature["properties"]), flat(feature["geometry"])) for feature in features))
                    with self.subTest(layer=layer, what=name):
                        self.assertTrue(results[1] or name != "all")
                        self.assertEqual([properties for properties, _ in results[0]], [properties for properties, _ in results[1]])
                        for (properties, got), (_, wanted) in zip(*results):
                            self.assertEqual(len(got), len(wanted), properties)
                            self.assertLess(max((abs(a - b) for a, b in zip(got, wanted)), default=0), 1.1e-7, properties)  # seven decimals are written

    def test_owslib_reads_collections_pages_boxes_and_filters(self):
        try:
            from owslib.ogcapi.features import Features
        except ImportError:
            self.skipTest("python3-owslib is not installed")
        service = Features(self.portal.base + "/ogc/")
        self.assertEqual(sorted(service.feature_collections()), sorted(self.layers + ["catalogue"]) if "catalogue" in service.feature_collections() else sorted(self.layers))
        self.assertIn("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core", service.conformance()["conformsTo"])
        self.assertEqual(service.api()["openapi"], "3.0.3")
        for layer in self.layers:
            self.assertEqual(service.collection(layer)["id"], layer)
            whole = service.collection_items(layer, limit=10000)
            self.assertEqual([feature["properties"] for feature in whole["features"]], [feature["properties"] for feature in self.shapefile_of(layer)])
            self.assertEqual(service.collection_item(layer, str(whole["features"][0]["id"]))["id"], whole["features"][0]["id"])
            self.assertIn("properties", service.collection_queryables(layer))
        west = service.collection_items(RESERVOIRS, bbox=[103, 20.5, 104, 22.5], limit=1000)
        self.assertEqual([feature["id"] for feature in west["features"]], self.ids(RESERVOIRS, bbox="103,20.5,104,22.5"))
        filtered = service.collection_items(RESERVOIRS, filter="loai_ho = 'TD'", limit=1000)
        self.assertEqual([feature["id"] for feature in filtered["features"]], self.ids(RESERVOIRS, loai_ho="TD"))

    @unittest.skipUnless(os.path.exists("/usr/lib/python3/dist-packages/qgis"), "QGIS is not installed (scripts/packages-all.txt)")
    def test_qgis_reads_every_layer(self):
        done = subprocess.run(["/usr/bin/python3", "-B", str(SOURCE / "tests/clients/read_with_qgis.py"), self.portal.base + "/ogc/", *self.layers], capture_output=True, text=True, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        counts = json.loads(done.stdout.strip().split("\n")[-1])
        self.assertEqual(counts, {layer: len(self.shapefile_of(layer)) for layer in self.layers})


def flat(geometry):
    """All numbers of a geometry in order."""
    numbers, waiting = [], [geometry["coordinates"]] if geometry else []
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting += reversed(item)
        else:
            numbers.append(item)
    return numbers


def normal(properties):
    """Without what differs in spelling only: 1 and 1.0, true and 1, the dates of GDAL."""
    text = json.dumps({name: str(value) for name, value in properties.items() if name not in ("id", "fid") and value is not None}, sort_keys=True, ensure_ascii=False)
    return re.sub(r'"(-?\d+)\.0"', r'"\1"', text).replace('"True"', '"1"').replace('"False"', '"0"').replace("/", "-")


if __name__ == "__main__":
    unittest.main()
