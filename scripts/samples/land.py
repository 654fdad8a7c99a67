# SPDX-License-Identifier: GPL-3.0-or-later
"""The communes' cells (drawn once, see outline.py) and an invented land-use plan of the eight wards."""
import numpy as np
from osgeo import ogr

from delivery import layer_bytes
from noise import field, hash01
from patches import Grid, make_patches
from province import polygon_of, units

COMMUNE_FIELDS = [
    ("ma_xa", ogr.OFTString, 5, 0),
    ("ten_xa", ogr.OFTString, 60, 0),
    ("loai", ogr.OFTString, 10, 0),
    ("dien_tich_km2", ogr.OFTReal, 0, 0),
    ("tam_lon", ogr.OFTReal, 0, 0),
    ("tam_lat", ogr.OFTReal, 0, 0),
]


def communes_gpkg():
    from outline import draw_cells, draw_outline, fit_weights
    from province import lonlat

    rows = sorted(units(), key=lambda unit: unit["code"])
    centres, areas = [unit["centre"] for unit in rows], [unit["area"] for unit in rows]
    outline = draw_outline(centres, areas)
    cells = draw_cells(outline, centres, fit_weights(outline, centres, areas))
    features = [
        (
            polygon_of(cell.exterior.coords),
            [unit["code"], unit["name"], unit["type"], round(unit["area"] / 1e6, 1), *lonlat(*unit["centre"], 3)],
        )
        for unit, cell in zip(rows, cells)
    ]
    return layer_bytes("GPKG", "ranh-gioi-xa-phuong", COMMUNE_FIELDS, features, ogr.wkbPolygon)["ranh-gioi-xa-phuong.gpkg"]


USES = ["LUC", "HNK", "CLN", "RSX", "RPH", "NTS", "ODT", "TMD", "SKC", "DGD", "DYT", "DKV", "DGT", "DTL", "CSD"]
PLAN_FIELDS = [
    ("ma_thua_qh", ogr.OFTString, 16, 0),
    ("ma_xa", ogr.OFTString, 5, 0),
    ("ma_dat", ogr.OFTString, 3, 0),
    ("ma_dat_ht", ogr.OFTString, 3, 0),
    ("dien_tich_ha", ogr.OFTReal, 0, 0),
    ("ky_quy_hoach", ogr.OFTString, 9, 0),
    ("ngay_phe_duyet", ogr.OFTDate, 0, 0),
    ("chuyen_muc_dich", ogr.OFTInteger, 0, 0),
]


def land_plan_gpkg(province):
    wards = {commune.code for commune in province.communes if commune.kind == "phường"}
    centres = np.array([commune.centre for commune in province.communes if commune.code in wards])

    def classify(x, y):
        near = np.min([np.hypot(x - cx, y - cy) for cx, cy in centres], axis=0)
        town = near / 4200 + (field(x, y, 2600, 61, 3) - 0.5) * 0.9
        part = field(x, y, 2400, 62, 3)
        urban = np.select([part < 0.40, part < 0.47, part < 0.52, part < 0.55, part < 0.58, part < 0.63], [6, 7, 9, 10, 11, 12], 6)
        fringe = np.select([part < 0.36, part < 0.46, part < 0.56, part < 0.60, part < 0.64], [0, 1, 2, 5, 8], 13)
        far = np.select([part < 0.42, part < 0.58, part < 0.66], [3, 2, 4], 14)
        return np.where(town < 0.35, urban, np.where(town < 0.95, fringe, far))

    features = []
    for commune, use, _, (i, j), shape, area in make_patches(province, Grid(province.box, 640.0, 63), classify, 8, 4, wards):
        change = float(hash01(i, j, 64))
        before = use if change > 0.18 else (14 if use >= 6 else 1)
        features.append(
            (
                shape,
                [
                    f"QH-{commune.code}-{len(features) + 1:04d}",
                    commune.code,
                    USES[use],
                    USES[before],
                    round(area / 1e4, 2),
                    "2026-2030",
                    "2026/04/15",
                    int(before != use),
                ],
            )
        )
    return layer_bytes("GPKG", "quy-hoach-su-dung-dat", PLAN_FIELDS, features, ogr.wkbPolygon)["quy-hoach-su-dung-dat.gpkg"]
