# SPDX-License-Identifier: GPL-3.0-or-later
"""Reservoirs, irrigation works and water quality. A few names and two figures are public, everything else is invented."""
import math
import random

from osgeo import ogr

from delivery import csv_bytes, decimal_comma, layer_bytes
from province import lonlat, point_of

RESERVOIR_HEADER = [
    "Mã hồ",
    "Tên hồ chứa",
    "Mã xã",
    "Loại hồ",
    "Dung tích toàn bộ (triệu m³)",
    "Mực nước dâng bình thường (m)",
    "Diện tích tưới (ha)",
    "Chiều cao đập (m)",
    "Năm hoàn thành",
    "Đơn vị quản lý",
    "Ngày kiểm định an toàn",
    "Tọa độ X (bắc)",
    "Tọa độ Y (đông)",
]
# name, commune, kind, capacity, level, height, year, place: only Sơn La's capacity, level, height, year and place are public facts
KNOWN = [
    ("Hồ thủy điện Sơn La", "03808", "TD", 9260.0, 215.0, 138.1, 2012, (103.995, 21.496)),
    ("Hồ thủy điện Huội Quảng", "03814", "TD", None, None, None, None, None),
    ("Hồ thủy điện Nậm Chiến", "03820", "TD", None, None, None, None, None),
    ("Hồ Chiềng Khoi", "04075", "TL", None, None, None, None, None),
    ("Hồ Bản Mòng", "03670", "DM", None, None, None, None, None),
    ("Hồ Tiền Phong", "04123", "TL", None, None, None, None, None),
]
FIRST = ["Huổi", "Nà", "Bản", "Noong", "Pá", "Co", "Nậm", "Phiêng"]
SECOND = ["Hin", "Phạ", "Sàng", "Khoang", "Mạt", "Lếch", "Pán", "Ỏ", "Hịa", "Nhạp", "Xa", "Tòng", "Mệch", "Sản", "Ké", "Dạ"]


def invented_names(count, seed, before):
    rng = random.Random(seed)
    pool = [f"{before} {a} {b}" for a in FIRST for b in SECOND]
    rng.shuffle(pool)
    return pool[:count]


def reservoirs_csv(province):
    rng = random.Random(1042)
    codes = [commune.code for commune in province.communes if commune.kind == "xã"]
    rows = []
    named = list(KNOWN) + [
        (name, rng.choice(codes), rng.choice(["TL", "TL", "TL", "DM"]), None, None, None, None, None)
        for name in invented_names(58, 42, "Hồ")
    ]
    for index, (name, code, kind, capacity, level, height, year, place) in enumerate(named):
        x, y = province.point_near(code, *place) if place else province.point_in(code, 1042 + index, reach=0.75)
        power = kind == "TD"
        capacity = capacity or (
            rng.uniform(90, 190) if power else rng.choice([0.02, 0.05, 0.12, 0.3, 0.75, 1.2, 2.6]) * rng.uniform(0.8, 1.3)
        )
        irrigated = "-" if power else decimal_comma(round(capacity * rng.uniform(60, 140) + 4, 1), 1, dots=True)
        year = year or (rng.choice([1975, 1983, 1991, 1998, 2004, 2009, 2013, 2017, 2021]) if rng.random() > 0.12 else "không có")
        manager = (
            "Đơn vị quản lý thủy điện"
            if power
            else rng.choice(["Công ty khai thác công trình thủy lợi (minh họa)", "UBND xã", "Tổ hợp tác dùng nước (minh họa)"])
        )
        checked = (
            f"{rng.randint(1, 28):02d}/{rng.randint(1, 12):02d}/{rng.choice([2021, 2022, 2023, 2024, 2025])}" if rng.random() > 0.3 else "-"
        )
        rows.append(
            [
                f"HC{index + 1:04d}",
                name,
                code,
                kind,
                decimal_comma(capacity, 3, dots=True),
                decimal_comma(level or rng.uniform(240, 1180), 1, dots=True),
                irrigated,
                decimal_comma(height or (rng.uniform(60, 135) if power else rng.uniform(4, 29)), 1),
                year,
                manager,
                checked,
                decimal_comma(y, 2),
                decimal_comma(x, 2),
            ]
        )
    return csv_bytes(RESERVOIR_HEADER, rows, delimiter=";", encoding="utf-8-sig")


WORK_FIELDS = [
    ("ma_ct", ogr.OFTString, 8, 0),
    ("ten_ct", ogr.OFTString, 80, 0),
    ("loai_ct", ogr.OFTString, 4, 0),
    ("ma_xa", ogr.OFTString, 5, 0),
    ("dien_tich_tuoi_ha", ogr.OFTReal, 0, 0),
    ("chieu_dai_kenh_km", ogr.OFTReal, 0, 0),
    ("luu_luong_m3s", ogr.OFTReal, 0, 0),
    ("nam_xay_dung", ogr.OFTString, 4, 0),
    ("cap_quan_ly", ogr.OFTString, 4, 0),
    ("ngay_cap_nhat", ogr.OFTDate, 0, 0),
]
WORKS = [("DD", "Đập dâng"), ("PHAI", "Phai"), ("TB", "Trạm bơm"), ("KE", "Kênh"), ("CONG", "Cống lấy nước")]


def irrigation_gml(province):
    rng = random.Random(1041)
    names = invented_names(126, 41, "")
    features = []
    for index in range(240):
        code, word = WORKS[int(rng.random() ** 1.4 * len(WORKS))]
        commune = rng.choice(province.communes)
        name = f"{word}{names[index % len(names)]}" + (" 2" if index >= len(names) else "")
        length = round(rng.uniform(0.3, 9.5), 2) if code != "CONG" else None
        flow = round(rng.uniform(0.02, 1.8), 3) if rng.random() > 0.25 else None
        features.append(
            (
                point_of(*province.point_in(commune.code, 41_000 + index, reach=0.85)),
                [
                    f"CT{index + 1:04d}",
                    name,
                    code,
                    commune.code,
                    round(rng.uniform(2, 160), 1),
                    length,
                    flow,
                    str(rng.choice([1972, 1986, 1995, 2002, 2008, 2015, 2020])),
                    rng.choice(["TINH", "XA", "XA"]),
                    f"2026/0{rng.randint(1, 9)}/{rng.randint(10, 28)}",
                ],
            )
        )
    return layer_bytes(
        "GML", "cong-trinh-thuy-loi", WORK_FIELDS, features, ogr.wkbPoint, dataset_options=["FORMAT=GML3.2", "XSISCHEMA=OFF"]
    )["cong-trinh-thuy-loi.gml"]


QUALITY_HEADER = [
    "Mã trạm",
    "Tên điểm quan trắc",
    "Mã xã",
    "Ngày lấy mẫu",
    "Nhiệt độ (°C)",
    "pH",
    "DO (mg/l)",
    "BOD5 (mg/l)",
    "COD (mg/l)",
    "TSS (mg/l)",
    "N-NH4 (mg/l)",
    "Coliform (MPN/100 ml)",
    "WQI",
    "Kinh độ",
    "Vĩ độ",
]
RIVERS = [
    ("Sông Đà", "03703"),
    ("Sông Đà", "03808"),
    ("Sông Đà", "03880"),
    ("Sông Đà", "03970"),
    ("Sông Mã", "04168"),
    ("Sông Mã", "04222"),
    ("Suối Nậm La", "03646"),
    ("Suối Nậm La", "03847"),
    ("Suối Nậm Pàn", "04105"),
    ("Suối Nậm Pàn", "04123"),
    ("Suối Sập", "04075"),
    ("Suối Tấc", "03910"),
    ("Suối Muội", "03721"),
    ("Suối Nậm Công", "04231"),
    ("Hồ thủy điện Sơn La", "03814"),
    ("Hồ Chiềng Khoi", "04075"),
    ("Suối Tân", "04048"),
    ("Suối Nậm Păm", "03808"),
]


def quality_csv(province):
    rng = random.Random(1048)
    rows = []
    for index, (water, code) in enumerate(RIVERS):
        lon, lat = lonlat(*province.point_in(code, 48_000 + index, reach=0.5))
        dirt = rng.uniform(0.5, 1.6)
        for year in (2024, 2025, 2026):
            for month in range(1, 13 if year < 2026 else 10):
                wet = max(0.0, math.sin((month - 3.5) / 12 * 2 * math.pi))
                load = dirt * (1 + 0.8 * wet) * rng.uniform(0.8, 1.25)
                bod, tss = 3.2 * load, 22 * load * (1 + 2.2 * wet)
                ammonia = 0.14 * load * rng.uniform(0.4, 1.6)
                cells = [
                    decimal_comma(20 + 6.5 * math.sin((month - 4) / 12 * 2 * math.pi) + rng.uniform(-1, 1), 1),
                    decimal_comma(rng.uniform(6.8, 8.2), 1),
                    decimal_comma(max(3.5, 7.6 - 0.9 * load + rng.uniform(-0.4, 0.4)), 1),
                    decimal_comma(bod, 1),
                    decimal_comma(bod * rng.uniform(1.7, 2.3), 1),
                    decimal_comma(tss, 1),
                    "KPH" if ammonia < 0.05 else decimal_comma(ammonia, 2),
                    decimal_comma(round(900 * load * rng.uniform(0.5, 2.2), -1), 0, dots=True),
                    str(max(20, min(100, int(98 - 19 * load + rng.uniform(-4, 4))))),
                ]
                if rng.random() < 0.03:
                    cells[rng.randrange(3, 8)] = "-"
                rows.append(
                    [
                        f"NM{index + 1:02d}",
                        f"{water} tại {province.by_code[code].name[0].lower()}{province.by_code[code].name[1:]}",
                        code,
                        f"{rng.randint(5, 20):02d}/{month:02d}/{year}",
                        *cells,
                        decimal_comma(lon, 6),
                        decimal_comma(lat, 6),
                    ]
                )
    rows.sort(key=lambda row: (row[3][6:], row[3][3:5], row[0]))
    return csv_bytes(QUALITY_HEADER, rows, delimiter=";", encoding="utf-8-sig")
