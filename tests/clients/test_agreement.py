#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same filter, made at random, through the native interface, CKAN, and OGC API in both forms of CQL2 chooses the rows that a scan of the published CSV chooses."""
import json
import random
import unittest
import urllib.parse

from client_portal import ClientPortal

LAYERS = ("du-lieu-ho-chua", "du-lieu-quy-hoach-su-dung-dat", "du-lieu-ve-chat-luong-nuoc")
SIGNS = {"exact": "=", "not": "<>", "lt": "<", "lte": "<=", "gt": ">", "gte": ">="}
CKAN_SIGNS = {"exact": "eq", "not": "ne", "lt": "lt", "lte": "lte", "gt": "gt", "gte": "gte"}
ROUNDS = 60


class Leaf:
    def __init__(self, field, numeric, operator, values):
        self.field, self.numeric, self.operator, self.values = field, numeric, operator, values

    def fits(self, row):
        text = row[self.field]
        if self.operator == "isnull":
            return (text == "") == self.values[0]
        if text == "":
            return self.operator == "not"
        read = float if self.numeric else str
        value, wanted = read(text), [read(one) for one in self.values]
        return {"exact": value == wanted[0], "not": value != wanted[0], "lt": value < wanted[0], "lte": value <= wanted[0], "gt": value > wanted[0], "gte": value >= wanted[0], "in": value in wanted}[self.operator]

    def native(self):
        quoted = ['"' + value.replace('"', '""') + '"' for value in self.values] if self.operator != "isnull" else ["true" if self.values[0] else "false"]
        return f"{self.field}__{self.operator}." + ("(" + ",".join(quoted) + ")" if self.operator == "in" else quoted[0])

    def ckan(self):
        if self.operator == "isnull":
            return {self.field: None if self.values[0] else {"ne": None}}
        return {self.field: self.values if self.operator == "in" else {CKAN_SIGNS[self.operator]: self.values[0]}}

    def literal(self, value):
        return json.loads(value) if self.numeric else value

    def cql2_json(self):
        name = {"property": self.field}
        if self.operator == "isnull":
            null = {"op": "isNull", "args": [name]}
            return null if self.values[0] else {"op": "not", "args": [null]}
        if self.operator == "in":
            return {"op": "in", "args": [name, [self.literal(value) for value in self.values]]}
        compared = {"op": SIGNS[self.operator], "args": [name, self.literal(self.values[0])]}
        # Of a missing value CQL2 knows neither that it is equal nor that it differs; the others count it as different.
        return {"op": "or", "args": [compared, {"op": "isNull", "args": [name]}]} if self.operator == "not" else compared

    def cql2_text(self):
        write = (lambda value: value) if self.numeric else (lambda value: "'" + value.replace("'", "''") + "'")
        if self.operator == "isnull":
            return f"{self.field} IS {'' if self.values[0] else 'NOT '}NULL"
        if self.operator == "in":
            return f"{self.field} IN ({', '.join(map(write, self.values))})"
        compared = f"{self.field} {SIGNS[self.operator]} {write(self.values[0])}"
        return f"({compared} OR {self.field} IS NULL)" if self.operator == "not" else compared


class Tree:
    def __init__(self, word, children):
        self.word, self.children = word, children

    def fits(self, row):
        return (all if self.word == "and" else any)(child.fits(row) for child in self.children)

    def native(self):
        return f"{self.word}({','.join(child.native() for child in self.children)})"

    def ckan(self):
        return {"$" + self.word: [child.ckan() for child in self.children]}

    def cql2_json(self):
        return {"op": self.word, "args": [child.cql2_json() for child in self.children]}

    def cql2_text(self):
        return "(" + f" {self.word.upper()} ".join(child.cql2_text() for child in self.children) + ")"


class AgreementTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.portal = ClientPortal()

    @classmethod
    def tearDownClass(cls):
        cls.portal.remove()

    def tree(self, chance, rows, types, depth):
        if depth > 0 and chance.random() < 0.6:
            return Tree(chance.choice(("and", "or")), [self.tree(chance, rows, types, depth - 1) for _ in range(chance.randint(2, 3))])
        field = chance.choice(sorted(types))
        numeric = types[field] in ("number", "integer")
        operators = ["exact", "not", "in", "isnull", "lt", "lte", "gt", "gte"]
        operator = chance.choice(operators)
        known = [row[field] for row in rows if row[field]]
        if operator == "isnull" or not known:
            return Leaf(field, numeric, "isnull", [chance.random() < 0.5])
        return Leaf(field, numeric, operator, [chance.choice(known) for _ in range(chance.randint(1, 3) if operator == "in" else 1)])

    def numbers(self, path, method="GET", body=None):
        status, _, content = self.portal.get(path, {"Content-Type": "application/json"}, method, body)
        self.assertEqual(status, 200, content[:500])
        return json.loads(content)

    def test_all_dialects_choose_the_rows_that_a_scan_chooses(self):
        some = 0
        for layer in LAYERS:
            chance = random.Random("agreement " + layer)
            rows = self.portal.csv(layer)
            described = self.numbers(f"/api/v1/datasets/{layer}")
            types = {field["name"]: field["type"] for field in described["fields"] if field["type"] in ("string", "number", "integer", "date")}
            self.assertTrue(any(kind == "number" for kind in types.values()))
            for _ in range(ROUNDS):
                tree = Tree(chance.choice(("and", "or")), [self.tree(chance, rows, types, 2) for _ in range(2)])
                wanted = [number for number, row in enumerate(rows, 1) if tree.fits(row)]
                some += 0 < len(wanted) < len(rows)
                with self.subTest(layer=layer, filter=tree.cql2_text()):
                    ckan = self.numbers("/api/3/action/datastore_search", "POST", json.dumps({"resource_id": layer, "limit": 32000, "filters": tree.ckan()}).encode())["result"]
                    self.assertEqual([record["_id"] for record in ckan["records"]], wanted)
                    self.assertEqual(ckan["total"], len(wanted))
                    address = urllib.parse.quote(tree.native()[len(tree.word):], safe="")
                    native = self.numbers(f"/api/v1/datasets/{layer}/rows?_limit=10000&{tree.word}={address}") if len(address) < 7000 else None
                    values = [{name: value for name, value in record.items() if name != "_id"} for record in ckan["records"]]
                    self.assertIn(native and native["rows"], (None, values))
                    for language, text in (("cql2-text", tree.cql2_text()), ("cql2-json", json.dumps(tree.cql2_json()))):
                        written = urllib.parse.quote(text, safe="")
                        if len(written) < 7000:
                            items = self.numbers(f"/ogc/collections/{layer}/items?limit=10000&filter-lang={language}&filter={written}")
                            self.assertEqual([feature["properties"] for feature in items["features"]], values, language)
                            self.assertEqual(items["numberMatched"], len(wanted))
        self.assertGreater(some, ROUNDS)  # most filters choose something, and not all


if __name__ == "__main__":
    unittest.main()
