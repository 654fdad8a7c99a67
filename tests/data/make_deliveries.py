#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the deliveries of portal-mini and the bad ones beside it, each with what the gate has to say about it. The same bytes every time.

usage: /usr/bin/python3 tests/data/make_deliveries.py      (needs python3-openpyxl)

bad-<reason>/<reason>/      the delivery, to be copied into warehouse/<dataset>/
bad-<reason>/expected.json  list of {dataset, reason, rule, severity, file, row, column}; row counts the heading as 1, 0 is the whole file
"""
import hashlib
import io
import json
import random
import re
import shutil
import unicodedata
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl

HERE = Path(__file__).resolve().parent
MINI = HERE / "portal-mini" / "warehouse"
BAD = HERE / "deliveries"
AGENCY = {"cho": "so-a", "diem-do": "so-a", "ngan-sach": "ubnd"}

MARKETS = """\
Mã chợ;Tên chợ;Mã xã;Hạng;Số quầy;Diện tích (m²);Ngày mở
C001;Chợ Trung tâm;03646;I;420;12.500,5;02/09/1995
C002;Chợ Ngã Ba;03646;III;36;850;15/3/2011
C003;Chợ Chiềng An;03664;II;120;3.200;01/01/2004
C004;Chợ phiên Mường La;03808;II;98;2.750,25;20/11/1999
C005;Chợ Ngọc Chiến;03820;III;22;-;05/05/2018
C006;Chợ Sông Mã;04168;II;150;4.100;không có
C007;"Chợ ""Đêm""; bờ sông";04168;III;41;960,75;30/04/2023
"""
GAUGES = """\
ma,ten,kinh_do,vi_do
M1,Tô Hiệu,103.921,21.327
M2,Chiềng An,103.895,21.386
M3,Mường La,104.050,21.541
M4,Ngọc Chiến,104.216,21.615
"""


def step(by, at, agency, document):
    return {"by": f"{by} (minh họa)", "position": "Công chức (minh họa)", "agency": agency, "at": at, "document": document}


def steps_of(dataset, day="2026-10-0"):
    agency = AGENCY[dataset]
    return {
        "prepared": step("Người Lập", f"{day}1T08:00:00+07:00", agency, "1/PT"),
        "appraised": step("Người Thẩm Định", f"{day}2T09:30:00+07:00", agency, "2/TĐ"),
        "approved": step("Người Phê Duyệt", f"{day}3T16:45:00+07:00", agency, "3/QĐ"),
    }


def record(dataset, steps, files):
    lines = [f"dataset: {dataset}", "source_system: Kho thử nghiệm", 'period: "2026"', "illustrative: true", "steps:"]
    for name, values in steps.items():
        lines += [f"  {name}:"] + [
            f'    {key}: "{value}"' if key not in ("at", "agency") else f"    {key}: {value}" for key, value in values.items()
        ]
    lines += ["files:"] + [f"  - {{path: {name}, sha256: {hashlib.sha256(data).hexdigest()}, bytes: {len(data)}}}" for name, data in files]
    return unicodedata.normalize("NFC", "\n".join(lines) + "\n").encode()


def write(folder, files, approval):
    folder.mkdir(parents=True)
    for name, data in files:
        (folder / name).write_bytes(data)
    if approval is not None:
        (folder / "approval.yaml").write_bytes(approval)


def text(rows):
    return b"\xef\xbb\xbf" + unicodedata.normalize("NFC", rows).replace("\n", "\r\n").encode()


def budget(actual=812.5):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Bieu"
    sheet["A1"] = "BIỂU NGÂN SÁCH XÃ (MINH HỌA)"
    for place, value in (
        ("A2", "Kỳ"),
        ("B2", "Mã xã"),
        ("C2", "Triệu đồng"),
        ("E2", "Đã công khai"),
        ("C3", "Dự toán"),
        ("D3", "Thực hiện"),
    ):
        sheet[place] = value
    for span in ("A2:A3", "B2:B3", "C2:D2", "E2:E3"):
        sheet.merge_cells(span)
    for row in (
        ("Quý III/2026", "03646", 1250.5, 980.25, "x"),
        ("Quý III/2026", "03664", 1100, actual, "x"),
        ("Quý III/2026", "03808", 2040.75, "-", "không"),
        ("Quý III/2026", "03820", 990, 640, "x"),
        ("Quý III/2026", "04168", 1500, 1210.5, "không"),
    ):
        sheet.append(row)
    for row in sheet.iter_rows(min_row=4, min_col=3, max_col=4):
        for cell in row:
            cell.number_format = "#,##0.00"
    book.properties.created, raw, settled = datetime(2026, 1, 1), io.BytesIO(), io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2026-01-01T00:00:00Z", old.read(name))
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, data)
    return settled.getvalue()


def good():
    shutil.rmtree(MINI, ignore_errors=True)
    for dataset, name, data in (
        ("cho", "cho.csv", text(MARKETS)),
        ("diem-do", "diem-do.csv", unicodedata.normalize("NFC", GAUGES).encode()),
        ("ngan-sach", "ngan-sach.xlsx", budget()),
    ):
        write(MINI / dataset / "2026-09", [(name, data)], record(dataset, steps_of(dataset, "2026-09-0"), [(name, data)]))


def bad(
    reason,
    rule,
    rows=MARKETS,
    dataset="cho",
    place=("cho.csv", 0, ""),
    steps=None,
    severity="block",
    data=None,
    name="cho.csv",
    approval=True,
    left=None,
    stated=None,
):
    """`data`: bytes instead of `rows`; `stated`: files as the record says; `left`: files that are really delivered."""
    data = text(rows) if data is None else data
    files = [(name, data)]
    made = record(dataset, steps or steps_of(dataset), stated or files) if approval is True else approval
    folder = BAD / f"bad-{reason}"
    write(folder / reason, files if left is None else left, made)
    finding = {
        "dataset": dataset,
        "reason": reason,
        "rule": rule,
        "severity": severity,
        "file": place[0],
        "row": place[1],
        "column": place[2],
    }
    (folder / "expected.json").write_text(json.dumps([finding], ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def changed(old, new):
    assert MARKETS.count(old) == 1, old
    return MARKETS.replace(old, new)


def bad_approvals():
    files = [("cho.csv", text(MARKETS))]
    flipped = text(changed(";420;", ";421;"))
    bad("byte-changed", "approval/hash", left=[("cho.csv", flipped)], stated=files)
    missing = {key: value for key, value in steps_of("cho").items() if key != "appraised"}
    bad("step-missing", "approval/step-missing", steps=missing, place=("approval.yaml", 0, "appraised"))
    same = steps_of("cho")
    same["approved"]["by"] = same["prepared"]["by"]
    bad("same-person", "approval/same-person", steps=same, place=("approval.yaml", 0, "approved"))
    swapped = steps_of("cho")
    swapped["appraised"]["at"], swapped["approved"]["at"] = swapped["approved"]["at"], swapped["appraised"]["at"]
    bad("steps-out-of-order", "approval/order", steps=swapped, place=("approval.yaml", 0, "approved"))
    foreign = steps_of("cho")
    foreign["approved"]["agency"] = "ubnd"
    bad("wrong-agency", "approval/agency", steps=foreign, place=("approval.yaml", 0, "approved"))
    later = steps_of("cho")
    later["approved"]["at"] = "2099-01-01T08:00:00+07:00"
    bad("step-in-future", "approval/step-future", steps=later, place=("approval.yaml", 0, "approved"))
    nameless = steps_of("cho")
    nameless["prepared"]["document"] = ""
    bad("step-without-document", "approval/step-incomplete", steps=nameless, place=("approval.yaml", 0, "prepared"))
    bad("file-missing", "approval/file-missing", stated=files + [("phu-luc.csv", b"x\n")], place=("phu-luc.csv", 0, ""))
    bad("file-unlisted", "approval/file-unlisted", left=files + [("ghi-chu.txt", b"ghi chu\n")], stated=files, place=("ghi-chu.txt", 0, ""))
    bad("no-record", "approval/record", approval=None, place=("approval.yaml", 0, ""))
    bad("other-dataset", "approval/dataset", approval=record("diem-do", steps_of("diem-do"), files), place=("approval.yaml", 0, "dataset"))


def bad_cells():
    cell = "cho.csv"
    bad("letter-in-number", "contract/type", changed(";36;850;", ";3O;850;"), place=(cell, 3, "Số quầy"))
    bad(
        "column-undeclared",
        "contract/column-undeclared",
        "".join(line + (";Ghi chú\n" if not k else ";\n") for k, line in enumerate(MARKETS.splitlines())),
        place=(cell, 1, "Ghi chú"),
    )
    bad("column-missing", "contract/column-missing", MARKETS.replace("Ngày mở", "Ngày khai trương"), place=(cell, 1, "Ngày mở"))
    bad("duplicate-key", "contract/key", changed("C005;", "C002;"), place=(cell, 6, "Mã chợ"))
    bad("required-empty", "contract/required", changed(";Chợ Chiềng An;", ";;"), place=(cell, 4, "Tên chợ"))
    bad("out-of-range", "contract/range", changed(";98;", ";9800;"), place=(cell, 5, "Số quầy"))
    bad("bad-date", "contract/type", changed("15/3/2011", "31/02/2011"), place=(cell, 3, "Ngày mở"))
    bad("month-first", "contract/date-order", changed("20/11/1999", "11/20/1999"), place=(cell, 5, "Ngày mở"))
    bad("code-unknown", "contract/codelist", changed(";420;", ";420;").replace("03646;I;", "03646;IV;"), place=(cell, 2, "Hạng"))
    bad("unit-unknown", "contract/codelist", changed("03820", "99999"), place=(cell, 6, "Mã xã"))
    bad("pattern", "contract/pattern", changed("C004;", "X4;"), place=(cell, 5, "Mã chợ"))
    bad("zeros-lost", "contract/padded", MARKETS.replace(";0", ";", 1), place=(cell, 2, "Mã xã"), severity="warn")
    bad("cells-missing", "form/missing-cells", changed(";22;-;05/05/2018", ";22"), place=(cell, 6, "Diện tích (m²)"))
    bad("cells-too-many", "form/extra-cells", changed("02/09/1995", "02/09/1995;;x"), place=(cell, 2, "I"))
    bad("quote-unclosed", "form/csv-unclosed-quote", changed('bờ sông";', "bờ sông;"), place=(cell, 8, "Tên chợ"))
    noise = random.Random(7)
    spoiled = b"".join(
        re.sub(rb"Ch\xe1\xbb\xa3[^;]*", lambda _: bytes(noise.choice(range(0x80, 0xA0)) for _ in range(14)), line)
        for line in text(MARKETS)[3:].splitlines(True)
    )
    bad("wrong-encoding", "text/encoding", data=spoiled)
    one = text(MARKETS).replace("Ngã Ba".encode(), b"Ng\xff Ba")
    bad("broken-character", "text/encoding", data=one, place=(cell, 3, "Tên chợ"))
    bad("not-a-table", "form/content", data=b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    bad("no-rows", "contract/no-rows", MARKETS.splitlines()[0] + "\n")
    bad("program", "form/extension", data=b"MZ" + bytes(400), name="cho.exe", place=("cho.exe", 0, ""))


def bad_others():
    bad(
        "xlsx-letter-in-number",
        "contract/type",
        dataset="ngan-sach",
        data=budget("812,5 triệu"),
        name="ngan-sach.xlsx",
        place=("ngan-sach.xlsx", 5, "Triệu đồng / Thực hiện"),
    )
    outside = GAUGES.replace("104.050,21.541", "105.850,21.028")
    bad("point-outside", "geometry/outside", dataset="diem-do", data=outside.encode(), name="diem-do.csv", place=("diem-do.csv", 4, ""))
    swapped = re.sub(r"(10\d\.\d+),(21\.\d+)", r"\2,\1", GAUGES)
    bad("axes-swapped", "geometry/outside", dataset="diem-do", data=swapped.encode(), name="diem-do.csv", place=("diem-do.csv", 2, ""))


def main():
    shutil.rmtree(BAD, ignore_errors=True)
    good()
    bad_approvals()
    bad_cells()
    bad_others()
    print(len(list(BAD.iterdir())), "bad deliveries")


if __name__ == "__main__":
    main()
