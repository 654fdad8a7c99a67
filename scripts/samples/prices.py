# SPDX-License-Identifier: GPL-3.0-or-later
"""Market prices, invented: a monthly series for 40 goods at 42 markets. The small delivery and the large one tell the same prices."""
import math

import numpy as np

from delivery import csv_bytes
from noise import hash01

DATASET = "du-lieu-ve-thong-tin-gia-ca-thi-truong-dinh-ky"
HEADER = ["Kỳ", "Mã chợ", "Tên chợ", "Mã xã", "Mã hàng", "Tên hàng", "Nhóm hàng", "Đơn vị tính", "Giá (đồng)", "Tăng giảm so kỳ trước (%)"]
# code, name, group, unit, price in thousand dong in 2016, rise a year in %, swing over the year in %
GOODS = [
    ("LT01", "Gạo tẻ thường", "LT", "kg", 13, 2.4, 3),
    ("LT02", "Gạo nếp tan", "LT", "kg", 24, 2.8, 5),
    ("LT03", "Ngô hạt khô", "LT", "kg", 6.2, 2.5, 9),
    ("LT04", "Sắn củ tươi", "LT", "kg", 2.1, 2.1, 12),
    ("LT05", "Bột mì", "LT", "kg", 15, 2.2, 1),
    ("TP01", "Thịt lợn mông sấn", "TP", "kg", 82, 4.1, 6),
    ("TP02", "Thịt bò thăn", "TP", "kg", 220, 2.3, 3),
    ("TP03", "Gà ta nguyên con", "TP", "kg", 105, 2.6, 6),
    ("TP04", "Trứng gà", "TP", "chục quả", 27, 3.0, 5),
    ("TP05", "Cá trắm", "TP", "kg", 58, 2.6, 4),
    ("TP06", "Đậu phụ", "TP", "kg", 17, 3.3, 1),
    ("TP07", "Thịt trâu", "TP", "kg", 235, 2.2, 3),
    ("TP08", "Cá rô phi", "TP", "kg", 38, 2.9, 4),
    ("RQ01", "Rau cải xanh", "RQ", "kg", 9, 3.5, 28),
    ("RQ02", "Cà chua", "RQ", "kg", 13, 3.2, 35),
    ("RQ03", "Bắp cải", "RQ", "kg", 8, 3.0, 38),
    ("RQ04", "Mận hậu", "RQ", "kg", 17, 4.0, 42),
    ("RQ05", "Xoài", "RQ", "kg", 15, 3.2, 36),
    ("RQ06", "Nhãn", "RQ", "kg", 16, 2.4, 40),
    ("RQ07", "Chuối tiêu", "RQ", "kg", 9, 2.6, 10),
    ("RQ08", "Khoai tây", "RQ", "kg", 12, 2.7, 18),
    ("RQ09", "Bơ", "RQ", "kg", 22, 3.6, 33),
    ("CB01", "Dầu ăn", "CB", "lít", 36, 3.4, 1),
    ("CB02", "Đường trắng", "CB", "kg", 15, 3.6, 3),
    ("CB03", "Muối i-ốt", "CB", "kg", 4.5, 3.1, 1),
    ("CB04", "Nước mắm", "CB", "lít", 38, 3.0, 1),
    ("CB05", "Sữa tươi", "CB", "lít", 27, 3.0, 1),
    ("CB06", "Chè khô", "CB", "kg", 140, 2.7, 4),
    ("CB07", "Cà phê nhân", "CB", "kg", 38, 9.5, 8),
    ("VL01", "Xi măng PCB30", "VL", "bao 50 kg", 62, 3.6, 2),
    ("VL02", "Thép phi 10", "VL", "kg", 12.4, 3.3, 4),
    ("VL03", "Cát xây", "VL", "m³", 230, 6.2, 4),
    ("VL04", "Đá 1×2", "VL", "m³", 210, 4.4, 2),
    ("VL05", "Gạch chỉ đặc", "VL", "viên", 1.05, 3.9, 2),
    ("NL01", "Xăng E5 RON 92", "NL", "lít", 15.6, 3.2, 6),
    ("NL02", "Dầu điêzen", "NL", "lít", 12.4, 4.4, 6),
    ("NL03", "Gas bình 12 kg", "NL", "bình", 262, 5.0, 7),
    ("VT01", "Phân đạm urê", "VT", "kg", 7.6, 4.8, 6),
    ("VT02", "Phân NPK", "VT", "kg", 9.4, 4.2, 4),
    ("VT03", "Thức ăn hỗn hợp cho lợn", "VT", "kg", 9.9, 4.0, 2),
]
TOWNS = """
    03646 03670 03679 03664 03980 03982 03979 04033 04048 04075 04105 04123 03721 03703 03808 03856 03910 03922 04168 04231
    04222 04099 03820 03868 03847 03754 03694 03688 04132 04108 04006 04000 03985 04045 03907 03943 04204 04219 04186 03763
    03814 04246
""".split()


def markets(province):
    return [(f"CH{index + 1:02d}", f"Chợ {province.by_code[code].short_name()}", code) for index, code in enumerate(TOWNS)]


def months(first, last):
    year, month = first
    while (year, month) <= last:
        yield year, month
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _prices(year, month, count):
    """Prices in dong of all goods at `count` markets in one month; NaN where nothing was recorded."""
    t = year - 2016 + (month - 1) / 12
    out = np.empty((count, len(GOODS)))
    for g, (_, _, group, _, base, rise, swing) in enumerate(GOODS):
        season = swing / 100 * math.sin(2 * math.pi * (month / 12 + (g * 0.37) % 1))
        shock = 0.10 * math.exp(-((t - 6.3) ** 2) / 0.5) * (group in ("NL", "VT", "VL")) + 0.28 * math.exp(-((t - 4.1) ** 2) / 0.3) * (
            g == 5
        )
        place = np.array([0.94 + 0.12 * float(hash01(g, m, 160)) for m in range(count)])
        wave = (hash01(g, np.arange(count), year * 12 + month, 161) - 0.5) * 0.03
        out[:, g] = base * 1000 * (1 + rise / 100) ** t * (1 + season + shock) * place * (1 + wave)
    step = np.where(out > 50_000, 500, np.where(out > 3_000, 100, 10))
    out = np.round(out / step) * step
    out[hash01(np.arange(count)[:, None], np.arange(len(GOODS))[None, :], year * 12 + month, 162) < 0.008] = np.nan
    return out


def prices_csv(province, first, last, count):
    listed = markets(province)[:count]
    year, month = first
    before = _prices(*((year, month - 1) if month > 1 else (year - 1, 12)), count)
    rows = []
    for year, month in months(first, last):
        now = _prices(year, month, count)
        change = (now / before - 1) * 100
        for m, (market, name, unit) in enumerate(listed):
            for g, (code, title, group, measure, *_) in enumerate(GOODS):
                price, moved = now[m, g], change[m, g]
                rows.append(
                    (
                        f"{month:02d}/{year}",
                        market,
                        name,
                        unit,
                        code,
                        title,
                        group,
                        measure,
                        "-" if np.isnan(price) else f"{int(price):,}".replace(",", "."),
                        "-" if np.isnan(moved) else f"{moved:.1f}".replace(".", ","),
                    )
                )
        before = now
    return len(rows), csv_bytes(HEADER, rows, delimiter=";", encoding="utf-8-sig")
