# SPDX-License-Identifier: GPL-3.0-or-later
"""The native interface against what the published CSV says: groups, facets, values, JSON bodies, geometries, changes."""
import collections
import html
import json
import re
import statistics
import subprocess
import unittest

from client_portal import SOURCE, ClientPortal, query

ASSETS = SOURCE / "site-templates/assets"
WATER = "du-lieu-ve-chat-luong-nuoc"


def setUpModule():
    global portal, samples
    portal = ClientPortal()
    samples = portal.csv(WATER)


def tearDownModule():
    portal.remove()


def fields(dataset):
    return {field["name"]: field for field in portal.json(f"/api/v1/datasets/{dataset}")["fields"]}


def rows(dataset, **parameters):
    """All pages."""
    address, found = f"/api/v1/datasets/{dataset}/rows?{query(**parameters)}", []
    while address:
        page = portal.json(address)
        found += page["rows"]
        address = page["next"]
    return found, page["total"]


def post(dataset, body):
    status, _, content = portal.get(f"/api/v1/datasets/{dataset}/rows", {"Content-Type": "application/json"}, "POST", json.dumps(body).encode())
    return status, json.loads(content)


def first(dataset, *types):
    return next(name for name, field in fields(dataset).items() if field["type"] in types)


class Groups(unittest.TestCase):
    def setUp(self):
        self.number = first(WATER, "number")
        self.date = first(WATER, "date")
        self.text = first(WATER, "string")

    def test_every_measure_of_every_group_is_that_of_the_file(self):
        groups = collections.defaultdict(list)
        for row in samples:
            groups[row[self.text]].append(row)
        measures = ["count", "sum", "avg", "min", "max", "median", "distinct"]
        found, total = rows(WATER, _group=self.text, _agg=",".join(["count"] + [f"{self.number}__{word}" for word in measures]), _limit=7)
        self.assertEqual(total, len(groups))
        self.assertEqual([row[self.text] for row in found], sorted(groups, key=lambda text: text.encode()))
        for row in found:
            values = [float(item[self.number]) for item in groups[row[self.text]] if item[self.number]]
            self.assertEqual(row["count"], len(groups[row[self.text]]))
            self.assertEqual(row[f"{self.number}__count"], len(values))
            self.assertEqual(row[f"{self.number}__distinct"], len(set(values)))
            for word, expected in (("sum", sum), ("avg", statistics.fmean), ("min", min), ("max", max), ("median", statistics.median)):
                self.assertAlmostEqual(row[f"{self.number}__{word}"], expected(values), delta=abs(expected(values)) * 1e-12, msg=word)

    def test_dates_are_counted_by_year_quarter_month_and_day(self):
        parts = {"year": lambda day: day[:4], "quarter": lambda day: f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}", "month": lambda day: day[:7], "day": lambda day: day}
        for part, of in parts.items():
            expected = collections.Counter(of(row[self.date]) for row in samples)
            found, _ = rows(WATER, _group=f"{self.date}__{part}", _limit=500)
            self.assertEqual({row[f"{self.date}__{part}"]: row["count"] for row in found}, dict(expected), part)
            self.assertEqual([row[f"{self.date}__{part}"] for row in found], sorted(expected), part)

    def test_groups_are_filtered_and_sorted_by_a_measure(self):
        day = sorted(row[self.date] for row in samples)[len(samples) // 2]
        found, _ = rows(WATER, **{"_group": self.text, f"{self.date}__gte": day, "_sort": f"-count,{self.text}", "_limit": 3})
        expected = collections.Counter(row[self.text] for row in samples if row[self.date] >= day)
        self.assertEqual([(row[self.text], row["count"]) for row in found], sorted(expected.items(), key=lambda item: (-item[1], item[0].encode())))

    def test_without_keys_all_rows_are_one_group_and_the_csv_says_the_same(self):
        found, total = rows(WATER, _agg=f"count,{self.number}__max")
        self.assertEqual((total, found[0]["count"]), (1, len(samples)))
        status, headers, content = portal.get(f"/api/v1/datasets/{WATER}/rows.csv?{query(_group=self.text, _limit=2)}")
        self.assertEqual((status, headers["Content-Type"].split(";")[0]), (200, "text/csv"))
        self.assertEqual(content.decode().splitlines()[0], f"{self.text},count")
        self.assertEqual(len(content.decode().splitlines()), 3)

    def test_what_cannot_be_grouped_is_named_with_what_can(self):
        for parameters, name, word in (({"_group": self.text[:-1] + "x"}, "_group", self.text), ({"_group": f"{self.text}__year"}, "_group", "year"), ({"_agg": f"{self.text}__sum"}, "_agg", "distinct"),
                                       ({"_agg": f"{self.number}__mean"}, "_agg", "median"), ({"_group": self.text, "_sort": "zzz"}, "_sort", "count"), ({"_group": f"{self.text},{self.text}"}, "_group", ""),
                                       ({"_group": self.text, "_select": self.text}, "_select", ""), ({"_group": self.text, "_cursor": "5-abc"}, "_cursor", "")):
            status, _, content = portal.get(f"/api/v1/datasets/{WATER}/rows?{query(**parameters)}")
            problem = json.loads(content)
            self.assertEqual((status, problem["parameter"]), (400, name), parameters)
            self.assertTrue(not word or word in problem["valid"], (parameters, problem))
        self.assertEqual(portal.get(f"/api/v1/datasets/{WATER}/rows.xlsx?_group={self.text}")[0], 400)


class Facets(unittest.TestCase):
    def test_facets_and_values_count_exactly_under_the_filter(self):
        text, date = first(WATER, "string"), first(WATER, "date")
        day = sorted(row[date] for row in samples)[len(samples) // 3]
        expected = collections.Counter(row[text] for row in samples if row[date] < day)
        page = portal.json(f"/api/v1/datasets/{WATER}/rows?{query(**{'_facet': text, date + '__lt': day, '_limit': 1})}")
        facet = page["facets"][text]
        self.assertEqual((facet["total"], {item["value"]: item["count"] for item in facet["values"]}), (len(expected), dict(expected)))
        self.assertEqual([item["count"] for item in facet["values"]], sorted(expected.values(), reverse=True))
        values = portal.json(f"/api/v1/datasets/{WATER}/values/{text}?{query(**{date + '__lt': day})}")
        self.assertEqual({item[text]: item["count"] for item in values["rows"]}, dict(expected))
        self.assertEqual(portal.get(f"/api/v1/datasets/{WATER}/values/khong-co")[0], 400)

    def test_the_same_answer_has_the_same_etag_and_another_facet_another(self):
        address = f"/api/v1/datasets/{WATER}/rows?_limit=1"
        tags = {portal.get(address + more)[1]["ETag"] for more in ("", "&_facet=" + first(WATER, "string"), "&_agg=count")}
        self.assertEqual(len(tags), 3)
        tag = portal.get(address + "&_agg=count")[1]["ETag"]
        self.assertEqual(portal.get(address + "&_agg=count", {"If-None-Match": tag})[0], 304)


class Bodies(unittest.TestCase):
    def test_a_json_body_asks_the_same_as_the_address(self):
        number, text = first(WATER, "number"), first(WATER, "string")
        some = sorted({row[text] for row in samples})[:2]
        low = float(samples[0][number])
        body = {"or": [{f"{text}__in": some, f"{number}__lte": low}, {"not": {f"{number}__gt": low / 2}}], "_select": [text, number], "_limit": 10000}
        expected = [row for row in samples if (row[text] in some and float(row[number]) <= low) or not float(row[number]) > low / 2]
        status, answer = post(WATER, body)
        self.assertEqual((status, answer.get("total")), (200, len(expected)), answer)
        self.assertEqual([(row[text], row[number]) for row in answer["rows"]][:50], [(row[text], float(row[number])) for row in expected][:50])

    def test_texts_that_look_like_grammar_stay_texts(self):
        text = first(WATER, "string")
        for value in ("a,b", 'x")', "(", '"', "1.gt", "") :
            status, answer = post(WATER, {"or": [{text: value}, {text: "khong co"}]})
            self.assertEqual((status, answer.get("total")), (200, 0), value)

    def test_a_body_that_is_no_query_is_refused(self):
        for body in (b"", b"[]", b"{", b'{"a": null}', b'{"or": 5}', b'{"_limit": {"a": 1}}', b"[" * 5000, b'{"or":' * 40 + b"1" + b"}" * 40):
            status, _, content = portal.get(f"/api/v1/datasets/{WATER}/rows", {"Content-Type": "application/json"}, "POST", body)
            self.assertEqual(status, 400, body)
            self.assertIn("parameter", json.loads(content))


class Geometry(unittest.TestCase):
    def test_wkt_and_geojson_find_what_gdal_finds(self):
        from osgeo import ogr
        ogr.UseExceptions()
        layer_id = next(name for name in portal.published() if (portal.out / f"current/site/files/{name}/latest/{name}.gpkg").exists())
        source = ogr.Open(str(portal.out / f"current/site/files/{layer_id}/latest/{layer_id}.gpkg"))
        layer = source.GetLayer(0)
        west, east, south, north = layer.GetExtent()
        x, y = (west + east) / 2, (south + north) / 2
        shape = ogr.CreateGeometryFromWkt(f"POLYGON (({west} {south}, {east} {south}, {x} {y}, {west} {south}))")
        expected = sum(1 for feature in layer if feature.GetGeometryRef() is not None and feature.GetGeometryRef().Intersects(shape))
        self.assertGreater(expected, 0)
        for value in (shape.ExportToWkt(), shape.ExportToJson()):
            self.assertEqual(rows(layer_id, _intersects=value, _limit=1000)[1], expected, value)
        for value in ("POLYGON", "{}", "POINT(1 2)) OR (1=1", "POINT(1 2),POINT(3 4)", "POINT(nan 1)", ""):
            status, _, content = portal.get(f"/api/v1/datasets/{layer_id}/rows?{query(_intersects=value)}")
            self.assertEqual((status, json.loads(content)["parameter"]), (400, "_intersects"), value)


class Description(unittest.TestCase):
    @staticmethod
    def validate(document):
        """Errors that @seriousme/openapi-schema-validator finds."""
        script = ("import {Validator} from '@seriousme/openapi-schema-validator'; let text=''; for await (const part of process.stdin) text+=part;"
                  "const done=await new Validator().validate(JSON.parse(text)); console.log(JSON.stringify(done.valid?[]:done.errors))")
        done = subprocess.run(["node", "--input-type=module", "-e", script], input=json.dumps(document), capture_output=True, text=True, check=True, cwd=ASSETS)
        return json.loads(done.stdout)

    def test_every_description_is_valid_openapi_3_1(self):
        self.assertNotEqual(self.validate({"openapi": "3.1.0", "info": {}}), [])
        addresses = ["/api/v1/openapi.json"] + [f"/api/v1/datasets/{dataset}/openapi.json" for dataset in portal.published()]
        for address in addresses:
            document = portal.json(address)
            self.assertEqual((document["openapi"], self.validate(document)), ("3.1.0", []), address)

    def test_every_parameter_of_a_dataset_with_its_example_is_answered(self):
        for dataset in portal.published():
            document = portal.json(f"/api/v1/datasets/{dataset}/openapi.json")
            for parameter in document["paths"][f"/api/v1/datasets/{dataset}/rows"]["get"]["parameters"]:
                example = parameter.get("example")
                if example is not None:
                    value = example if isinstance(example, str) else json.dumps(example)
                    if parameter["name"].endswith("__in"):
                        value = '"' + value.replace('"', '""') + '"'
                    answer = portal.json(f"/api/v1/datasets/{dataset}/rows?{query(**{parameter['name']: value, '_limit': 1})}")
                    if "__" not in parameter["name"]:
                        self.assertGreater(answer["total"], 0, (dataset, parameter))

    def test_a_dataset_that_is_not_there_has_no_description(self):
        self.assertEqual(portal.get("/api/v1/datasets/khong-co/openapi.json")[0], 404)


class Snippets(unittest.TestCase):
    """What the dataset's page offers to paste."""

    @classmethod
    def setUpClass(cls):
        status, _, content = portal.get(f"/dataset/{WATER}")
        assert status == 200
        cls.codes = [html.unescape(code).replace("https://data.sonla.gov.vn", portal.base) for code in re.findall(r'<pre class="code"[^>]*><code>(.*?)</code></pre>', content.decode(), re.S)]

    def one(self, beginning):
        return next(code for code in self.codes if code.startswith(beginning))

    def test_curl_and_javascript_bring_rows(self):
        told = subprocess.run(["sh", "-c", self.one("curl") + " -s"], capture_output=True, text=True, check=True).stdout
        self.assertEqual(json.loads(told)["total"], len(samples))
        script = self.one("const answer") + "; console.log(JSON.stringify([total, rows[0]]))"
        total, row = json.loads(subprocess.run(["node", "--input-type=module", "-e", script], capture_output=True, text=True, check=True).stdout)
        self.assertEqual((total, row["ma_tram"]), (len(samples), samples[0]["ma_tram"]))

    def test_the_addresses_of_the_others_answer_what_they_read(self):
        for beginning in ("import pandas", "df <-", "let"):
            address = re.search(portal.base + r'([^"]+)', self.one(beginning)).group(1)
            status, headers, content = portal.get(address)
            self.assertEqual((status, headers["Content-Type"].split(";")[0]), (200, "text/csv"), beginning)
            self.assertEqual(len(content.decode("utf-8-sig").splitlines()) - 1, len(samples), beginning)
        layer, base = re.search(r"typename='([^']+)' url='([^']+)'", self.one("QgsProject")).groups()
        self.assertEqual(portal.json(base[len(portal.base):] + f"/collections/{layer}/items?limit=1")["numberMatched"], len(samples))


class Changes(unittest.TestCase):
    def test_since_keeps_what_came_at_that_instant_or_later(self):
        every = portal.json("/api/v1/changes")["changes"]
        since = every[len(every) // 2]["at"]
        expected = [change["id"] for change in every if change["at"] >= since]
        found, address = [], f"/api/v1/changes?{query(since=since, _limit=3)}"
        while address:
            page = portal.json(address)
            self.assertEqual(page["total"], len(expected))
            found += [change["id"] for change in page["changes"]]
            address = page["next"]
        self.assertEqual(found, expected)
        self.assertEqual(portal.json("/api/v1/changes?since=2999-01-01")["total"], 0)
        self.assertEqual({change["dataset"] for change in portal.json(f"/api/v1/changes?dataset={WATER}")["changes"]}, {WATER})

    def test_an_instant_that_is_none_is_refused(self):
        for address, name in (("since=gestern", "since"), ("since=2026-13-01", "since"), ("sinse=2026-01-01", "sinse"), ("_limit=-1", "_limit"), ("since=2026-01-01&since=2026-01-02", "since")):
            status, _, content = portal.get(f"/api/v1/changes?{address}")
            self.assertEqual((status, json.loads(content)["parameter"]), (400, name), address)


if __name__ == "__main__":
    unittest.main(verbosity=2)
