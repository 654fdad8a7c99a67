# SPDX-License-Identifier: GPL-3.0-or-later
"""The communes and wards as the samples use them: read from the delivery that make_small.py has drawn. EPSG:9206, metres, x = east."""
import csv
from pathlib import Path

import numpy as np
from osgeo import ogr, osr

from noise import hash01

ogr.UseExceptions()
osr.UseExceptions()

CATALOGUE = Path(__file__).resolve().parents[2] / "catalog" / "son-la"
WAREHOUSE = CATALOGUE / "warehouse"
COMMUNES = WAREHOUSE / "ranh-gioi-xa-phuong" / "2026-09-10" / "ranh-gioi-xa-phuong.gpkg"


def srs(code):
    system = osr.SpatialReference()
    system.ImportFromEPSG(code)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


_to_lonlat = osr.CoordinateTransformation(srs(9206), srs(4326))
_to_plane = osr.CoordinateTransformation(srs(4326), srs(9206))


def lonlat(x, y, digits=6):
    lon, lat, _ = _to_lonlat.TransformPoint(x, y)
    return round(lon, digits), round(lat, digits)


def plane(lon, lat):
    return _to_plane.TransformPoint(float(lon), float(lat))[:2]


def units():
    """Rows of units.csv, in its order: code, name_vi, type, centre (x, y), area in m²."""
    with open(CATALOGUE / "units.csv", encoding="utf-8-sig", newline="") as file:
        return [
            {
                "code": row["code"],
                "name": row["name_vi"],
                "type": row["type"],
                "centre": plane(row["lon"], row["lat"]),
                "area": float(row["area_km2"]) * 1e6,
            }
            for row in csv.DictReader(file)
        ]


def inside_ring(ring, x, y):
    """Which of the points (arrays) lie inside the ring: crossing number."""
    hit = np.zeros(x.shape, dtype=bool)
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        if ay != by:
            crosses = ((ay > y) != (by > y)) & (x < ax + (y - ay) * (bx - ax) / (by - ay))
            hit ^= crosses
    return hit


class Commune:
    def __init__(self, code, name, kind, polygon, centre):
        self.code, self.name, self.kind, self.polygon, self.centre = code, name, kind, polygon, centre
        self.ring = [p[:2] for p in polygon.GetGeometryRef(0).GetPoints()]
        xs, ys = zip(*self.ring)
        self.box = min(xs), min(ys), max(xs), max(ys)

    def short_name(self):
        return self.name.split(" ", 1)[1]


class Province:
    def __init__(self, path=COMMUNES):
        centres = {unit["code"]: unit["centre"] for unit in units()}
        source = ogr.Open(str(path))
        self.communes = []
        for feature in source.GetLayer(0):
            geometry = feature.GetGeometryRef()
            part = geometry.GetGeometryRef(0) if geometry.GetGeometryName() == "MULTIPOLYGON" else geometry
            code = feature.GetField("ma_xa")
            self.communes.append(Commune(code, feature.GetField("ten_xa"), feature.GetField("loai"), part.Clone(), centres[code]))
        self.communes.sort(key=lambda commune: commune.code)
        self.by_code = {commune.code: commune for commune in self.communes}
        boxes = [commune.box for commune in self.communes]
        self.box = min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)

    def owners(self, x, y):
        """Index of the commune that holds each point, -1 outside the province."""
        found = np.full(x.shape, -1, dtype=np.int32)
        for index, commune in enumerate(self.communes):
            west, south, east, north = commune.box
            near = (x >= west) & (x <= east) & (y >= south) & (y <= north)
            if near.any():
                held = inside_ring(commune.ring, x[near], y[near])
                found[near] = np.where(held, index, found[near])
        return found

    def commune_at(self, x, y):
        index = int(self.owners(np.array([x]), np.array([y]))[0])
        return self.communes[index] if index >= 0 else None

    def border_distance(self, code, x, y):
        return self.by_code[code].polygon.Boundary().Distance(point_of(x, y))

    def point_in(self, code, key, reach=0.5, margin=120.0):
        """A place in the commune, rounded to 0.01 m; `reach` 0 is its centre, 1 anywhere. The same key gives the same place."""
        commune = self.by_code[code]
        west, south, east, north = commune.box
        for attempt in range(200):
            x = west + (east - west) * float(hash01(int(code), key, attempt, 1))
            y = south + (north - south) * float(hash01(int(code), key, attempt, 2))
            x = round(commune.centre[0] + (x - commune.centre[0]) * reach, 2)
            y = round(commune.centre[1] + (y - commune.centre[1]) * reach, 2)
            if commune.polygon.Contains(point_of(x, y)) and self.border_distance(code, x, y) > margin:
                return x, y
        return tuple(round(v, 2) for v in commune.centre)

    def point_near(self, code, lon, lat):
        """The given place if the drawn cell of the commune holds it, else the nearest place on the way from its centre that it holds."""
        x, y = plane(lon, lat)
        commune = self.by_code[code]
        for step in range(21):
            t = 1 - step / 20
            px, py = round(commune.centre[0] + (x - commune.centre[0]) * t, 2), round(commune.centre[1] + (y - commune.centre[1]) * t, 2)
            if commune.polygon.Contains(point_of(px, py)) and self.border_distance(code, px, py) > 60:
                return px, py
        return tuple(round(v, 2) for v in commune.centre)


def point_of(x, y):
    point = ogr.Geometry(ogr.wkbPoint)
    point.AddPoint_2D(float(x), float(y))
    return point


def polygon_of(*rings):
    """An OGR polygon of closed or open rings of (x, y)."""
    polygon = ogr.Geometry(ogr.wkbPolygon)
    for points in rings:
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in points:
            ring.AddPoint_2D(float(x), float(y))
        ring.CloseRings()
        polygon.AddGeometry(ring)
    return polygon


def line_of(points):
    line = ogr.Geometry(ogr.wkbLineString)
    for x, y in points:
        line.AddPoint_2D(float(x), float(y))
    return line
