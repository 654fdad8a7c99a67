#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What others follow the portal by: feeds, /api/v1/changes, data.json, and the addresses of the former portal, from real builds and servers.

KHOMO_BIN names the folder of the programs."""
import http.client
import json
import re
import unittest
import xml.etree.ElementTree as ElementTree

from real_nginx import nginx
from withdrawal_portal import BY, LATER, Portal, server

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://mini.example"


def get(port, path, method="GET", **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


class FollowerTest(unittest.TestCase):
    def setUp(self):
        self.portal = Portal()
        self.addCleanup(self.portal.remove)

    def built(self, as_of=LATER):
        result = self.portal.build(as_of=as_of)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def feed(self, name):
        """The Atom feed as {id: title}, its updated, and the JSON feed beside it, which must tell the same."""
        root = ElementTree.parse(self.portal.site() / f"feeds/{name}.atom").getroot()
        entries = root.findall(ATOM + "entry")
        for one in [root, *entries]:  # RFC 4287 §4.1: exactly one of each
            for element in ("id", "title", "updated"):
                self.assertEqual(len(one.findall(ATOM + element)), 1)
        self.assertTrue(root.find(ATOM + "author/" + ATOM + "name").text)
        links = {link.get("rel"): link.get("href") for link in root.findall(ATOM + "link")}
        self.assertEqual(links["self"], f"{BASE}/feeds/{name}.atom")
        told = json.loads((self.portal.site() / f"feeds/{name}.json").read_text(encoding="utf-8"))
        self.assertEqual(told["version"], "https://jsonfeed.org/version/1.1")
        self.assertEqual([(item["id"], item["title"], item["date_modified"], item["url"]) for item in told["items"]],
                         [(e.find(ATOM + "id").text, e.find(ATOM + "title").text, e.find(ATOM + "updated").text, e.find(ATOM + "link").get("href")) for e in entries])
        self.assertEqual(root.find(ATOM + "updated").text, max(item["date_modified"] for item in told["items"]))
        return {item["id"]: item for item in told["items"]}

    def test_every_group_has_a_feed_of_its_datasets_and_pages_lead_to_it(self):
        self.built()
        site = self.portal.site()
        everything = self.feed("portal")
        self.assertEqual(len(everything), 3)
        for name in ("dataset/cho", "agency/so-a", "theme/" + self.theme_of("cho"), "unit/03646"):
            own = self.feed(name)
            self.assertLessEqual(set(own), set(everything), name)
            self.assertTrue(any(item["url"] == BASE + "/dataset/cho/v1" for item in own.values()), name)
            page = (site / f"{name}.html").read_text(encoding="utf-8")
            self.assertIn(f'<link rel="alternate" type="application/atom+xml" href="/feeds/{name}.atom">', page)
            self.assertIn(f'href="/en/feeds/{name}.atom"', (site / f"en/{name}.html").read_text(encoding="utf-8"))
        listed = (site / "feeds.html").read_text(encoding="utf-8")
        for address in re.findall(r'href="(/feeds/[^"]+)"', listed):
            self.assertTrue((site / address[1:]).exists(), address)
        self.assertEqual({f"/feeds/{p.relative_to(site / 'feeds')}" for p in (site / "feeds").rglob("*.atom")}, {a for a in re.findall(r'href="(/feeds/[^"]+)"', listed) if a.endswith(".atom")})
        self.assertIn('href="/feeds"', (site / "index.html").read_text(encoding="utf-8"))
        self.assertIn('"/en/feeds/portal.atom"', (site / "en/index.html").read_text(encoding="utf-8"))

    def theme_of(self, dataset):
        return json.loads((self.portal.site() / f"api/v1/datasets/{dataset}.json").read_text(encoding="utf-8"))["theme"]["id"]

    def test_new_words_are_no_change_and_a_new_version_is_one(self):
        self.built()
        before = self.feed("dataset/cho")
        entry = self.portal.folder / "portal/datasets/cho.md"
        entry.write_text(entry.read_text(encoding="utf-8") + "\nThêm một câu mô tả.\n", encoding="utf-8")
        self.built()
        self.assertEqual(self.feed("dataset/cho"), before)
        self.portal.version_two()
        self.built()
        after = self.feed("dataset/cho")
        self.assertEqual({key: after[key] for key in before}, before)
        new = [item for key, item in after.items() if key not in before]
        self.assertEqual([item["url"] for item in new], [BASE + "/dataset/cho/v2"])
        changes = json.loads((self.portal.site() / "api/v1/changes.json").read_text(encoding="utf-8"))
        self.assertEqual((changes["total"], len(changes["changes"])), (4, 4))
        self.assertEqual(changes["changes"], sorted(changes["changes"], key=lambda one: one["at"], reverse=True))

    def test_a_withdrawal_is_told_and_takes_the_versions_with_it(self):
        self.built()
        published = set(self.feed("dataset/cho"))
        self.assertEqual(self.portal.run("withdraw", "cho", *BY, as_of=LATER).returncode, 0)
        self.built()
        told = self.feed("dataset/cho")
        self.assertEqual(len(told), 1)
        notice = next(iter(told.values()))
        self.assertIn("45/QĐ-TEST (minh họa)", notice["content_text"])
        self.assertIn("(rút)", notice["title"])
        self.assertFalse(published & set(self.feed("portal")))
        self.assertIn(notice["id"], self.feed("portal"))
        listed = {item["landingPage"] for item in json.loads((self.portal.site() / "data.json").read_text(encoding="utf-8"))["dataset"]}
        self.assertEqual(listed, {BASE + "/dataset/diem-do", BASE + "/dataset/ngan-sach"})
        with server(self.portal.out) as port:
            answer, body = get(port, "/api/v1/changes")
            self.assertEqual(answer.status, 200)
            self.assertEqual(json.loads(body)["changes"][0]["kind"], "withdrawn")

    def test_data_json_names_files_that_are_there_and_all_that_the_schema_asks_for(self):
        self.built()
        document = json.loads((self.portal.site() / "data.json").read_text(encoding="utf-8"))
        self.assertEqual(document["conformsTo"], "https://project-open-data.cio.gov/v1.1/schema")
        self.assertEqual(len(document["dataset"]), 3)
        for item in document["dataset"]:
            for key in ("title", "description", "keyword", "modified", "publisher", "contactPoint", "identifier", "accessLevel", "distribution"):
                self.assertTrue(item[key], key)
            self.assertTrue(item["contactPoint"]["hasEmail"].startswith("mailto:"))
            for distribution in item["distribution"]:
                self.assertTrue((self.portal.site() / distribution["downloadURL"][len(BASE) + 1:]).exists(), distribution)

    def test_old_addresses_lead_to_the_new_ones_from_server_and_nginx(self):
        (self.portal.folder / "portal/redirects.yaml").write_text("/detail_data/cho-tinh: /dataset/cho\n/detail_data/chợ: /dataset/cho/v1\n/detail_data: /inventory\n/freshness: /inventory\n", encoding="utf-8")
        self.built()
        with server(self.portal.out) as port, nginx(self.portal.out, port) as front:
            for where in (port, front):
                for path, to in (("/detail_data/cho-tinh", "/dataset/cho"), ("/detail_data/cho-tinh/", "/dataset/cho"), ("/detail_data/cho-tinh?page=2", "/dataset/cho"),
                                 ("/detail_data/ch%E1%BB%A3", "/dataset/cho/v1"), ("/detail_data", "/inventory")):
                    for method in ("GET", "HEAD"):
                        answer, _ = get(where, path, method)
                        self.assertEqual((answer.status, answer.getheader("Location")), (301, to), (where == front, path, method))
                self.assertEqual(get(where, "/detail_data/khong-co")[0].status, 404)
                self.assertEqual(get(where, "/detail_data/cho-tinh/../../etc/passwd")[0].status // 100, 4)
            self.assertEqual(get(port, "/freshness")[0].status, 200)  # what the portal has itself goes first

    def test_a_redirect_to_nowhere_or_out_of_the_portal_stops_the_build(self):
        for line, told in (("/detail_data/x: /dataset/choo", "catalogue/reference"), ("/detail_data/x: https://khac.example/a", "catalogue/redirect"), ("/a/../b: /inventory", "catalogue/redirect"),
                           ("/x: //khac.example", "catalogue/redirect")):
            with self.subTest(line=line):
                (self.portal.folder / "portal/redirects.yaml").write_text(line + "\n", encoding="utf-8")
                result = self.portal.build()
                self.assertEqual(result.returncode, 1, result.stdout)
                self.assertIn(told, result.stdout + result.stderr)


if __name__ == "__main__":
    unittest.main()
