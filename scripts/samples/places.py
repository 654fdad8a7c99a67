# SPDX-License-Identifier: GPL-3.0-or-later
"""Points that citizens look for: health facilities, pharmacies, post offices, accommodation, monuments. No telephone number, no person."""
import random

from delivery import csv_bytes
from province import lonlat

HEALTH_HEADER = [
    "Mã cơ sở",
    "Tên cơ sở",
    "Loại hình",
    "Hạng",
    "Mã xã",
    "Số giường",
    "Cấp cứu 24/7",
    "Khám BHYT",
    "Ngày cấp phép",
    "Kinh độ",
    "Vĩ độ",
]
HOSPITALS = [
    ("Bệnh viện Đa khoa tỉnh Sơn La", "BVDK", "I", "03670", 550),
    ("Bệnh viện Y dược cổ truyền tỉnh Sơn La", "BVCK", "II", "03646", 180),
    ("Bệnh viện Phổi tỉnh Sơn La", "BVCK", "II", "03664", 150),
    ("Bệnh viện Nội tiết tỉnh Sơn La", "BVCK", "III", "03646", 90),
    ("Bệnh viện Tâm thần tỉnh Sơn La", "BVCK", "III", "03679", 100),
    ("Bệnh viện Phục hồi chức năng tỉnh Sơn La", "BVCK", "III", "03679", 90),
    ("Bệnh viện Mắt tỉnh Sơn La", "BVCK", "III", "03646", 60),
    ("Bệnh viện Đa khoa Mộc Châu", "BVDK", "II", "03980", 260),
    ("Bệnh viện Đa khoa Thảo Nguyên", "BVDK", "III", "03982", 120),
    ("Bệnh viện Đa khoa Phù Yên", "BVDK", "II", "03910", 210),
    ("Bệnh viện Đa khoa Mai Sơn", "BVDK", "II", "04105", 200),
    ("Bệnh viện Đa khoa Yên Châu", "BVDK", "III", "04075", 130),
    ("Bệnh viện Đa khoa Thuận Châu", "BVDK", "III", "03721", 190),
    ("Bệnh viện Đa khoa Sông Mã", "BVDK", "III", "04168", 180),
    ("Bệnh viện Đa khoa Mường La", "BVDK", "III", "03808", 140),
    ("Bệnh viện Đa khoa Quỳnh Nhai", "BVDK", "III", "03703", 110),
    ("Bệnh viện Đa khoa Bắc Yên", "BVDK", "III", "03856", 100),
    ("Bệnh viện Đa khoa Sốp Cộp", "BVDK", "III", "04231", 90),
    ("Bệnh viện Đa khoa Vân Hồ", "BVDK", "III", "04048", 80),
]


def health_csv(province):
    rng = random.Random(2005)
    rows = [[name, kind, rank, code, beds, "x", "x"] for name, kind, rank, code, beds in HOSPITALS]
    for commune in province.communes:
        rows.append(
            [
                f"Trạm Y tế {commune.name[0].lower() + commune.name[1:]}",
                "TYT",
                "-",
                commune.code,
                rng.choice([4, 5, 5, 6, 8]),
                rng.choice(["x", ""]),
                "x",
            ]
        )
        for number in range(rng.choice([0, 0, 0, 1, 1, 2]) + (4 if commune.kind == "phường" else 0)):
            rows.append(
                [
                    f"Phòng khám {rng.choice(['đa khoa', 'nội tổng hợp', 'răng hàm mặt', 'sản phụ khoa', 'y học cổ truyền'])} số {number + 1} {commune.short_name()} (minh họa)",
                    "PK",
                    "-",
                    commune.code,
                    "-",
                    "",
                    rng.choice(["x", ""]),
                ]
            )
    out = []
    for index, (name, kind, rank, code, beds, urgent, insured) in enumerate(rows):
        lon, lat = lonlat(*province.point_in(code, 5000 + index, reach=0.15 if kind != "PK" else 0.3))
        out.append(
            [
                f"14{index + 1:04d}",
                name,
                kind,
                rank,
                code,
                beds,
                urgent or "không",
                insured or "không",
                f"{rng.randint(1, 28):02d}/{rng.randint(1, 12):02d}/{rng.randint(2012, 2025)}",
                f"{lon:.6f}",
                f"{lat:.6f}",
            ]
        )
    return csv_bytes(HEALTH_HEADER, out, encoding="windows-1258")


PHARMACY_HEADER = ["ma_cs", "ten_co_so", "loai", "ma_xa", "so_gcn", "ngay_cap", "gpp", "kinh_do", "vi_do"]


def pharmacies_csv(province):
    rng = random.Random(2017)
    rows = []
    for commune in province.communes:
        for number in range(rng.randint(1, 4) + (10 if commune.kind == "phường" else 0)):
            kind = rng.choice(["NT", "QT", "QT", "TTYT"]) if commune.kind == "xã" else rng.choice(["NT", "NT", "NT", "QT", "BB"])
            word = {"NT": "Nhà thuốc", "QT": "Quầy thuốc", "TTYT": "Tủ thuốc trạm y tế", "BB": "Cơ sở bán buôn thuốc"}[kind]
            lon, lat = lonlat(*province.point_in(commune.code, 17_000 + len(rows), reach=0.3))
            rows.append(
                [
                    f"D{len(rows) + 1:05d}",
                    f"{word} số {number + 1} {commune.short_name()} (minh họa)",
                    kind,
                    commune.code,
                    f"{rng.randint(1, 1900):04d}/ĐKKDD-SL",
                    f"{rng.randint(2017, 2026)}-{rng.randint(1, 9):02d}-{rng.randint(1, 28):02d}",
                    "true" if kind == "NT" or rng.random() < 0.6 else "false",
                    lon,
                    lat,
                ]
            )
    return csv_bytes(PHARMACY_HEADER, rows, encoding="utf-8", newline="\n")


POST_HEADER = ["Mã điểm", "Tên điểm phục vụ", "Loại điểm", "Mã xã", "Giờ mở cửa", "Chi trả bảo trợ xã hội", "Số dịch vụ", "WKT"]


def post_csv(province):
    rng = random.Random(1014)
    rows = []
    for commune in province.communes:
        centre = commune.kind == "phường" or commune.code in {unit for _, _, _, unit, _ in HOSPITALS}
        kinds = ["BC2"] * (2 if centre else 0) + ["VHX"] * rng.randint(1, 3) + ["TGCC"] * rng.choice([0, 0, 1])
        for number, kind in enumerate(kinds):
            word = {"BC2": "Bưu cục", "VHX": "Điểm bưu điện – văn hóa xã", "TGCC": "Thùng thư công cộng"}[kind]
            lon, lat = lonlat(*province.point_in(commune.code, 14_000 + len(rows), reach=0.15 + 0.2 * number))
            rows.append(
                [
                    f"{360000 + len(rows) * 10:06d}",
                    f"{word} {commune.short_name()} {number + 1}",
                    kind,
                    commune.code,
                    {"BC2": "7h00–18h00", "VHX": "7h30–11h00; 13h30–17h00", "TGCC": "…"}[kind],
                    "x" if kind == "BC2" or (kind == "VHX" and rng.random() < 0.6) else "không",
                    rng.randint(8, 22) if kind == "BC2" else rng.randint(3, 9) if kind == "VHX" else 1,
                    f"POINT ({lon:.6f} {lat:.6f})",
                ]
            )
    return csv_bytes(POST_HEADER, rows, delimiter="\t", encoding="utf-8")


STAY_HEADER = [
    "Mã cơ sở",
    "Tên cơ sở lưu trú",
    "Loại hình",
    "Hạng sao",
    "Mã xã",
    "Số buồng",
    "Số giường",
    "Giá từ (đồng/đêm)",
    "Ngày công nhận",
    "Hạn công nhận",
    "Kinh độ",
    "Vĩ độ",
]
FLOWERS = [
    "Hoa Ban",
    "Hoa Mận",
    "Hoa Đào",
    "Hoa Cải",
    "Sơn Tra",
    "Đồi Chè",
    "Mây Trắng",
    "Suối Mơ",
    "Thảo Nguyên Xanh",
    "Nắng Vàng",
    "Thông Reo",
    "Sương Sớm",
    "Nhà Sàn Xưa",
    "Bếp Lửa",
    "Khau Cút",
    "Piêu Đỏ",
    "Thung Lũng",
    "Đỉnh Gió",
]


def stays_csv(province):
    rng = random.Random(1081)
    weights = {"03980": 26, "03982": 22, "03979": 10, "04033": 6, "04048": 16, "03646": 14, "03868": 12, "03820": 9, "03703": 7, "03670": 4}
    rows = []
    for commune in province.communes:
        for _ in range(weights.get(commune.code, rng.choice([0, 0, 1, 1, 2, 3]))):
            kind = rng.choice(["KS", "NN", "NN", "HS", "HS", "HS", "KND"])
            word = {"KS": "Khách sạn", "NN": "Nhà nghỉ", "HS": "Homestay", "KND": "Khu nghỉ dưỡng"}[kind]
            rooms = {"KS": rng.randint(15, 120), "NN": rng.randint(6, 24), "HS": rng.randint(2, 10), "KND": rng.randint(12, 60)}[kind]
            stars = rng.choice(["1", "2", "2", "3", "3", "4"]) if kind in ("KS", "KND") and rng.random() < 0.7 else "…"
            price = {"KS": 400, "NN": 220, "HS": 180, "KND": 900}[kind] * rng.uniform(0.8, 2.2)
            granted = rng.randint(2021, 2026)
            lon, lat = lonlat(*province.point_in(commune.code, 81_000 + len(rows), reach=0.35))
            rows.append(
                [
                    f"LT{len(rows) + 1:04d}",
                    f"{word} {rng.choice(FLOWERS)} {len(rows) + 1} (minh họa)",
                    kind,
                    stars,
                    commune.code,
                    rooms,
                    int(rooms * rng.uniform(1.3, 2.4)),
                    f"{int(price // 10 * 10):,}.000".replace(",", "."),
                    f"{rng.randint(1, 28)}/{rng.randint(1, 9)}/{granted}",
                    f"31/12/{granted + 5}" if stars != "…" else "",
                    f"{lon:.6f}".replace(".", ","),
                    f"{lat:.6f}".replace(".", ","),
                ]
            )
    return csv_bytes(STAY_HEADER, rows, delimiter=";", encoding="utf-8")


MONUMENT_HEADER = [
    "Mã di tích",
    "Tên di tích",
    "Loại di tích",
    "Xếp hạng",
    "Mã xã",
    "Năm xếp hạng",
    "Số quyết định",
    "Mô tả ngắn",
    "Có thu phí",
    "Kinh độ",
    "Vĩ độ",
]
# Names, kinds and what is told of them are public; so are rank, year and decision of Nhà tù Sơn La and the year of Thác Tạt Nàng. The rest is invented.
MONUMENTS = [
    (
        "Nhà tù Sơn La",
        "LSCM",
        "DB",
        "03646",
        "2014",
        "Nhà tù do chính quyền thực dân Pháp xây dựng năm 1908, nơi giam giữ các chiến sĩ cách mạng.",
        (103.9085, 21.3295),
    ),
    (
        "Văn bia Quế Lâm ngự chế",
        "LS",
        "QG",
        "03646",
        "",
        "Bài thơ chữ Hán khắc trên vách đá, gắn với cuộc hành quân của vua Lê Thái Tông năm 1440.",
        None,
    ),
    ("Tháp Mường Và", "KTNT", "QG", "04231", "", "Tháp cổ mang dấu ấn kiến trúc của người Lào.", None),
    ("Tháp Mường Bám", "KTNT", "QG", "03760", "", "Quần thể tháp cổ ở vùng cao phía tây của tỉnh.", None),
    ("Ngã ba Cò Nòi", "LSCM", "QG", "04105", "", "Nơi ghi dấu sự hy sinh của thanh niên xung phong trong chiến dịch Điện Biên Phủ.", None),
    ("Đèo Pha Đin", "LSCM", "QG", "03724", "", "Con đèo trên quốc lộ 6, gắn với chiến dịch Điện Biên Phủ.", None),
    (
        "Khu di tích cách mạng Việt Nam – Lào tại bản Lao Khô",
        "LSCM",
        "QG",
        "04099",
        "",
        "Nơi nhân dân giúp đỡ Ban xung phong Lào Bắc trong kháng chiến chống thực dân Pháp.",
        None,
    ),
    ("Cầu Trắng", "LSCM", "T", "03646", "", "Cầu trên quốc lộ 6, trọng điểm bị đánh phá trong chiến tranh.", None),
    ("Cầu Tà Vài", "LSCM", "T", "04078", "", "Cầu trên quốc lộ 6, được giữ vững qua nhiều trận đánh phá.", None),
    ("Hang Dơi (động Sơn Mộc Hương)", "DLTC", "QG", "03980", "", "Hang động đá vôi gần trung tâm Mộc Châu.", None),
    ("Thác Dải Yếm", "DLTC", "T", "03980", "", "Thác nước chảy qua nhiều tầng đá, đẹp nhất vào mùa mưa.", None),
    ("Rừng thông Bản Áng", "DLTC", "T", "03979", "", "Rừng thông bên hồ nước, điểm tham quan của cao nguyên Mộc Châu.", None),
    ("Thác Tạt Nàng", "DLTC", "T", "04048", "2016", "Thác nước ba tầng, bắt nguồn từ suối Tà Xam và Tà Piu.", None),
    ("Đền thờ vua Lê Thái Tông", "LS", "T", "03646", "", "Đền khánh thành năm 2003, bên cạnh văn bia Quế Lâm ngự chế.", None),
    ("Bia tưởng niệm Trung đoàn 52 Tây Tiến", "LSCM", "T", "03980", "", "Nơi tưởng niệm đoàn quân Tây Tiến.", None),
]


def monuments_csv(province, second):
    """Version 1, or version 2 with more monuments, one corrected rank and one changed description."""
    rng = random.Random(1084)
    listed = list(MONUMENTS)
    kinds = [("Đình", "KTNT"), ("Hang", "DLTC"), ("Khu căn cứ", "LSCM"), ("Di chỉ", "KC"), ("Thác", "DLTC"), ("Miếu", "LS")]
    communes = [commune for commune in province.communes if commune.kind == "xã"]
    rng.shuffle(communes)
    for index, commune in enumerate(communes[:33]):
        word, kind = kinds[index % len(kinds)]
        listed.append(
            (
                f"{word} {commune.short_name()} (minh họa)",
                kind,
                "T",
                commune.code,
                str(rng.randint(1996, 2024)),
                "Di tích đặt ra để minh họa.",
                None,
            )
        )
    rows = []
    for index, (name, kind, rank, code, year, text, place) in enumerate(listed):
        digits = 2 if kind == "KC" else 5  # the place of archaeological sites is given to about a kilometre only
        x, y = (
            province.point_near(code, *place)
            if place
            else province.point_in(code, 84_000 + index, reach=0.3 if kind == "KC" else 0.5, margin=900 if kind == "KC" else 120)
        )
        lon, lat = lonlat(x, y, digits)
        fee = "Có" if kind == "DLTC" and rng.random() < 0.5 else "Không"
        rows.append(
            [
                f"DT{index + 1:03d}",
                name,
                kind,
                rank,
                code,
                year,
                "2408/QĐ-TTg" if rank == "DB" else f"{rng.randint(100, 3999)}/QĐ-UBND (minh họa)" if rank == "T" else "-",
                text,
                fee,
                f"{lon:.{digits}f}",
                f"{lat:.{digits}f}",
            ]
        )
    if not second:
        first = rows[:13] + rows[16:42]
        first[11] = first[11][:7] + ["Rừng thông bên hồ nước."] + first[11][8:]
        first[8] = first[8][:3] + ["CXH"] + first[8][4:]
        return csv_bytes(MONUMENT_HEADER, first, encoding="utf-8-sig")
    return csv_bytes(MONUMENT_HEADER, rows, encoding="utf-8-sig")
