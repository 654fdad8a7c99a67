# SPDX-License-Identifier: GPL-3.0-or-later
"""OCOP products, budget execution and ethnic-minority areas. All figures are invented."""
import random
from datetime import date
from xml.sax.saxutils import escape, quoteattr

import openpyxl
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from delivery import nfc, settled_xlsx

HEAD = {
    "font": Font(bold=True),
    "fill": PatternFill("solid", fgColor="E2EFDA"),
    "alignment": Alignment(horizontal="center", vertical="center", wrap_text=True),
    "border": Border(*[Side(style="thin")] * 4),
}


def dress(cell):
    for key, value in HEAD.items():
        setattr(cell, key, value)


OCOP_HEADER = [
    "Mã sản phẩm",
    "Tên sản phẩm",
    "Nhóm sản phẩm",
    "Hạng sao",
    "Chủ thể",
    "Mã xã",
    "Ngày công nhận",
    "Doanh thu 2025 (triệu đồng)",
    "Sản lượng",
    "Đơn vị sản lượng",
    "Có mã truy xuất",
]
PRODUCTS = [
    ("Chè Shan tuyết Tà Xùa", "DU", "03868"),
    ("Chè Ô long Mộc Châu", "DU", "03982"),
    ("Mận hậu sấy dẻo Mộc Châu", "TP", "03980"),
    ("Sữa chua Mộc Châu", "TP", "03982"),
    ("Xoài Yên Châu", "TP", "04075"),
    ("Nhãn Sông Mã", "TP", "04168"),
    ("Long nhãn Sông Mã", "TP", "04168"),
    ("Cà phê Arabica Sơn La", "DU", "04132"),
    ("Cà phê rang xay Thuận Châu", "DU", "03721"),
    ("Táo sơn tra Ngọc Chiến", "TP", "03820"),
    ("Gạo nếp tan Ngọc Chiến", "TP", "03820"),
    ("Gạo nếp Mường Và", "TP", "04231"),
    ("Khoai sọ Thuận Châu", "TP", "03721"),
    ("Na Mai Sơn", "TP", "04105"),
    ("Bơ Mộc Châu", "TP", "03979"),
    ("Cá sông Đà sấy", "TP", "03703"),
    ("Mật ong hoa nhãn", "TP", "04222"),
    ("Thịt trâu gác bếp", "TP", "03646"),
    ("Thổ cẩm dân tộc Thái", "TC", "03670"),
    ("Rượu Hang Chú", "DU", "03868"),
    ("Rượu men lá", "DU", "03910"),
    ("Dâu tây Chiềng Mai", "TP", "04132"),
    ("Tinh dầu sả", "DL", "03961"),
    ("Trà hoa hồng", "DU", "04048"),
    ("Du lịch bản Áng", "DV", "03979"),
    ("Du lịch cộng đồng bản Bon", "DV", "03703"),
]

WORDS = ["Măng khô", "Miến dong", "Mật ong", "Thịt lợn gác bếp", "Trà dược liệu", "Bánh chưng gù", "Gừng sấy", "Giỏ tre đan", "Chẩm chéo"]


def ocop_xlsx(province):
    rng = random.Random(1019)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "OCOP"
    sheet.append([nfc(title) for title in OCOP_HEADER])
    listed = list(PRODUCTS)
    for commune in province.communes:
        for _ in range(rng.choice([0, 1, 1, 2])):
            listed.append(
                (
                    f"{rng.choice(WORDS)} {commune.short_name()} (minh họa)",
                    rng.choice(["TP", "TP", "DU", "DL", "TC"]),
                    commune.code,
                )
            )
    for index, (name, group, code) in enumerate(listed):
        unit = {"TP": "tấn", "DU": "tấn", "DL": "lít", "TC": "chiếc", "DV": "lượt khách"}[group]
        amount = round(rng.uniform(0.8, 120), 1) if unit == "tấn" else rng.randrange(200, 9000, 50)
        sheet.append(
            [
                f"OCOP-{index + 1:03d}",
                nfc(name),
                group,
                rng.choice([3, 3, 3, 3, 4, 4, 5]),
                rng.choice(["Hợp tác xã", "Hợp tác xã", "Doanh nghiệp", "Tổ hợp tác", "Hộ kinh doanh"]),
                code,
                date(rng.randint(2021, 2026), rng.randint(1, 8), rng.randint(1, 28)),
                round(rng.uniform(80, 9000), 1) if rng.random() > 0.08 else "không có",
                amount,
                unit,
                nfc(rng.choice(["x", "x", "không"])),
            ]
        )
    for cell in sheet[1]:
        dress(cell)
    for row in sheet.iter_rows(min_row=2):
        row[6].number_format, row[7].number_format, row[8].number_format = "dd/mm/yyyy", "#,##0.0", "#,##0.0"
    for letter, width in zip("ABCDEFGHIJK", (14, 38, 12, 9, 16, 9, 14, 16, 12, 12, 12)):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    return settled_xlsx(book, "Sở Nông nghiệp và Môi trường (minh họa)")


SECTORS = [
    "Giáo dục – đào tạo và dạy nghề",
    "Khoa học và công nghệ, chuyển đổi số",
    "Y tế, dân số và gia đình",
    "Văn hóa – thông tin",
    "Phát thanh, truyền hình",
    "Thể dục thể thao",
    "Bảo vệ môi trường",
    "Các hoạt động kinh tế",
    "Quản lý nhà nước, đảng, đoàn thể",
    "Bảo đảm xã hội",
]


def budget_xlsx(province):
    rng = random.Random(1020)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Bieu chi NSDP"
    sheet["A1"] = nfc("BIỂU TỔNG HỢP THỰC HIỆN DỰ TOÁN CHI NGÂN SÁCH TỈNH, XÃ QUÝ III NĂM 2026 (SỐ LIỆU MINH HỌA)")
    sheet["A2"] = nfc("Đơn vị: triệu đồng")
    sheet.merge_cells("A1:J1")
    sheet["A1"].font, sheet["A2"].font = Font(bold=True, size=13), Font(italic=True)
    spans = [
        ("A3:A4", "Kỳ"),
        ("B3:B4", "Cấp ngân sách"),
        ("C3:C4", "Mã đơn vị"),
        ("D3:D4", "Đơn vị, lĩnh vực chi"),
        ("E3:F3", "Dự toán năm"),
        ("G3:H3", "Thực hiện 9 tháng"),
        ("I3:I4", "Tỷ lệ thực hiện (%)"),
        ("J3:J4", "Ghi chú"),
    ]
    for span, title in spans:
        sheet[span.split(":")[0]] = nfc(title)
        sheet.merge_cells(span)
    for place, title in (("E4", "Chi đầu tư"), ("F4", "Chi thường xuyên"), ("G4", "Chi đầu tư"), ("H4", "Chi thường xuyên")):
        sheet[place] = nfc(title)
    for row in sheet["A3:J4"]:
        for cell in row:
            dress(cell)
    lines = [
        ("T", f"L{index + 1:02d}", sector, rng.uniform(30_000, 900_000), rng.uniform(60_000, 2_400_000))
        for index, sector in enumerate(SECTORS)
    ]
    lines += [("X", commune.code, commune.name, rng.uniform(2_000, 38_000), rng.uniform(48_000, 190_000)) for commune in province.communes]
    for level, code, name, invest, regular in lines:
        plan = round(invest, 1), round(regular, 1)
        done = (round(plan[0] * rng.uniform(0.42, 0.88), 1) if rng.random() > 0.05 else "-"), round(plan[1] * rng.uniform(0.66, 0.79), 1)
        paid = done[1] + (done[0] if done[0] != "-" else 0)
        sheet.append(
            [
                nfc("Quý III/2026"),
                level,
                code,
                nfc(name),
                *plan,
                *done,
                round(paid / sum(plan) * 100, 1),
                nfc("Chưa tổng hợp chi đầu tư") if done[0] == "-" else None,
            ]
        )
    for row in sheet.iter_rows(min_row=5, min_col=5, max_col=9):
        for cell in row:
            cell.number_format = "#,##0.0"
    for letter, width in zip("ABCDEFGHIJ", (14, 12, 11, 38, 15, 17, 15, 17, 14, 26)):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "E5"
    return settled_xlsx(book, "Sở Tài chính (minh họa)")


def zones_xml(province):
    """One element for each commune; the counts are invented, and so is the zone of every commune."""
    rng = random.Random(1103)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<danh_sach ky="2026">', f"  <ghi_chu>{escape(nfc('Số liệu minh họa'))}</ghi_chu>"]
    for commune in province.communes:
        zone = rng.choice(["I", "I", "II"]) if commune.kind == "phường" else rng.choice(["I", "II", "III", "III", "III"])
        villages = rng.randint(18, 62)
        hard = 0 if zone == "I" else rng.randint(0, villages // 3) if zone == "II" else rng.randint(villages // 4, villages * 3 // 4)
        share = round(rng.uniform(48, 99), 1)
        lines += [
            f"  <xa ma={quoteattr(commune.code)}>",
            f"    <ten>{escape(nfc(commune.name))}</ten>",
            f"    <khu_vuc>{zone}</khu_vuc>",
            "    <ban>",
            f"      <tong_so>{villages}</tong_so>",
            f"      <vung_dtts>{int(villages * share / 100)}</vung_dtts>",
            f"      <dac_biet_kho_khan>{hard}</dac_biet_kho_khan>",
            "    </ban>",
            f"    <ty_le_dtts>{str(share).replace('.', ',')}</ty_le_dtts>",
            f"    <ngay_cong_nhan>{nfc('ngày 15 tháng 6 năm 2026')}</ngay_cong_nhan>",
            "  </xa>",
        ]
    return ("\n".join(lines) + "\n</danh_sach>\n").encode("utf-8")
