#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a portal folder of many datasets in two languages, and as many pages for Hugo. Everything in it is invented, by a fixed seed.

    bench/make_portal.py <folder> [--datasets 10000] [--published 100]
    bench/make_portal.py <folder> --hugo <site> [--datasets 10000]
"""
import argparse
import csv
import hashlib
import io
import pathlib
import random

SYLLABLES = "an ba cao dan đất giá hồ huyện kênh khu lâm làng mỏ mưa năm ngành nông nước ổn phát quả rừng sản sông tỉnh trồng tưới vùng vụ xã xây xuất yên".split()
AGENCIES = [(f"so-{i:02}", f"Sở Thử nghiệm số {i}", f"Test department {i}") for i in range(1, 15)]
THEMES = [(f"chu-de-{i:02}", f"Chủ đề {i}", f"Theme {i}") for i in range(1, 15)]
FREQUENCIES = ["daily", "monthly", "quarterly", "yearly", "on-change", "on-request"]


def words(random_, low, high):
    return " ".join(random_.choice(SYLLABLES) for _ in range(random_.randint(low, high)))


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def entries(count):
    """The same titles and texts for us and for Hugo."""
    random_ = random.Random(20261123)
    for i in range(count):
        yield {
            "id": f"bo-{i:05}",
            "vi": f"Dữ liệu {words(random_, 3, 7)} {i}",
            "en": f"Data on {words(random_, 2, 4)} {i}",
            "agency": AGENCIES[random_.randrange(len(AGENCIES))],
            "theme": THEMES[random_.randrange(len(THEMES))],
            "frequency": random_.choice(FREQUENCIES),
            "body": "\n\n".join(f"Đoạn {p}: {words(random_, 40, 70)}." for p in range(6)),
        }


def make_frame(folder):
    agencies = "".join(f"  - {{id: {id_}, code: H52.{id_[3:]}, code_status: placeholder, name: {{vi: {vi}, en: {en}}}}}\n" for id_, vi, en in AGENCIES)
    write(folder / "agencies.yaml", "agencies:\n" + agencies)
    themes = "".join(f"  - {{id: {id_}, title: {{vi: {vi}, en: {en}}}, icon: moi-truong-nuoc}}\n" for id_, vi, en in THEMES)
    write(folder / "themes.yaml", "themes:\n" + themes)
    write(folder / "licences.yaml", "licences:\n  - {id: cc-by-4.0, title: {vi: Ghi công 4.0, en: Attribution 4.0}, url: https://creativecommons.org/licenses/by/4.0/, spdx: CC-BY-4.0}\n")
    write(folder / "portal.yaml", f"""id: do-toc-do
title: {{vi: Cổng đo tốc độ, en: Benchmark portal}}
notice: {{vi: Số liệu minh họa., en: Illustrative figures.}}
base_url: https://bench.example
publisher: {AGENCIES[0][0]}
operator: {AGENCIES[0][0]}
contact: {{email: bench@example.invalid}}
province_code: "14"
extent: [103.1, 20.5, 105.1, 22.1]
warehouse: warehouse
keep_releases: 2
""")


def dataset_text(entry, published, fields=""):
    front = f"""---
title: {{vi: {entry['vi']}, en: {entry['en']}}}
summary: {{vi: Tóm tắt của {entry['vi']}., en: Summary of {entry['en']}.}}
agency: {entry['agency'][0]}
theme: {entry['theme'][0]}
keywords: {{vi: [thử, đo], en: [test, bench]}}
class: open
frequency: {entry['frequency']}
licence: cc-by-4.0
illustrative: true
decision: {{number: "1/QĐ-MH", date: 2026-06-01, signer: Người minh họa}}
"""
    if published:
        front += fields or "key: [ma]\nfields:\n  - {name: ma, type: string, required: true, title: {vi: Mã, en: Code}}\n  - {name: so, type: integer, title: {vi: Số, en: Number}}\n"
    return front + "---\n\n" + entry["body"] + "\n"


def deliver(folder, dataset, agency, name, content):
    path = folder / "warehouse" / dataset / "giao-1" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    steps = "".join(f"""  {step}:
    by: "Người minh họa {number}"
    position: "Công chức (minh họa)"
    agency: {agency}
    at: 2026-09-0{number}T08:00:00+07:00
    document: "{number}/MH"
""" for number, step in enumerate(["prepared", "appraised", "approved"], 1))
    write(path.parent / "approval.yaml", f"""dataset: {dataset}
source_system: Hệ thống minh họa
period: "2026"
illustrative: true
steps:
{steps}files:
  - {{path: {name}, sha256: {hashlib.sha256(content).hexdigest()}, bytes: {len(content)}}}
""")


def make_portal(folder, count, published):
    make_frame(folder)
    random_ = random.Random(7)
    every = max(1, count // published) if published else count + 1
    for i, entry in enumerate(entries(count)):
        is_published = published and i % every == 0
        write(folder / "datasets" / f"{entry['id']}.md", dataset_text(entry, is_published))
        write(folder / "datasets" / f"{entry['id']}.en.md", "A description in English, " + entry["en"] + ".\n")
        if is_published:
            out = io.StringIO()
            rows = csv.writer(out, lineterminator="\r\n")
            rows.writerow(["ma", "so"])
            rows.writerows([f"M{row:03}", random_.randrange(1000)] for row in range(50))
            deliver(folder, entry["id"], entry["agency"][0], "so-lieu.csv", out.getvalue().encode())


def make_hugo(site, count):
    """As many pages as we write for the datasets: one a language, with the same words, facts and links around them."""
    write(site / "hugo.toml", 'baseURL = "https://bench.example/"\ntitle = "Cổng đo tốc độ"\ndefaultContentLanguage = "vi"\n[languages.vi]\ncontentDir = "content/vi"\n[languages.en]\ncontentDir = "content/en"\n')
    write(site / "config.toml", (site / "hugo.toml").read_text(encoding="utf-8"))
    frame = """<!doctype html><html lang="{{ .Site.Language.Lang }}"><head><meta charset="utf-8"><title>{{ .Title }} – {{ .Site.Title }}</title><meta name="description" content="{{ .Params.summary }}"></head>
<body><header><nav><a href="/">{{ .Site.Title }}</a> <a href="/search">Tìm</a> <a href="/theme">Chủ đề</a> <a href="/agency">Cơ quan</a> <a href="/inventory">Danh mục</a></nav></header>
<main>{{ block "main" . }}{{ end }}</main><footer>{{ .Site.Title }}</footer></body></html>
"""
    write(site / "layouts/_default/baseof.html", frame)
    write(site / "layouts/_default/single.html", """{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p><dl>{{ range $key, $value := .Params.facts }}<dt>{{ $key }}</dt><dd>{{ $value }}</dd>{{ end }}</dl>{{ .Content }}{{ end }}\n""")
    write(site / "layouts/_default/list.html", """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range (first 50 .Pages) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}\n""")
    for entry in entries(count):
        for lang in ("vi", "en"):
            facts = {"agency": entry["agency"][1], "theme": entry["theme"][1], "frequency": entry["frequency"], "licence": "cc-by-4.0", "class": "open"}
            front = f"---\ntitle: \"{entry[lang]}\"\nsummary: \"Tóm tắt của {entry[lang]}.\"\nfacts:\n" + "".join(f"  {key}: \"{value}\"\n" for key, value in facts.items()) + "---\n\n"
            write(site / "content" / lang / "dataset" / f"{entry['id']}.md", front + entry["body"] + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--datasets", type=int, default=10000)
    parser.add_argument("--published", type=int, default=100)
    parser.add_argument("--hugo", type=pathlib.Path)
    options = parser.parse_args()
    if options.hugo:
        make_hugo(options.hugo, options.datasets)
    else:
        make_portal(options.folder, options.datasets, options.published)


if __name__ == "__main__":
    main()
