#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Map tiles as they are published: every tile is read with the readers of others and held against the layer. KHOMO_BIN names the folder of the programs."""
import csv
import hashlib
import io
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import tempfile
import unittest
import urllib.request

SOURCE = pathlib.Path(__file__).resolve().parents[2]
KHOMO = pathlib.Path(os.environ.get("KHOMO_BIN", SOURCE / "build/debug/bin")) / "khomo"
MODULES = SOURCE / "site-templates/assets/node_modules"
SIDE = 90  # lots along each side
CLASSES = ["TXB", "RTG", "NN", "DT2", "HG1"]
HEAD = """title: {{vi: "{id}", en: "{id}"}}
summary: {{vi: "Lớp do máy vẽ, chỉ dùng để thử.", en: "A layer drawn by a script, for tests alone."}}
agency: co-quan-thu
theme: thu
keywords: {{vi: [thử], en: [test]}}
class: open
class_reason: {{vi: "Để thử.", en: "For tests."}}
frequency: yearly
decision: {{number: "01/QĐ (minh họa)", date: 2026-06-01, signer: "Người ký (minh họa)"}}
licence: cc0-1.0
illustrative: true
"""
LOTS = HEAD.format(id="lo-thu") + """geometry: {type: polygon, crs: EPSG:9206, wkt: hinh}
key: [ma]
fields:
  - {name: ma, type: string, title: {vi: Mã, en: Code}, required: true}
  - {name: loai, type: string, title: {vi: Loại, en: Kind}, codelist: [%s]}
  - {name: dien_tich, type: number, title: {vi: Diện tích, en: Area}, unit: ha}
  - {name: hinh, type: string, title: {vi: Hình, en: Shape}}
views: {map: {colour: loai, label: ma}, table: {columns: [ma, loai, dien_tich]}}
""" % ", ".join("{code: %s, title: {vi: Loại %s, en: Kind %s}}" % (c, c, c) for c in CLASSES)


def crooked_lots():
    """Rows of lots about 270 m wide in VN-2000 (EPSG:9206), with common borders, and classes without order, the last of them rare."""
    draw = random.Random(20)
    node = {(x, y): (480000 + x * 272 + draw.uniform(-70, 70), 2340000 + y * 272 + draw.uniform(-70, 70)) for x in range(SIDE + 1) for y in range(SIDE + 1)}
    for y in range(SIDE):
        for x in range(SIDE):
            ring = [node[x, y], node[x + 1, y], node[x + 1, y + 1], node[x, y + 1], node[x, y]]
            area = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))) / 20000
            yield [f"L{y:03}{x:03}", draw.choices(CLASSES, [40, 30, 20, 9, 1])[0], f"{area:.2f}", "POLYGON((" + ",".join(f"{e:.3f} {n:.3f}" for e, n in ring) + "))"]


def deliver(portal, dataset, name, data):
    folder = portal / "warehouse" / dataset / "giao"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(data)
    steps = "".join(f'  {step}: {{by: "Người Ký Số {n} (minh họa)", position: "Công chức (minh họa)", agency: co-quan-thu, at: "2026-09-0{n}T08:00:00+07:00", document: "{n}/MH"}}\n'
                    for n, step in enumerate(["prepared", "appraised", "approved"], 1))
    (folder / "approval.yaml").write_text(f'dataset: {dataset}\nsource_system: Kho thử\nperiod: "2026"\nillustrative: true\nsteps:\n{steps}files:\n'
                                          f"  - {{path: {name}, sha256: {hashlib.sha256(data).hexdigest()}, bytes: {len(data)}}}\n", encoding="utf-8")


def csv_bytes(heading, rows):
    out = io.StringIO()
    csv.writer(out).writerows([heading, *rows])
    return out.getvalue().encode()


def read_tiles(archive, colour):
    result = subprocess.run(["node", str(SOURCE / "tests/flows/read_tiles.mjs"), str(archive), str(MODULES), colour], capture_output=True, text=True, timeout=300)
    if result.returncode != 0:
        raise AssertionError(result.stderr)
    return json.loads(result.stdout)


class MapsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="khomo-maps-"))
        cls.portal = cls.folder / "portal"
        shutil.copytree(SOURCE / "tests/data/portal-others", cls.portal, ignore=shutil.ignore_patterns("datasets"))
        (cls.portal / "datasets").mkdir()
        (cls.portal / "datasets/lo-thu.md").write_text(f"---\n{LOTS}---\n\nThử.\n", encoding="utf-8")
        cls.lots = list(crooked_lots())
        deliver(cls.portal, "lo-thu", "lo.csv", csv_bytes(["ma", "loai", "dien_tich", "hinh"], cls.lots))
        cls.report = cls.build("out")
        cls.tiles = cls.folder / "out/current/site/tiles"
        cls.fidelity = json.loads((cls.tiles / "lo-thu.fidelity.json").read_text(encoding="utf-8"))
        cls.read = read_tiles(cls.tiles / "lo-thu.pmtiles", "loai")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    @classmethod
    def build(cls, out, *words, hour=8):
        command = [KHOMO, "build", "--portal", cls.portal, "--out", cls.folder / out, "--state", cls.folder / "state", "--as-of", f"2026-11-01T{hour:02}:00:00+07:00",
                   "--templates", SOURCE / "site-templates", "--json", *words]
        result = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=600)
        if result.returncode != 0:
            raise AssertionError(result.stdout + result.stderr)
        return json.loads(result.stdout)

    def test_readers_of_others_find_nothing_wrong_in_any_tile(self):
        self.assertEqual(self.read["faults"], [])
        self.assertEqual(self.read["header"]["specVersion"], 3)
        self.assertTrue(self.read["header"]["clustered"])
        self.assertEqual(self.read["metadata"]["vector_layers"][0]["id"], "lo-thu")

    def test_every_zoom_keeps_the_area_and_the_share_of_each_class(self):
        truth = {}
        for _, kind, area, _ in self.lots:
            truth[kind] = truth.get(kind, 0) + float(area)
        whole = sum(truth.values())
        finest = sum(self.read["zooms"]["14"]["classes"].values())
        for zoom, seen in self.read["zooms"].items():
            with self.subTest(zoom=zoom):
                shown = sum(seen["classes"].values())
                self.assertAlmostEqual(shown / finest, 1, delta=0.01)
                for kind, area in truth.items():
                    self.assertAlmostEqual(seen["classes"].get(kind, 0) / shown, area / whole, delta=0.01, msg=kind)
                self.assertLessEqual(seen["largest"], 500000)

    def test_what_the_build_says_of_a_zoom_is_what_the_tiles_hold(self):
        self.assertEqual(self.fidelity["refused"], [])
        for line in self.fidelity["zooms"]:
            seen = self.read["zooms"][str(line["zoom"])]
            with self.subTest(zoom=line["zoom"]):
                self.assertEqual((line["tiles"], line["features"], line["largest"]), (seen["tiles"], seen["features"], seen["largest"]))
        self.assertTrue(any(line["generalised"] for line in self.fidelity["zooms"]))

    def test_lots_stand_as_they_are_from_the_detail_zoom_with_what_the_map_shows(self):
        self.assertLessEqual(self.fidelity["detail_zoom"], 11)
        for zoom in range(self.fidelity["detail_zoom"], 15):
            self.assertEqual(self.read["zooms"][str(zoom)]["ids"], SIDE * SIDE)
        self.assertEqual(set(self.read["zooms"]["14"]["properties"][0]), {"ma", "loai", "dien_tich"})

    def test_the_description_names_and_colours_the_classes(self):
        described = json.loads((self.tiles / "lo-thu.json").read_text(encoding="utf-8"))
        self.assertEqual(described["tiles"], "/tiles/lo-thu.pmtiles")
        self.assertEqual(described["classes"][0]["label"], {"vi": "Loại TXB", "en": "Kind TXB"})
        self.assertEqual(sum(one["features"] for one in described["classes"]), SIDE * SIDE)
        self.assertEqual(len({one["colour"] for one in described["classes"]}), len(CLASSES))

    def test_gdal_projection_of_the_source_agrees_with_the_finest_tiles(self):
        # Area in the projection of the web map, computed by PROJ's own command from the coordinates delivered.
        points = [pair for lot in self.lots[:200] for pair in lot[3][9:-2].split(",")]
        moved = subprocess.run(["gdaltransform", "-s_srs", "EPSG:9206", "-t_srs", "EPSG:3857", "-output_xy"], input="\n".join(points), capture_output=True, text=True, timeout=60)
        self.assertEqual(moved.returncode, 0, moved.stderr)
        places = [tuple(map(float, line.split())) for line in moved.stdout.split("\n") if line]
        area = 0
        for at in range(0, len(places), 5):
            ring = places[at:at + 5]
            area += abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))) / 2
        all_lots = sum(self.read["zooms"]["14"]["classes"].values()) * (40075016.6855785 / 4096) ** 2
        share = sum(float(lot[2]) for lot in self.lots[:200]) / sum(float(lot[2]) for lot in self.lots)
        self.assertAlmostEqual(area / share / all_lots, 1, delta=0.005)

    def serve(self):
        server = subprocess.Popen([str(KHOMO.parent / "khomo-server"), "--root", str(self.folder / "out"), "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
        self.addCleanup(server.stdout.close)
        self.addCleanup(server.wait)
        self.addCleanup(server.kill)
        return re.search(r"http://[0-9.:]+", server.stdout.readline()).group()

    def test_the_server_gives_ranges_of_an_archive_and_never_encodes_it(self):
        base = self.serve()
        whole = (self.tiles / "lo-thu.pmtiles").read_bytes()
        for wanted, expected in (("bytes=0-16383", whole[:16384]), (f"bytes=500-699", whole[500:700])):
            request = urllib.request.Request(base + "/tiles/lo-thu.pmtiles", headers={"Range": wanted, "Accept-Encoding": "br, gzip"})
            with urllib.request.urlopen(request, timeout=30) as answer:
                self.assertEqual(answer.status, 206)
                self.assertEqual(answer.headers["Content-Type"], "application/vnd.pmtiles")
                self.assertIsNone(answer.headers["Content-Encoding"])
                self.assertTrue(answer.headers["Content-Range"].endswith(f"/{len(whole)}"))
                self.assertEqual(answer.read(), expected)
        request = urllib.request.Request(base + "/tiles/lo-thu.pmtiles", headers={"Accept-Encoding": "br, gzip"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            self.assertIsNone(answer.headers["Content-Encoding"])
            self.assertEqual(answer.read(), whole)

    def test_a_reader_opens_the_map_on_a_phone_with_the_keyboard_alone(self):
        base = self.serve()
        result = subprocess.run(["node", str(SOURCE / "tests/flows/use_map.mjs"), base, str(MODULES), "lo-thu"], capture_output=True, text=True, timeout=400)
        self.assertEqual(result.returncode, 0, result.stderr)
        seen = json.loads(result.stdout)
        self.assertEqual(seen["faults"], [])  # the policy of content among them
        self.assertEqual(seen["hosts"], [base.split("//")[1]])
        self.assertEqual(seen["early"], [], "the map's script came before anybody asked for it")
        self.assertTrue(seen["picture"].endswith("map.vi.svg"))
        self.assertFalse(seen["buttonWithoutScript"])
        self.assertRegex(seen["card"], r"L\d{6}")
        self.assertIn("Loại ", seen["card"])
        self.assertRegex(seen["address"], r"#map=[0-9.]+/[0-9.]+/[0-9.]+&l=lo-thu:0\.75")
        self.assertGreater(seen["listed"], 5)
        self.assertIn("/api/v1/datasets/lo-thu/rows.geojson?_bbox=", seen["part"])
        self.assertEqual(len(seen["legend"]), len(CLASSES))
        self.assertLessEqual(seen["wide"], 390)
        self.assertIn("thấy 0 đối tượng", seen["hidden"])
        self.assertEqual(seen["shared"]["layers"], ["lo-thu"])
        self.assertEqual(seen["shared"]["address"].split("#")[1].split("&")[0], seen["address"].split("#")[1].split("&")[0])

    def test_another_build_makes_the_same_bytes_and_a_new_description_makes_no_tiles(self):
        archive = (self.tiles / "lo-thu.pmtiles").read_bytes()
        self.build("other", "--full")
        self.assertEqual(archive, (self.folder / "other/current/site/tiles/lo-thu.pmtiles").read_bytes())
        entry = self.portal / "datasets/lo-thu.md"
        entry.write_text(entry.read_text(encoding="utf-8").replace("chỉ dùng để thử", "chỉ để thử"), encoding="utf-8")
        before = os.stat(self.folder / "other/current/site/tiles/lo-thu.pmtiles").st_ino
        self.build("other", hour=9)
        self.assertEqual(before, os.stat(self.folder / "other/current/site/tiles/lo-thu.pmtiles").st_ino)


if __name__ == "__main__":
    unittest.main()
