# SPDX-License-Identifier: GPL-3.0-or-later
"""Roads, bridges and bus stations. Route names are public; lines, lengths and all figures are invented."""
import io
import random
from datetime import date

import xlwt
from osgeo import ogr

from delivery import csv_bytes, nfc, zipped_shapefile
from noise import hash01, rough_line
from province import line_of, lonlat

NATIONAL = [
    ("QL.6", "Quốc lộ 6", "04048 04033 03982 03980 04078 04075 04105 04123 03679 03646 03664 03799 03721 03727"),
    ("QL.37", "Quốc lộ 37", "03907 03910 03922 03856 03880 04105"),
    ("QL.43", "Quốc lộ 43", "03922 03958 03970 04000 03982 03980 04045"),
    ("QL.4G", "Quốc lộ 4G", "04123 04132 04159 04219 04204 04168 04210 04231"),
    ("QL.6B", "Quốc lộ 6B", "03721 03754 03712 03703"),
    ("QL.279", "Quốc lộ 279", "03688 03694 03703 03724"),
    ("QL.279D", "Quốc lộ 279D", "03646 03664 03847 03808 03814"),
]
PROVINCIAL = [
    "03808 03820",
    "03847 03850 03862 03868",
    "04108 04136 03871",
    "03784 04186 04195 04168",
    "03781 03763 03727",
    "04228 04183 04171",
    "04231 04246",
    "04228 04240",
    "04087 04099 04096 04045",
    "04048 04057 03985 03979",
    "04006 04018 04000",
    "03943 03907",
    "03901 03907",
    "03997 03892 03961 03922",
    "04117 04144 04159",
    "03757 03847",
    "03760 03763",
    "04222 04219",
    "03982 04018",
    "03814 03712",
]
ROAD_FIELDS = [
    ("ma_doan", ogr.OFTString, 14, 0),
    ("ma_tuyen", ogr.OFTString, 10, 0),
    ("ten_tuyen", ogr.OFTString, 60, 0),
    ("cap_duong", ogr.OFTString, 2, 0),
    ("ma_xa", ogr.OFTString, 5, 0),
    ("dai_km", ogr.OFTReal, 8, 3),
    ("mat_duong", ogr.OFTString, 4, 0),
    ("rong_m", ogr.OFTReal, 5, 1),
    ("nam_nc", ogr.OFTInteger, 4, 0),
    ("tinhtrang", ogr.OFTString, 1, 0),
    ("ngay_cn", ogr.OFTDate, 10, 0),
]


def routes(province):
    for code, name, stops in NATIONAL:
        yield code, name, "QL", stops.split()
    for index, stops in enumerate(PROVINCIAL):
        ends = [province.by_code[stop].short_name() for stop in (stops.split()[0], stops.split()[-1])]
        yield f"ĐT.{901 + index}", f"Đường tỉnh {901 + index} (minh họa): {ends[0]} – {ends[1]}", "DT", stops.split()


def _through(province, stops):
    """A rough line over the centres; the places in between lie a little beside them."""
    points = []
    for index, stop in enumerate(stops):
        x, y = province.by_code[stop].centre
        points.append((x + (float(hash01(int(stop), 91)) - 0.5) * 900, y + (float(hash01(int(stop), 92)) - 0.5) * 900))
    line = []
    for index, (a, b) in enumerate(zip(points, points[1:])):
        pair = sorted((int(stops[index]), int(stops[index + 1])))
        part = [(round(x, 2), round(y, 2)) for x, y in rough_line(a, b, 50_000_000 + pair[0] * 997 + pair[1], rough=0.17, shortest=420)]
        line += part if not line else part[1:]
    return line


def sections(province):
    """Road sections that end at commune borders: (line, values) in the order of ROAD_FIELDS."""
    rng = random.Random(1901)
    for code, name, level, stops in routes(province):
        whole = line_of(_through(province, stops))
        pieces = []
        for commune in province.communes:
            inside = whole.Intersection(commune.polygon)
            parts = (
                [inside]
                if inside.GetGeometryName() == "LINESTRING"
                else [inside.GetGeometryRef(k).Clone() for k in range(inside.GetGeometryCount())]
            )
            for part in parts:
                if part.GetGeometryName() == "LINESTRING" and part.Length() > 30:
                    pieces.append((_position(whole, part), commune, part))
        for index, (_, commune, part) in enumerate(sorted(pieces, key=lambda piece: piece[0])):
            surface = rng.choice(["BTN", "BTN", "BTN", "BTXM"]) if level == "QL" else rng.choice(["LN", "LN", "BTN", "BTXM", "CP"])
            width = rng.choice([7.0, 7.5, 9.0, 11.0]) if level == "QL" else rng.choice([3.5, 5.5, 6.0])
            yield part, [
                f"{code}-{index + 1:02d}",
                code,
                name,
                level,
                commune.code,
                round(part.Length() / 1000, 3),
                surface,
                width,
                rng.choice([None, 2012, 2015, 2018, 2020, 2022, 2024]),
                rng.choice("AABBBC"),
                f"2026/{rng.randint(1, 8):02d}/{rng.randint(1, 28):02d}",
            ]


def _position(whole, part):
    x, y = part.GetPoint_2D(part.GetPointCount() // 2)
    points = whole.GetPoints()
    return min(range(len(points)), key=lambda k: (points[k][0] - x) ** 2 + (points[k][1] - y) ** 2)


def roads_zip(province):
    return zipped_shapefile("tuyen-duong", ROAD_FIELDS, list(sections(province)), ogr.wkbLineString)


BRIDGE_HEADER = [
    "Mã cầu",
    "Tên cầu",
    "Mã tuyến",
    "Lý trình",
    "Mã xã",
    "Chiều dài (m)",
    "Khổ cầu (m)",
    "Tải trọng (tấn)",
    "Năm xây dựng",
    "Loại kết cấu",
    "Tình trạng",
    "Ngày kiểm tra",
    "Kinh độ",
    "Vĩ độ",
]
NAMED_BRIDGES = [
    ("Cầu Pá Uôn", "QL.279", "03703"),
    ("Cầu Tà Vài", "QL.6", "04078"),
    ("Cầu Trắng", "QL.6", "03646"),
    ("Cầu Tạ Khoa", "QL.37", "03880"),
]


def bridges_csv(province):
    rng = random.Random(1924)
    rows, along = [], {}
    for line, values in sections(province):
        route, commune = values[1], values[4]
        before = along.get(route, 0.0)
        along[route] = before + values[5]
        for place in range(1 if values[3] == "DT" else 2):
            share = rng.uniform(0.15, 0.85)
            if rng.random() < 0.34:
                continue
            x, y = line.Value(line.Length() * share).GetPoint_2D(0)
            metres = (before + values[5] * share) * 1000
            km = f"Km{int(metres // 1000)}+{int(metres % 1000):03d}"
            named = next((b for b in NAMED_BRIDGES if b[1] == route and b[2] == commune and not any(r[1] == b[0] for r in rows)), None)
            length = rng.choice([6.2, 12.0, 18.5, 24.0, 33.4, 42.0, 66.3, 99.5, 120.0])
            load = rng.choice([8, 10, 13, 18, 25, 30, "không cắm biển"])
            rows.append(
                [
                    "",
                    named[0] if named else f"Cầu {km} {route}",
                    route,
                    km,
                    commune,
                    length,
                    rng.choice([4.0, 5.5, 7.0, 8.0, 9.0]),
                    load,
                    rng.choice([1996, 2003, 2008, 2011, 2014, 2019, "không có"]),
                    rng.choice(["BTCT thường", "BTCT dự ứng lực", "Dầm thép", "Bản mố nhẹ"]),
                    rng.choice(["Tốt", "Tốt", "Trung bình", "Yếu"]),
                    f"{rng.randint(1, 28):02d}/{rng.randint(1, 9):02d}/2026",
                    *lonlat(x, y),
                ]
            )
    for index, row in enumerate(rows):
        row[0] = f"C{index + 1:04d}"
    return csv_bytes(BRIDGE_HEADER, rows, delimiter=";", encoding="utf-8-sig")


STATION_HEADER = [
    "Mã bến xe",
    "Tên bến xe",
    "Mã xã",
    "Loại bến",
    "Diện tích (m²)",
    "Số vị trí đón khách",
    "Số tuyến cố định",
    "Đơn vị khai thác",
    "Ngày công bố",
    "Kinh độ",
    "Vĩ độ",
    "Ghi chú",
]
STATIONS = [
    ("Bến xe khách Sơn La", "03646"),
    ("Bến xe khách Mộc Châu", "03980"),
    ("Bến xe khách Thảo Nguyên", "03982"),
    ("Bến xe khách Vân Hồ", "04048"),
    ("Bến xe khách Yên Châu", "04075"),
    ("Bến xe khách Mai Sơn", "04105"),
    ("Bến xe khách Thuận Châu", "03721"),
    ("Bến xe khách Quỳnh Nhai", "03703"),
    ("Bến xe khách Mường La", "03808"),
    ("Bến xe khách Bắc Yên", "03856"),
    ("Bến xe khách Phù Yên", "03910"),
    ("Bến xe khách Gia Phù", "03922"),
    ("Bến xe khách Sông Mã", "04168"),
    ("Bến xe khách Sốp Cộp", "04231"),
    ("Bến xe khách Chiềng Khương", "04222"),
    ("Bến xe khách Phiêng Khoài", "04099"),
]


def stations_xls(province):
    rng = random.Random(1922)
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Ben xe khach")
    head = xlwt.easyxf(
        "font: bold on; align: wrap on, vert centre, horiz center; pattern: pattern solid, fore_colour light_green; borders: bottom thin"
    )
    day, number, place = (
        xlwt.easyxf(num_format_str="DD/MM/YYYY"),
        xlwt.easyxf(num_format_str="#,##0"),
        xlwt.easyxf(num_format_str="0.000000"),
    )
    for column, title in enumerate(STATION_HEADER):
        sheet.write(0, column, nfc(title), head)
        sheet.col(column).width = 256 * max(12, len(title) + 4)
    for index, (name, code) in enumerate(STATIONS):
        lon, lat = lonlat(*province.point_in(code, 1922, reach=0.12))
        cells = [
            f"BX{index + 1:02d}",
            name,
            code,
            rng.randint(2, 6),
            rng.randrange(1500, 14000, 250),
            rng.randint(4, 28),
            rng.randint(1, 22),
            rng.choice(["Đơn vị sự nghiệp công lập (minh họa)", "Công ty cổ phần bến xe (minh họa)", "Hợp tác xã vận tải (minh họa)"]),
            date(2012 + index % 12, 1 + index * 5 % 12, 3 + index),
            lon,
            lat,
            rng.choice(["-", "-", "Đang cải tạo", "Có điểm trông giữ xe"]),
        ]
        styles = {4: number, 8: day, 9: place, 10: place}
        for column, cell in enumerate(cells):
            sheet.write(index + 1, column, nfc(cell) if isinstance(cell, str) else cell, styles.get(column, xlwt.Style.default_style))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
