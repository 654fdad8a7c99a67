# SPDX-License-Identifier: GPL-3.0-or-later
"""Forest lots and forest boundaries, invented. The layout of fields follows the forest inventory; nothing about persons is in it."""
import math

import numpy as np
from osgeo import ogr

from delivery import zipped_shapefile
from noise import field, hash01
from patches import Grid, make_patches
from province import polygon_of

LOTS = "du-lieu-lo-rung-khoanh-tieu-khu"
DENSE, OPEN = 0.64, 0.60  # above the first natural forest, below the second none
STEP, BLOCK = 240.0, 5  # cell of about 6 ha; a khoảnh is 5 × 5 cells, a tiểu khu 3 × 3 khoảnh

# class → (code, planted, stock classes it may have)
KINDS = [
    ("TXG", False, "IV V"),
    ("TXB", False, "III IV"),
    ("TXN", False, "II III"),
    ("TXP", False, "I II"),
    ("HG1", False, "II III"),
    ("TNK", False, "I"),
    ("RTG", True, "I II III"),
    ("RTK", True, "I II"),
    ("DT2", False, ""),
    ("DT1", False, ""),
]
SPECIES = ["Thông mã vĩ", "Keo tai tượng", "Sơn tra", "Mắc ca", "Tếch", "Bạch đàn", "Quế", "Mỡ"]
HOLDERS = ["BQL", "UBX", "CDO", "HGD", "DNG", "LLV"]

LOT_FIELDS = [
    ("malo", ogr.OFTString, 20, 0),
    ("maxa", ogr.OFTString, 5, 0),
    ("tieukhu", ogr.OFTString, 5, 0),
    ("khoanh", ogr.OFTString, 3, 0),
    ("lo", ogr.OFTString, 4, 0),
    ("dtich", ogr.OFTReal, 10, 2),
    ("ldlr", ogr.OFTString, 4, 0),
    ("nggocr", ogr.OFTString, 1, 0),
    ("namtr", ogr.OFTInteger, 4, 0),
    ("sldlr", ogr.OFTString, 40, 0),
    ("captl", ogr.OFTString, 4, 0),
    ("mdsd", ogr.OFTString, 2, 0),
    ("dtuong", ogr.OFTString, 3, 0),
]


def classify(province):
    """Class of a cell: natural forest far from settlements, planted forest and bare land near them, nothing in the valleys."""
    centres = np.array([commune.centre for commune in province.communes])

    def classes(x, y):
        nearest = np.full(x.shape, np.inf)
        for cx, cy in centres:
            nearest = np.minimum(nearest, np.hypot(x - cx, y - cy))
        nearest = nearest + (field(x, y, 2600, 16, 3) - 0.5) * 4200
        wild = 0.42 * field(x, y, 15000, 11, 4) + 0.58 * field(x, y, 4400, 17, 5) + np.clip(nearest / 9000, -0.2, 1) * 0.16
        valley = np.abs(field(x, y, 34000, 12, 5) - 0.5) < 0.012 + 0.02 * field(x, y, 9000, 18, 2)
        kind = field(x, y, 4200, 13, 5)
        fine = hash01((x * 100).astype(np.int64), (y * 100).astype(np.int64), 14)
        natural = np.select([kind < 0.34, kind < 0.43, kind < 0.53, kind < 0.61, kind < 0.68], [0, 1, 2, 3, 4], 5)
        natural = np.where((fine < 0.12) & (natural < 3), natural + 1, natural)
        used = np.select([kind < 0.46, kind < 0.52, kind < 0.58], [6, 7, 8], 9)
        used = np.where(fine < 0.10, 8, used)
        chosen = np.where(wild > DENSE, natural, used)
        return np.where((wild < OPEN) | valley | (nearest < 700), -1, chosen)

    return classes


def lots(province, only=None):
    """(polygon, values) of every lot, in the order of LOT_FIELDS."""
    numbers = {}
    grid = Grid(province.box, STEP, 21)
    rows = int(grid.ny / BLOCK / 3) + 1
    at = np.indices((grid.nx, grid.ny))
    chance = np.stack([hash01(*at, 31, k) for k in range(5)], axis=-1)
    strict = field(at[0] * STEP, at[1] * STEP, 30000, 15, 2)
    for commune, kind, (bi, bj), (i, j), shape, area in make_patches(province, grid, classify(province), BLOCK, 4, only):
        tieu_khu = f"{(bi // 3) * rows + bj // 3 + 1:04d}"
        khoanh = str((bi % 3) * 3 + bj % 3 + 1)
        key = commune.code, tieu_khu, khoanh
        numbers[key] = number = numbers.get(key, 0) + 1
        code, planted, stock = KINDS[kind]
        stock = stock.split()
        h = chance[i, j].tolist()
        purpose = "DD" if h[0] * 0.3 + strict[i, j] > 0.78 else "PH" if h[0] < 0.42 else "SX"
        values = [
            f"14.{commune.code}.{tieu_khu}.{khoanh}.{number}",
            commune.code,
            tieu_khu,
            khoanh,
            str(number),
            round(area / 1e4, 2),
            code,
            "2" if planted else ("1" if stock else None),
            1994 + int(h[1] * 31) if planted else None,
            SPECIES[int(h[2] * len(SPECIES))] if planted else None,
            stock[int(h[3] * len(stock))] if stock else None,
            purpose,
            "BQL" if purpose == "DD" else HOLDERS[int(h[4] ** 1.3 * len(HOLDERS))],
        ]
        yield shape, values


def lots_zip(province, only=None):
    made = list(lots(province, only))
    return len(made), zipped_shapefile("lo-rung", LOT_FIELDS, made, ogr.wkbPolygon)


# The four reserves are real by name (decisions of the province name them); where they lie here, and every figure, is invented.
RESERVES = [
    ("Khu rừng đặc dụng Xuân Nha", "DD", ["04057", "04048", "03985"]),
    ("Khu rừng đặc dụng Sốp Cộp", "DD", ["04231", "04228"]),
    ("Khu rừng đặc dụng Copia", "DD", ["03781", "03763", "03784"]),
    ("Khu rừng đặc dụng Tà Xùa", "DD", ["03868", "03901", "03856"]),
    ("Rừng phòng hộ đầu nguồn sông Đà (minh họa)", "PH", ["03808", "03814", "03712", "03694", "03850", "03880"]),
    ("Rừng phòng hộ đầu nguồn sông Mã (minh họa)", "PH", ["04168", "04195", "04210", "04183", "04240"]),
    ("Rừng sản xuất (minh họa)", "SX", ["04105", "04108", "04075", "04078", "03907", "03943", "04006", "04159", "03847", "03754"]),
]
BOUNDARY_FIELDS = [
    ("ma_rg", ogr.OFTString, 12, 0),
    ("ten_khu", ogr.OFTString, 80, 0),
    ("muc_dich", ogr.OFTString, 2, 0),
    ("ma_xa", ogr.OFTString, 5, 0),
    ("dtich_ha", ogr.OFTReal, 12, 2),
    ("chuvi_km", ogr.OFTReal, 10, 2),
    ("so_moc", ogr.OFTInteger, 4, 0),
    ("ngay_rs", ogr.OFTDate, 10, 0),
]


def blob(province, code, seed):
    """A rounded, rough shape inside the commune, beside its centre."""
    commune = province.by_code[code]
    centre = province.point_in(code, seed, reach=0.55, margin=900)
    size = min(9000.0, 0.8 * math.sqrt(commune.polygon.Area() / math.pi))
    ring = []
    for step in range(72):
        angle = step * math.pi / 36
        wave = sum(math.cos(angle * m + 6.28 * float(hash01(int(code), seed, m))) / m for m in (2, 3, 5, 7, 11)) * 0.16
        radius = size * (0.72 + wave + 0.05 * float(hash01(int(code), seed, 50 + step)))
        ring.append((round(centre[0] + radius * math.cos(angle), 2), round(centre[1] + radius * math.sin(angle), 2)))
    shape = polygon_of(ring).Intersection(commune.polygon.Buffer(-150))
    if shape.GetGeometryName() != "POLYGON":
        shape = max((shape.GetGeometryRef(k).Clone() for k in range(shape.GetGeometryCount())), key=lambda part: part.Area())
    return shape


def boundaries(province):
    number = 0
    for name, purpose, codes in RESERVES:
        for code in codes:
            number += 1
            shape = blob(province, code, 400 + number)
            around = shape.Boundary().Length() / 1000
            day = f"2025/{3 + number % 9:02d}/{1 + number * 7 % 28:02d}"
            yield shape, [
                f"RG-{purpose}-{number:03d}",
                name,
                purpose,
                code,
                round(shape.Area() / 1e4, 2),
                round(around, 2),
                None if purpose == "SX" else int(around * 2.4),
                day,
            ]


def boundaries_zip(province):
    return zipped_shapefile("ranh-gioi-rung", BOUNDARY_FIELDS, list(boundaries(province)), ogr.wkbPolygon)
