#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes all small sample deliveries that are committed. The same bytes every time; needs the packages of section `samples` and python3-shapely.

usage: /usr/bin/python3 scripts/samples/make_small.py
"""
import sys

import economy
import forest
import land
import places
import prices
import transport
import water
from delivery import deliver
from province import Province

AGRI, BUILD, HEALTH, CULTURE = "nong-nghiep-va-moi-truong", "xay-dung", "y-te", "van-hoa-the-thao-va-du-lich"


def main():
    deliver(
        "ranh-gioi-xa-phuong",
        "2026-09-10",
        "noi-vu",
        "2026-09-10T15:20:00",
        "2026",
        "CSDL địa giới hành chính (minh họa)",
        {"ranh-gioi-xa-phuong.gpkg": land.communes_gpkg()},
    )
    p = Province()
    count, lots = forest.lots_zip(p, {"03961"})
    print(count, "forest lots")
    made = [
        (forest.LOTS, "2026-10-05", AGRI, "2026-10-05T09:40:00", "2025", "CSDL theo dõi diễn biến rừng", {"lo-rung.zip": lots}),
        (
            "du-lieu-ranh-gioi-rung",
            "2026-09-28",
            AGRI,
            "2026-09-28T16:05:00",
            "2025",
            "CSDL theo dõi diễn biến rừng",
            {"ranh-gioi-rung.zip": forest.boundaries_zip(p)},
        ),
        ("du-lieu-ho-chua", "2026-10-12", AGRI, "2026-10-12T10:15:00", "2026", "CSDL thủy lợi", {"ho-chua.csv": water.reservoirs_csv(p)}),
        (
            "du-lieu-ve-cong-trinh-thuy-loi",
            "2026-10-12",
            AGRI,
            "2026-10-12T10:45:00",
            "2026",
            "CSDL thủy lợi",
            {"cong-trinh-thuy-loi.gml": water.irrigation_gml(p)},
        ),
        (
            "du-lieu-ve-chat-luong-nuoc",
            "2026-10-26",
            AGRI,
            "2026-10-26T14:00:00",
            "2024 đến 9/2026",
            "Hệ thống quan trắc môi trường",
            {"chat-luong-nuoc.csv": water.quality_csv(p)},
        ),
        (
            "du-lieu-quy-hoach-su-dung-dat",
            "2026-08-20",
            AGRI,
            "2026-08-20T11:30:00",
            "2026-2030",
            "CSDL đất đai",
            {"quy-hoach-su-dung-dat.gpkg": land.land_plan_gpkg(p)},
        ),
        (
            "du-lieu-tong-hop-ve-san-pham-ocop",
            "2026-11-02",
            AGRI,
            "2026-11-02T08:50:00",
            "2026",
            "CSDL nông thôn mới",
            {"san-pham-ocop.xlsx": economy.ocop_xlsx(p)},
        ),
        (
            "du-lieu-ve-thong-tin-tuyen-duong",
            "2026-09-15",
            BUILD,
            "2026-09-15T09:00:00",
            "2026",
            "CSDL kết cấu hạ tầng giao thông",
            {"tuyen-duong.zip": transport.roads_zip(p)},
        ),
        (
            "du-lieu-cau",
            "2026-09-15",
            BUILD,
            "2026-09-15T09:10:00",
            "2026",
            "CSDL kết cấu hạ tầng giao thông",
            {"cau.csv": transport.bridges_csv(p)},
        ),
        (
            "du-lieu-ben-xe-khach",
            "2026-07-06",
            BUILD,
            "2026-07-06T15:30:00",
            "2026",
            "CSDL vận tải",
            {"ben-xe.xls": transport.stations_xls(p)},
        ),
        (
            "du-lieu-co-so-kham-chua-benh",
            "2026-10-01",
            HEALTH,
            "2026-10-01T10:00:00",
            "2026",
            "CSDL y tế",
            {"co-so-kham-chua-benh.csv": places.health_csv(p)},
        ),
        (
            "du-lieu-co-so-kinh-doanh-duoc",
            "2026-10-08",
            HEALTH,
            "2026-10-08T10:20:00",
            "2026",
            "CSDL dược",
            {"co-so-duoc.csv": places.pharmacies_csv(p)},
        ),
        (
            "du-lieu-diem-phuc-vu-buu-chinh",
            "2026-09-22",
            "khoa-hoc-va-cong-nghe",
            "2026-09-22T16:10:00",
            "Quý III/2026",
            "CSDL bưu chính",
            {"diem-buu-chinh.csv": places.post_csv(p)},
        ),
        (
            "csdl-co-so-luu-tru-du-lich",
            "2026-10-19",
            CULTURE,
            "2026-10-19T09:30:00",
            "2026",
            "CSDL du lịch",
            {"co-so-luu-tru.csv": places.stays_csv(p)},
        ),
        (
            MONUMENTS,
            "2026-06-22",
            CULTURE,
            "2026-06-22T14:40:00",
            "2026",
            "Hệ thống thông tin quản lý di tích",
            {"di-tich.csv": places.monuments_csv(p, False)},
        ),
        (
            MONUMENTS,
            "2026-10-30",
            CULTURE,
            "2026-10-30T08:30:00",
            "2026",
            "Hệ thống thông tin quản lý di tích",
            {"di-tich.csv": places.monuments_csv(p, True)},
        ),
        (
            "du-lieu-thuc-hien-du-toan-chi-ngan-sach-tinh-xa",
            "2026-09-24",
            "tai-chinh",
            "2026-09-24T16:45:00",
            "Quý III/2026",
            "Hệ thống quản lý ngân sách",
            {"thuc-hien-du-toan-chi.xlsx": economy.budget_xlsx(p)},
        ),
        (
            prices.DATASET,
            "2026-10-20",
            "tai-chinh",
            "2026-10-20T11:00:00",
            "9/2026",
            "CSDL giá",
            {"gia-thi-truong.csv": prices.prices_csv(p, (2026, 8), (2026, 9), 25)[1]},
        ),
        (
            "du-lieu-ve-ban-dtts-va-mien-nui-ban-dac-biet-kho-khan-xa-khu-vuc-i-ii-iii",
            "2026-07-15",
            "dan-toc-va-ton-giao",
            "2026-07-15T10:00:00",
            "2026",
            "CSDL công tác dân tộc",
            {"xa-khu-vuc.xml": economy.zones_xml(p)},
        ),
    ]
    total = 0
    for delivery in made:
        folder = deliver(*delivery)
        for file in sorted(folder.iterdir()):
            total += file.stat().st_size
            if file.stat().st_size > 1_000_000:
                sys.exit(f"{file} is over 1 MB")
    print(len(made) + 1, "deliveries,", total // 1024, "KiB")


MONUMENTS = "csdl-di-tich-tren-dia-ban-tinh-he-thong-thong-tin-quan-ly-di-tich"

if __name__ == "__main__":
    main()
