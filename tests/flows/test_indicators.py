#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Indicators of the sample portal's kind, computed anew from the published CSV, asked from a real server.

KHOMO_BIN names the folder of the programs."""
import csv
import io
import json
import unittest

from test_followers import get
from withdrawal_portal import BY, LATER, Portal, server

VIEWS = """scenario: [kinh-te-xa-hoi, tuc-thoi]
views:
  indicator:
    - {id: so-quay, title: {vi: Tổng số quầy, en: Stalls in all}, value: so_quay, gather: sum, target: 1000, better: higher}
    - {id: so-cho-hang-ba, title: {vi: Số chợ hạng III, en: Markets of class III}, gather: count, where: {hang: III}}
    - {id: mo-moi, title: {vi: Diện tích chợ mở trong năm, en: Area of markets opened in a year}, period: ngay_mo, step: year, value: dien_tich, gather: max, target: 100000, better: lower}
"""


class IndicatorTest(unittest.TestCase):
    def setUp(self):
        self.portal = Portal()
        self.addCleanup(self.portal.remove)
        self.entry = self.portal.folder / "portal/datasets/cho.md"
        self.text = self.entry.read_text(encoding="utf-8")
        self.declare(VIEWS)

    def declare(self, views):
        self.assertIn("\nviews:\n", self.text)
        self.entry.write_text(self.text.replace("\nviews:\n", "\n" + views, 1), encoding="utf-8")

    def built(self, code=0):
        result = self.portal.build(as_of=LATER)
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        return json.loads(result.stdout)

    def rows(self, version):
        text = (self.portal.site() / f"files/cho/v{version}/cho.csv").read_text(encoding="utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))

    def read(self, path):
        return json.loads((self.portal.site() / f"api/v1/{path}.json").read_text(encoding="utf-8"))

    def test_values_periods_and_states_are_those_of_the_rows(self):
        self.portal.version_two()
        self.built()
        def stalls(version):
            return sum(int(row["so_quay"]) for row in self.rows(version) if row["so_quay"])
        self.assertNotEqual(stalls(1), stalls(2))
        found = self.read("datasets/cho/indicators/so-quay")
        self.assertEqual((found["value"], found["version"]), (stalls(2), 2))
        self.assertEqual(found["status"], "reached" if stalls(2) >= 1000 else "not_reached")
        self.assertEqual((found["target"], found["better"]), (1000, "higher"))
        self.assertEqual([one["id"] for one in found["scenarios"]], ["kinh-te-xa-hoi", "tuc-thoi"])
        third = self.read("datasets/cho/indicators/so-cho-hang-ba")
        self.assertEqual((third["value"], third["status"], third["target"]), (sum(row["hang"] == "III" for row in self.rows(2)), "no_target", None))
        opened = self.read("datasets/cho/indicators/mo-moi")
        by_year = {}
        for row in self.rows(2):
            if row["ngay_mo"] and row["dien_tich"]:
                by_year.setdefault(row["ngay_mo"][:4], []).append(float(row["dien_tich"]))
        last, before = sorted(by_year, reverse=True)[:2]
        self.assertEqual((opened["period"], opened["value"]), (last, max(by_year[last])))
        self.assertEqual((opened["previous"]["period"], opened["previous"]["value"]), (before, max(by_year[before])))
        self.assertEqual(opened["interval"], {"first": last, "last": last})
        self.assertEqual(opened["trend"], "up" if opened["change"] > 0 else "down")
        self.assertEqual((opened["unit"], opened["status"]), ("m²", "reached"))

    def test_addresses_stand_for_each_figure_the_dataset_the_portal_and_each_scenario(self):
        self.built()
        with server(self.portal.out) as port:
            for path, count in (("/api/v1/datasets/cho/indicators", 3), ("/api/v1/indicators", 3), ("/api/v1/indicators/tuc-thoi", 3), ("/api/v1/indicators/y-te", 0)):
                answer, body = get(port, path)
                self.assertEqual((answer.status, answer.getheader("Access-Control-Allow-Origin")), (200, "*"), path)
                self.assertEqual(json.loads(body)["total"], count, path)
            for one in json.loads(get(port, "/api/v1/indicators")[1])["indicators"]:
                answer, body = get(port, one["url"])
                self.assertEqual((answer.status, json.loads(body)), (200, one))
            self.assertEqual(get(port, "/api/v1/datasets/cho/indicators/khong-co")[0].status, 404)
        self.assertEqual(self.portal.run("withdraw", "cho", *BY, as_of=LATER).returncode, 0)
        self.built()
        with server(self.portal.out) as port:
            self.assertEqual(get(port, "/api/v1/datasets/cho/indicators/so-quay")[0].status, 410)
            self.assertEqual(json.loads(get(port, "/api/v1/indicators")[1])["total"], 0)

    def test_what_cannot_be_computed_is_refused_with_its_name(self):
        for old, new, told in (("value: so_quay", "value: so_quayy", "so_quayy"), ("value: so_quay", "value: ten_cho", "no number"), ("hang: III", "hangg: III", "hangg"), ("[kinh-te-xa-hoi", "[kinh-te", "There is no scenario"),
                               ("id: so-quay", "id: mo-moi", "another one has this id"), (", better: higher", "", "better"), ("period: ngay_mo, ", "", "step needs"), ("gather: sum", "gather: total", "gather")):
            with self.subTest(new=new):
                self.declare(VIEWS.replace(old, new, 1))
                result = self.portal.build(as_of=LATER)
                self.assertEqual(result.returncode, 1, result.stdout)
                self.assertIn(told, result.stdout)


if __name__ == "__main__":
    unittest.main()
