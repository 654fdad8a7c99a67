#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real files that nobody here wrote (KHOMO_SHARED/third-party), delivered to a portal that describes them: what is published is held against
another reader of the same files. Skipped by name where the files are not there."""
import csv
import hashlib
import io
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest
import zipfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
KHOMO = pathlib.Path(os.environ.get("KHOMO_BIN", SOURCE / "build/debug/bin")) / "khomo"
FILES = pathlib.Path(os.environ.get("KHOMO_SHARED", SOURCE / "../shared")) / "third-party"
AS_OF = "2026-11-01T08:00:00+07:00"
GSO = "2-tables/gso-2019/Agriculture, Forestry and Fishery/"

TABLES = {
    "tinh-thanh": "1-admin/post2025/915_CTK-CSCL.csv",
    "pho-diem": "2-tables/thpt-exam/subject_score_distribution.csv",
    "thong-ke-diem": "2-tables/thpt-exam/year_subject_stats.csv",
    "mon-thi": "2-tables/thpt-exam/subjects.csv",
    "ke-hoach-nhap": "2-tables/mof-budget-csv/Plan_Import.csv",
    "trang-trai": GSO + "Number of farms by province.csv",
    "dien-tich-luong-thuc": GSO + "Planted area of cereals by province.csv",
    "chan-nuoi": GSO + "Main products of livestock.csv",
    "san-luong-san": GSO + "Production of cassava by province.csv",
}
LAYERS = {
    "xa-phuong-utm": "3-layers/derived-vn2000/sonla13_vn2000_utm48.gpkg",
    "phuong-to-hieu": "1-admin/post2025/sonla-communes-geojson/wards/03646_to_hieu.geojson",
    "diem-bay": "3-layers/qgis-formats/points.shp",
    "vung-mau": "3-layers/qgis-formats/polys.shp",
    "dap-thuy-dien": "3-layers/mekong-hydro/mekongdamsgms.zip",
    "song-lao": "3-layers/mekong-hydro/laorivers.zip",
    "ho-chua-lon": "3-layers/mekong-hydro/vnreservoirs.zip",
}
# What must not be published, and the rule that says why.
REFUSED = {"vung-mau": "geometry/crs-mismatch"}  # its .prj is called WGS 84 and has an unknown datum


def packed(shapefile):
    """A shapefile as provinces deliver it: its parts in one archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part in sorted(shapefile.parent.glob(shapefile.stem + ".*")):
            if part.suffix in (".shp", ".shx", ".dbf", ".prj", ".cpg"):
                archive.write(part, part.name)
    return out.getvalue()


def deliver(warehouse, dataset, source):
    folder = warehouse / dataset / "giao-1"
    folder.mkdir(parents=True)
    content = packed(source) if source.suffix == ".shp" else source.read_bytes()
    name = source.stem.replace(" ", "-") + (".zip" if source.suffix == ".shp" else source.suffix)
    (folder / name).write_bytes(content)
    steps = "".join(f"""  {step}:
    by: "{who} (minh họa)"
    position: "Công chức (minh họa)"
    agency: co-quan-thu
    at: 2026-09-0{number}T08:00:00+07:00
    document: "{number}/MH"
""" for number, (step, who) in enumerate([("prepared", "Người Lập"), ("appraised", "Người Thẩm Định"), ("approved", "Người Phê Duyệt")], 1))
    (folder / "approval.yaml").write_text(f"""dataset: {dataset}
source_system: Kho thử nghiệm
period: "2026"
illustrative: true
steps:
{steps}files:
  - {{path: {name}, sha256: {hashlib.sha256(content).hexdigest()}, bytes: {len(content)}}}
""", encoding="utf-8")


def number(text):
    try:
        return float(text)
    except ValueError:
        return text


@unittest.skipUnless(FILES.is_dir(), f"not there: {FILES}")
class OthersTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="khomo-others-"))
        shutil.copytree(SOURCE / "tests/data/portal-others", cls.folder / "portal")
        for dataset, path in {**TABLES, **LAYERS}.items():
            deliver(cls.folder / "portal/warehouse", dataset, FILES / path)
        command = [KHOMO, "build", "--portal", cls.folder / "portal", "--out", cls.folder / "out", "--state", cls.folder / "state", "--as-of", AS_OF,
                   "--templates", SOURCE / "site-templates", "--json"]
        result = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=600)
        cls.code, cls.errors = result.returncode, result.stderr
        cls.report = json.loads(result.stdout) if result.stdout else {}
        cls.site = cls.folder / "out/current/site"

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def published(self, dataset):
        text = (self.site / f"files/{dataset}/latest/{dataset}.csv").read_text(encoding="utf-8-sig")
        return list(csv.reader(io.StringIO(text)))

    def test_each_file_is_published_or_refused_for_the_reason_it_must_be(self):
        self.assertEqual(self.errors, "")
        verdicts = {one["dataset"]: one["verdict"] for one in self.report["deliveries"]}
        expected = {dataset: "refused" if dataset in REFUSED else "accepted" for dataset in [*TABLES, *LAYERS]}
        blocking = {f["dataset"]: f["rule"] for f in self.report["findings"] if f["severity"] == "block"}
        self.assertEqual(verdicts, expected, blocking)
        self.assertEqual(blocking, REFUSED)
        self.assertEqual(self.code, 3)

    def test_the_cells_of_a_table_are_those_of_the_file(self):
        for dataset, path in TABLES.items():
            with self.subTest(dataset=dataset):
                text = (FILES / path).read_text(encoding="utf-8-sig")
                skip, delimiter = (2, ";") if path.startswith(GSO) else (0, ",")
                rows = list(csv.reader(io.StringIO("".join(text.splitlines(keepends=True)[skip:])), delimiter=delimiter))
                delivered = [[number("" if cell == ".." else cell.strip()) for cell in row] for row in rows[1:] if row]
                self.assertEqual([[number(cell) for cell in row] for row in self.published(dataset)[1:]], delivered)

    def test_codes_keep_their_leading_zeros(self):
        self.assertIn(["1", "01", "Thành phố Hà Nội"], self.published("tinh-thanh"))

    def test_features_lie_where_the_file_has_them(self):
        from osgeo import ogr, osr
        osr.UseExceptions()
        degrees = osr.SpatialReference()
        degrees.ImportFromEPSG(4326)
        degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        for dataset, path in LAYERS.items():
            if dataset in REFUSED:
                continue
            with self.subTest(dataset=dataset):
                source = ogr.Open(("/vsizip/" if path.endswith(".zip") else "") + str(FILES / path))
                ours = ogr.Open(str(self.site / f"files/{dataset}/latest/{dataset}.gpkg"))
                delivered, published = source.GetLayer(0), ours.GetLayer(0)
                self.assertEqual(published.GetFeatureCount(), delivered.GetFeatureCount())
                srs = delivered.GetSpatialRef()
                srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
                to_degrees = osr.CoordinateTransformation(srs, degrees)
                for theirs, feature in zip(delivered, published):
                    shape = theirs.GetGeometryRef().Clone()
                    if not srs.IsGeographic():
                        shape.Transform(to_degrees)
                    expected, got = shape.GetEnvelope(), feature.GetGeometryRef().GetEnvelope()
                    for a, b in zip(expected, got):
                        self.assertAlmostEqual(a, b, places=7)

    def test_invalid_polygons_are_named_row_by_row(self):
        found = [(f["dataset"], f["row"]) for f in self.report["findings"] if f["rule"] == "geometry/invalid"]
        self.assertEqual(found, [("ho-chua-lon", 1), ("ho-chua-lon", 2), ("ho-chua-lon", 8)])

    def test_vietnamese_names_of_the_communes_are_kept(self):
        rows = self.published("phuong-to-hieu")
        self.assertIn("Tô Hiệu", rows[1])


if __name__ == "__main__":
    unittest.main()
