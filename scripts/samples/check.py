#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the sample deliveries apart from Khomo: hashes and steps, headings, types, codes, keys, and that every geometry lies in the commune it names.

usage: /usr/bin/python3 scripts/samples/check.py [dataset id …]     needs python3-yaml besides the packages of section `samples`
"""
import csv
import hashlib
import io
import re
import shutil
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as xml
from datetime import date, datetime

import openpyxl
import yaml
from osgeo import gdal, ogr

from province import CATALOGUE, WAREHOUSE, Province, plane, units

gdal.SetConfigOption("GML_FIELDTYPES", "ALWAYS_STRING")
gdal.SetConfigOption("GML_EXPOSE_GML_ID", "NO")
CODES = {unit["code"] for unit in units()}
faults = []


def fault(where, text):
    faults.append(f"{where}: {text}")


def windows_1258_text(data):
    return unicodedata.normalize("NFC", data.decode("cp1258"))


def csv_rows(path, entry):
    table = entry["table"]
    data = path.read_bytes()
    text = windows_1258_text(data) if table.get("encoding") == "windows-1258" else data.decode("utf-8-sig")
    delimiter = {"tab": "\t"}.get(table.get("delimiter", ","), table.get("delimiter", ","))
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    return rows[0], [(row, None) for row in rows[1:]]


def xlsx_rows(path, entry):
    table = entry["table"]
    sheet = openpyxl.load_workbook(path)[table["sheet"]]
    top = table.get("skip_rows", 0)
    first, second = list(sheet.iter_rows(min_row=top + 1, max_row=top + 2, values_only=True))
    if table.get("header_rows", 1) == 2:
        heading, upper = [], ""
        for a, b in zip(first, second):
            upper = a or (upper if b else "")
            heading.append(f"{upper} / {b}" if b else upper)
        top += 1
    else:
        heading = list(first)
    return heading, [(list(row), None) for row in sheet.iter_rows(min_row=top + 2, values_only=True)]


def xml_rows(path, entry):
    records = []
    for element in xml.parse(path).getroot().iter(entry["table"]["record"].split("/")[-1]):
        row = dict(element.attrib)
        for child in element:
            row.update({child.tag: child.text or ""} if len(child) == 0 else {f"{child.tag}/{leaf.tag}": leaf.text or "" for leaf in child})
        records.append(row)
    heading = list(records[0])
    return heading, [([row.get(name, "") for name in heading], None) for row in records]


def layer_rows(path, entry):
    # From a copy: GDAL would leave a .gfs beside a GML file, and a delivery must hold nothing that its record does not list.
    with tempfile.TemporaryDirectory(prefix="khomo-check-") as scratch:
        name = shutil.copy(path, scratch)
        return layer_rows_of(ogr.Open("/vsizip/" + name if name.endswith(".zip") else name), path)


def layer_rows_of(source, path):
    layer = source.GetLayer(0)
    definition = layer.GetLayerDefn()
    heading = [definition.GetFieldDefn(k).GetName() for k in range(definition.GetFieldCount())]
    if path.suffix == ".xls":
        records = [[f.GetField(k) for k in range(len(heading))] for f in layer]
        return (heading, [(r, None) for r in records]) if heading[0] != "Field1" else (records[0], [(r, None) for r in records[1:]])
    system = layer.GetSpatialRef()
    if system.GetAuthorityCode(None) != "9206" and not system.IsSame(_expected()):
        fault(path, "not EPSG:9206")
    return heading, [([f.GetField(k) for k in range(len(heading))], f.GetGeometryRef().Clone()) for f in layer]


def _expected():
    from province import srs

    return srs(9206)


def number(value, table):
    if isinstance(value, (int, float)):
        return float(value)
    text = value.replace(".", "").replace(",", ".") if table.get("decimal") == "comma" else value
    return float(text)


def check_value(field, value, table, where):
    kind = field["type"]
    try:
        if kind in ("integer", "number"):
            value = number(value, table)
            if kind == "integer" and value != int(value):
                fault(where, f"{value} is not whole")
            if not field.get("min", -9e99) <= value <= field.get("max", 9e99):
                fault(where, f"{value} out of range")
        elif kind == "date" and not isinstance(value, (date, datetime)):
            digits = re.findall(r"\d+", value)
            day = date(*map(int, digits)) if len(digits[0]) == 4 else date(*map(int, digits[:3][::-1]))
            if not 1990 < day.year < 2100:
                fault(where, f"odd date {value}")
        elif kind == "boolean" and str(value) not in ("0", "1", "x", "không", "Có", "Không", "true", "false"):
            fault(where, f"{value} is no boolean")
        elif kind == "period" and not re.fullmatch(r"\d{4}|\d{2}/\d{4}|Quý (I|II|III|IV)/\d{4}", str(value)):
            fault(where, f"{value} is no period")
    except (ValueError, IndexError):
        fault(where, f"{value!r} is not a {kind}")
    text = str(value)
    if unicodedata.normalize("NFC", text) != text:
        fault(where, "not NFC")
    if "pattern" in field and not re.fullmatch(field["pattern"], text):
        fault(where, f"{text} does not match {field['pattern']}")
    codes = field.get("codelist")
    if codes == "units" and text not in CODES or isinstance(codes, list) and text not in {code["code"] for code in codes}:
        fault(where, f"{text} is not in the code list")


def check_place(entry, record, shape, province, where):
    geometry = entry["geometry"]
    if shape is None:
        if "wkt" in geometry:
            x, y = map(float, record[geometry["wkt"]][7:-1].split())
        else:
            x, y = (number(record[geometry[axis]], entry["table"]) for axis in ("x", "y"))
        if geometry["crs"] == "EPSG:4326":
            x, y = plane(x, y)
        shape = ogr.CreateGeometryFromWkt(f"POINT ({x} {y})")
    elif not shape.IsValid():
        fault(where, "invalid geometry")
    cell = province.by_code[record["ma_xa"]].polygon
    if not cell.Contains(shape) and not cell.Buffer(0.05).Contains(shape):
        fault(where, f"not in commune {record['ma_xa']}")


def check_rows(path, entry, province):
    reader = {".csv": csv_rows, ".xlsx": xlsx_rows, ".xml": xml_rows}.get(path.suffix, layer_rows)
    heading, rows = reader(path, entry)
    declared = {field.get("column", field["name"]): field for field in entry["fields"]}
    if set(heading) != set(declared):
        fault(path, f"headings differ: {sorted(map(str, set(heading) ^ set(declared)))}")
        return 0
    table, nulls = entry.get("table", {}), set(entry.get("table", {}).get("null", [])) | {"", None}
    keys, uniques = set(), {}
    for line, (cells, shape) in enumerate(rows, 2):
        record = {}
        for title, value in zip(heading, cells, strict=True):
            field = declared[title]
            where = f"{path.parent.parent.name}/{path.name}:{line} {title}"
            record[field["name"]] = value
            if value in nulls:
                if field.get("required"):
                    fault(where, "empty")
                continue
            check_value(field, value, table, where)
            if field.get("unique"):
                seen = uniques.setdefault(title, set())
                if value in seen:
                    fault(where, f"{value} twice")
                seen.add(value)
        key = tuple(record[name] for name in entry["key"])
        if key in keys:
            fault(f"{path}:{line}", f"key {key} twice")
        keys.add(key)
        if "geometry" in entry and "ma_xa" in record:
            check_place(entry, record, shape, province, f"{path.parent.parent.name}/{path.name}:{line}")
    return len(rows)


def check_approval(folder, entry):
    record = yaml.safe_load((folder / "approval.yaml").read_text(encoding="utf-8"))
    steps = [record["steps"][name] for name in ("prepared", "appraised", "approved")]
    if (
        record["dataset"] != folder.parent.name
        or len({step["by"] for step in steps}) != 3
        or {step["agency"] for step in steps} != {entry["agency"]}
    ):
        fault(folder, "dataset, persons or agency wrong")
    if not steps[0]["at"] < steps[1]["at"] < steps[2]["at"] or not all("(minh họa)" in step["by"] for step in steps):
        fault(folder, "instants do not rise, or a person is not marked")
    for file in record["files"]:
        data = (folder / file["path"]).read_bytes()
        if hashlib.sha256(data).hexdigest() != file["sha256"] or len(data) != file["bytes"]:
            fault(folder, f"{file['path']} differs from its record")
    return [folder / file["path"] for file in record["files"]]


def main():
    province = Province()
    for dataset in sorted(WAREHOUSE.iterdir()):
        if not dataset.is_dir() or (len(sys.argv) > 1 and dataset.name not in sys.argv[1:]):
            continue
        entry = yaml.safe_load((CATALOGUE / "datasets" / f"{dataset.name}.md").read_text(encoding="utf-8").split("---\n")[1])
        for folder in sorted(path for path in dataset.iterdir() if path.is_dir()):
            for path in check_approval(folder, entry):
                print(f"{dataset.name[:50]:50} {folder.name:14} {path.name:28} {check_rows(path, entry, province):7} rows")
    for text in faults[:60]:
        print("FAULT", text)
    print(len(faults), "faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
