#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the large sample deliveries, which are not committed: a layer of over 60,000 forest lots and a price table of over 200,000 rows.

usage: /usr/bin/python3 scripts/samples/make_large.py [--force]
Always the same bytes on Debian 12; less than a minute, and at once when they are there already. Needs python3-gdal.
"""
import hashlib
import sys
from pathlib import Path

import forest
import prices
from delivery import deliver
from province import WAREHOUSE, Province

HERE = Path(__file__).resolve().parent
NAME = "lon-2026-11-16"


def recipe():
    """Hash of everything that decides the bytes: when it changes, the deliveries are made again."""
    sources = [HERE / name for name in ("delivery.py", "forest.py", "make_large.py", "noise.py", "patches.py", "prices.py", "province.py")]
    sources.append(next((WAREHOUSE / "ranh-gioi-xa-phuong").glob("*/*.gpkg")))
    digest = hashlib.sha256()
    for path in sources:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make_lots(province):
    count, packed = forest.lots_zip(province)
    deliver(
        forest.LOTS,
        NAME,
        "nong-nghiep-va-moi-truong",
        "2026-11-16T10:30:00",
        "2026",
        "CSDL theo dõi diễn biến rừng",
        {"lo-rung.zip": packed},
        confirmed={rule: "Lớp toàn tỉnh thay cho lớp thử của một xã (minh họa)" for rule in ("change/area", "change/centroid", "change/totals")},
    )
    return count, "forest lots"


def make_prices(province):
    count, table = prices.prices_csv(province, (2016, 1), (2026, 10), len(prices.TOWNS))
    deliver(prices.DATASET, NAME, "tai-chinh", "2026-11-16T14:15:00", "1/2016 đến 10/2026", "CSDL giá", {"gia-thi-truong.csv": table},
            confirmed={"change/totals": "Toàn chuỗi giá từ 2016 thay cho một quý (minh họa)"})
    return count, "market prices"


def main():
    wanted, province = recipe(), None
    for dataset, make in ((forest.LOTS, make_lots), (prices.DATASET, make_prices)):
        stamp = WAREHOUSE / dataset / f".{NAME}.recipe"
        done = stamp.exists() and stamp.read_text() == wanted and (WAREHOUSE / dataset / NAME / "approval.yaml").exists()
        if done and "--force" not in sys.argv:
            print(f"{dataset}/{NAME}: there already")
            continue
        stamp.unlink(missing_ok=True)
        province = province or Province()
        count, things = make(province)
        stamp.write_text(wanted)
        print(f"{dataset}/{NAME}: {count} {things}")


if __name__ == "__main__":
    main()
