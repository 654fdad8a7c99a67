#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a portal folder with one table of many rows (invented, fixed seed): key, codes, dates, numbers, Vietnamese text.

    bench/make_table.py <folder> [--rows 1000000]
"""
import argparse
import pathlib
import random

import make_portal

GOODS = ["Gạo tẻ", "Ngô hạt", "Chè búp tươi", "Mận hậu", "Xoài tròn", "Cà phê nhân", "Nhãn chín sớm", "Sắn lát", "Mật ong", "Thịt lợn hơi"]
MARKETS = [f"CH{i:03}" for i in range(75)]
FIELDS = """key: [ma]
fields:
  - {name: ma, type: string, required: true, pattern: "R[0-9]{7}", title: {vi: Mã, en: Code}}
  - {name: ngay, type: date, required: true, title: {vi: Ngày, en: Date}}
  - name: cho
    type: string
    required: true
    title: {vi: Mã chợ, en: Market}
    codelist:
""" + "".join(f"      - {{code: {code}, title: {{vi: Chợ {code}, en: Market {code}}}}}\n" for code in MARKETS) + """  - {name: mat_hang, type: string, required: true, title: {vi: Mặt hàng, en: Goods}}
  - {name: gia, type: integer, min: 0, unit: đồng, title: {vi: Giá, en: Price}}
  - {name: khoi_luong, type: number, min: 0, unit: tấn, title: {vi: Khối lượng, en: Weight}}
  - {name: dien_giai, type: string, title: {vi: Diễn giải, en: Note}}
views: {table: {sort: ngay}}
"""


def lines(count):
    random_ = random.Random(1134)
    for i in range(count):
        day = random_.randrange(365)
        yield (f"R{i:07},2025-{day // 31 + 1:02}-{day % 28 + 1:02},{random_.choice(MARKETS)},{random_.choice(GOODS)},{random_.randrange(1000, 900000)},"
               f"{random_.randrange(1, 100000) / 100},Giá bán lẻ do {make_portal.words(random_, 4, 9)} ghi\r\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=1000000)
    options = parser.parse_args()
    make_portal.make_frame(options.folder)
    entry = next(make_portal.entries(1)) | {"id": "gia-ca"}
    make_portal.write(options.folder / "datasets/gia-ca.md", make_portal.dataset_text(entry, True, FIELDS))
    content = ("ma,ngay,cho,mat_hang,gia,khoi_luong,dien_giai\r\n" + "".join(lines(options.rows))).encode()
    make_portal.deliver(options.folder, "gia-ca", entry["agency"][0], "gia-ca.csv", content)


if __name__ == "__main__":
    main()
