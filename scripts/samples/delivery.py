# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes files of a delivery so that the same rows give the same bytes, and its approval record with true hashes."""
import csv
import hashlib
import io
import os
import re
import shutil
import tempfile
import unicodedata
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

from osgeo import gdal, ogr

from noise import hash01
from province import WAREHOUSE, srs

gdal.UseExceptions()
gdal.SetConfigOption("OGR_CURRENT_DATE", "2026-01-01T00:00:00.000Z")

# Invented persons, one row for each step; an agency's three come from different rows.
PREPARERS = ["Lò Thị Hoa Ban", "Quàng Văn Suối", "Hà Thị Nương", "Tòng Văn Mận", "Cà Thị Lúa", "Vì Văn Đào", "Bạc Thị Xuân"]
APPRAISERS = ["Nguyễn Văn Thông", "Đinh Thị Mây", "Cầm Văn Rừng", "Lường Thị Sương", "Hoàng Văn Đồi", "Bùi Thị Chè", "Giàng A Núi"]
APPROVERS = ["Trần Thị Minh Họa", "Lê Văn Ví Dụ", "Phạm Thị Mẫu", "Đỗ Văn Giả Định", "Vũ Thị Thí Dụ", "Mùa A Sông", "Ngô Văn Trình Diễn"]

AGENCIES = {
    "nong-nghiep-va-moi-truong": ("SNNMT", "Sở Nông nghiệp và Môi trường"),
    "khoa-hoc-va-cong-nghe": ("SKHCN", "Sở Khoa học và Công nghệ"),
    "xay-dung": ("SXD", "Sở Xây dựng"),
    "van-hoa-the-thao-va-du-lich": ("SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch"),
    "tai-chinh": ("STC", "Sở Tài chính"),
    "noi-vu": ("SNV", "Sở Nội vụ"),
    "y-te": ("SYT", "Sở Y tế"),
    "dan-toc-va-ton-giao": ("SDTTG", "Sở Dân tộc và Tôn giáo"),
}


def nfc(text):
    return unicodedata.normalize("NFC", text)


def windows_1258(text):
    """Bytes of windows-1258: vowels keep their shape, tones follow as marks of their own."""
    out = bytearray()
    for char in nfc(text):
        parts = unicodedata.normalize("NFD", char)
        tones = [c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323"]
        base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones))
        out += base.encode("cp1258") + "".join(tones).encode("cp1258")
    return bytes(out)


def csv_bytes(header, rows, delimiter=",", encoding="utf-8-sig", newline="\r\n"):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=newline)
    writer.writerow([nfc(name) for name in header])
    for row in rows:
        writer.writerow([nfc(str(cell)) for cell in row])
    if encoding == "windows-1258":
        return windows_1258(text.getvalue())
    return text.getvalue().encode(encoding)


def decimal_comma(value, digits, dots=False):
    """1234.5 → «1234,50», or «1.234,50» with dots between thousands."""
    text = f"{value:,.{digits}f}".replace(",", "\0").replace(".", ",")
    return text.replace("\0", "." if dots else "")


def zip_bytes(members):
    """A ZIP of (name, bytes) with fixed times and modes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return packed.getvalue()


def layer_bytes(driver, name, fields, features, geometry, epsg=9206, options=(), dataset_options=()):
    """Makes a layer in a temporary folder: {file name: bytes}. `fields` are (name, OGR type, width, precision), `features` (OGR geometry, values)."""
    folder = Path(tempfile.mkdtemp(prefix="khomo-samples-"))
    suffix = {"ESRI Shapefile": ".shp", "GPKG": ".gpkg", "GML": ".gml", "GeoJSON": ".geojson"}[driver]
    try:
        dataset = ogr.GetDriverByName(driver).CreateDataSource(str(folder / (name + suffix)), options=list(dataset_options))
        layer = dataset.CreateLayer(name.replace("-", "_"), srs(epsg), geometry, options=list(options))
        for field_name, kind, width, precision in fields:
            definition = ogr.FieldDefn(field_name, kind)
            definition.SetWidth(width)
            definition.SetPrecision(precision)
            layer.CreateField(definition)
        layer.StartTransaction()
        definition = layer.GetLayerDefn()
        for shape, values in features:
            feature = ogr.Feature(definition)
            for index, value in enumerate(values):
                if value is not None:
                    feature.SetField(index, value)
            feature.SetGeometry(shape)
            layer.CreateFeature(feature)
        layer.CommitTransaction()
        layer = dataset = None
        files = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    finally:
        shutil.rmtree(folder)
    return {name: _fixed_date(name, data) for name, data in files.items()}


def _fixed_date(name, data):
    # A DBF keeps the day it was written in bytes 1-3.
    return data[:1] + bytes([126, 1, 1]) + data[4:] if name.endswith(".dbf") else data


def zipped_shapefile(name, fields, features, geometry, epsg=9206):
    files = layer_bytes("ESRI Shapefile", name, fields, features, geometry, epsg, options=["ENCODING=UTF-8"])
    return zip_bytes(sorted(files.items()))


def settled_xlsx(workbook, creator):
    """Bytes of an openpyxl workbook without the moment of writing."""
    workbook.properties.creator = creator
    workbook.properties.created = datetime(2026, 1, 1)
    raw = io.BytesIO()
    workbook.save(raw)
    members = []
    with zipfile.ZipFile(raw) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2026-01-01T00:00:00Z", data)
            members.append((name, data))
    return zip_bytes(members)


def _approval(dataset, agency, approved, period, system, listed, confirmed):
    short, office = AGENCIES[agency]
    pick = int(float(hash01(sum(map(ord, agency)))) * 7)
    number = 100 + int(float(hash01(sum(map(ord, dataset)), sum(map(ord, approved)))) * 800)
    last = datetime.fromisoformat(approved)
    steps = [
        (
            "prepared",
            PREPARERS[pick],
            f"Chuyên viên, đầu mối dữ liệu {office}",
            last - timedelta(days=5, hours=2),
            f"{number}/PT-{short} (minh họa)",
        ),
        (
            "appraised",
            APPRAISERS[(pick + 3) % 7],
            "Lãnh đạo phòng phụ trách",
            last - timedelta(days=2, hours=1),
            f"{number + 1}/TĐ-{short} (minh họa)",
        ),
        ("approved", APPROVERS[(pick + 5) % 7], f"Lãnh đạo {office}", last, f"{number + 2}/QĐ-{short} (minh họa)"),
    ]
    lines = [f"dataset: {dataset}", f'source_system: "{system}"', f'period: "{period}"', "illustrative: true", "steps:"]
    for key, person, position, at, document in steps:
        lines += [
            f"  {key}:",
            f'    by: "{person} (minh họa)"',
            f'    position: "{position}"',
            f"    agency: {agency}",
            f"    at: {at.isoformat()}+07:00",
            f'    document: "{document}"',
        ]
    if confirmed:
        lines.append("confirmations:")
    for rule, reason in confirmed.items():
        lines.append(f'  - {{rule: {rule}, by: "{steps[2][1]} (minh họa)", position: "{steps[2][2]}", document: "{steps[2][4]}", reason: "{reason}"}}')
    lines.append("files:")
    lines += [f'  - {{path: "{name}", sha256: {digest}, bytes: {size}}}' for name, digest, size in listed]
    return nfc("\n".join(lines) + "\n")


def deliver(dataset, name, agency, approved, period, system, files, warehouse=WAREHOUSE, confirmed=None):
    """Writes warehouse/<dataset>/<name>/ with the files {name: bytes} and approval.yaml. `approved` is the instant of the last step, Vietnamese time;
    `confirmed` says for each rule of change/* why its limit is rightly broken."""
    folder = Path(warehouse) / dataset / name
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    listed = []
    for path, data in sorted(files.items()):
        temporary = folder / (path + ".part")
        temporary.write_bytes(data)
        os.replace(temporary, folder / path)
        listed.append((path, hashlib.sha256(data).hexdigest(), len(data)))
    # The record comes last: a delivery without it is never taken for finished.
    (folder / "approval.yaml").write_text(_approval(dataset, agency, approved, period, system, listed, confirmed or {}), encoding="utf-8")
    return folder
