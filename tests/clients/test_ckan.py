#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replays what ckanapi, ckanr, the QGIS CKAN plugin, udata and the CKAN harvester send, request by request, against the real server. None of them is a
package of Debian 12: their shapes are those of docs/ckan.md."""
import csv
import io
import json
import sys
import unittest
import urllib.parse
import uuid

from client_portal import SOURCE, ClientPortal, query

sys.path.insert(0, str(SOURCE / "tests/flows"))
from real_nginx import nginx  # noqa: E402

RESERVOIRS = "du-lieu-ho-chua"


class CkanTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.portal = ClientPortal()

    @classmethod
    def tearDownClass(cls):
        cls.portal.remove()

    # The shapes of the clients

    def ckanapi(self, action, data=None, port=None):
        """POST of JSON to api/action/, no redirects; the kind of error is what stands in __type."""
        status, headers, content = self.portal.get("/api/action/" + action, {"Content-Type": "application/json", "User-Agent": "ckanapi/4.8"}, "POST", json.dumps(data or {}).encode(), port)
        self.assertEqual(headers["Content-Type"], "application/json;charset=utf-8")
        return status, json.loads(content)

    def ckanapi_get(self, action, **data):
        status, _, content = self.portal.get("/api/action/" + action + "?" + query(**data))
        return status, json.loads(content)

    def ckanr(self, action, **args):
        """POST with everything in the query string and an empty body that is called JSON."""
        status, _, content = self.portal.get("/api/action/" + action + "?" + query(**args), {"Content-Type": "application/json", "Content-Length": "0"}, "POST")
        self.assertLessEqual(status, 201, content)
        return json.loads(content)["result"]

    def plugin(self, path, **parameters):
        """The QGIS plugin: GET below …/api/3/, 200 or nothing."""
        status, _, content = self.portal.get("/api/3/" + path + ("?" + query(**parameters) if parameters else ""))
        self.assertEqual(status, 200, content)
        return json.loads(content)["result"]

    def show(self, name=RESERVOIRS):
        return self.ckanapi("package_show", {"id": name})[1]["result"]

    def rows_resource(self, name=RESERVOIRS):
        return next(resource["id"] for resource in self.show(name)["resources"] if resource["datastore_active"])

    # Transport

    def test_an_action_answers_the_same_at_both_bases_and_in_every_style_of_request(self):
        wanted = self.show()
        form = urllib.parse.urlencode({"id": RESERVOIRS}).encode()
        styles = [("GET", "?id=" + RESERVOIRS, {}, None),
                  ("POST", "", {"Content-Type": "application/json"}, json.dumps({"id": RESERVOIRS}).encode()),
                  ("POST", "?id=" + RESERVOIRS, {"Content-Type": "application/json", "Content-Length": "0"}, None),
                  ("POST", "", {"Content-Type": "application/x-www-form-urlencoded"}, form),
                  ("POST", "", {"Content-Type": "application/x-www-form-urlencoded"}, json.dumps({"id": RESERVOIRS}).encode()),
                  ("POST", "", {"Content-Type": "application/x-www-form-urlencoded"}, urllib.parse.quote(json.dumps({"id": RESERVOIRS})).encode())]
        for base in ("/api/3/action/package_show", "/api/action/package_show"):
            for method, more, headers, body in styles:
                with self.subTest(base=base, method=method, headers=headers):
                    status, given, content = self.portal.get(base + more, headers, method, body)
                    self.assertEqual(status, 200, content)
                    self.assertEqual(given["Content-Type"], "application/json;charset=utf-8")
                    answer = json.loads(content)
                    self.assertEqual((answer["success"], answer["result"]), (True, wanted))
                    self.assertTrue(answer["help"].endswith("/api/3/action/help_show?name=package_show"))

    def test_strange_parameters_and_keys_of_accounts_are_passed_over(self):
        status, _, content = self.portal.get("/api/3/action/package_list?include_private=true&use_default_schema=1&x=y", {"Authorization": "secret", "X-CKAN-API-Key": "secret"})
        self.assertEqual((status, json.loads(content)["result"]), (200, self.portal.published()))

    def test_the_base_names_version_3_and_pages_of_other_sites_may_ask(self):
        self.assertEqual(self.portal.json("/api/3"), {"version": 3})
        self.assertIn("ckan_version", self.portal.json("/api/util/status"))
        status, headers, _ = self.portal.get("/api/3/action/package_show", {"Origin": "https://a.example", "Access-Control-Request-Method": "POST"}, "OPTIONS")
        self.assertEqual((status, headers["Access-Control-Allow-Origin"]), (204, "*"))
        self.assertIn("POST", headers["Access-Control-Allow-Methods"])
        self.assertIn("Authorization", headers["Access-Control-Allow-Headers"])
        status, headers, content = self.portal.get("/api/3/action/site_read?callback=ready")
        self.assertTrue(content.startswith(b"/**/ready({") and headers["Content-Type"].startswith("application/javascript"))
        self.assertNotIn(b"alert(1)", self.portal.get("/api/3/action/site_read?callback=alert(1)//")[2])

    def test_every_kind_of_failure_has_its_status_and_type(self):
        for action, data, status, kind in (("package_show", {"id": "khong-co"}, 404, "Not Found Error"), ("package_show", {}, 409, "Validation Error"), ("package_create", {"name": "x"}, 403, "Authorization Error"),
                                           ("user_list", {}, 403, "Authorization Error"), ("datastore_search_sql", {"sql": "SELECT 1"}, 403, "Authorization Error"), ("package_search", {"q": "a:b:("}, 400, "Search Query Error"),
                                           ("package_search", {"sort": "colour desc"}, 400, "Search Query Error"), ("package_search", {"rows": "many"}, 409, "Validation Error"),
                                           ("datastore_search", {"resource_id": str(uuid.uuid4())}, 404, "Not Found Error"), ("datastore_search", {"resource_id": self.rows_resource(), "filters": {"mau": 1}}, 409, "Validation Error")):
            with self.subTest(action=action, data=data):
                given, answer = self.ckanapi(action, data)
                self.assertEqual((given, answer["success"], answer["error"]["__type"]), (status, False, kind))
        self.assertEqual(self.ckanapi("no_such_action"), (400, "Bad request: Action name not known: no_such_action"))
        status, _, content = self.portal.get("/api/3/action/package_show", {"Content-Type": "application/json"}, "POST", b'{"id": ')
        self.assertEqual(status, 400)
        self.assertTrue(json.loads(content).startswith("Bad request: JSON Error: "))

    def test_a_body_without_a_known_length_or_too_long_is_refused(self):
        self.assertEqual(self.portal.get("/api/3/action/package_list", {"Content-Type": "application/json", "Transfer-Encoding": "chunked"}, "POST", iter([b"{}"]))[0], 411)
        self.assertEqual(self.portal.get("/api/3/action/package_list", {"Content-Type": "application/json", "Content-Encoding": "gzip"}, "POST", b"\x1f\x8b")[0], 415)
        self.assertEqual(self.portal.get("/api/3/action/package_list", {"Content-Type": "application/json"}, "POST", b" " * 70000)[0], 413)
        self.assertEqual(self.portal.get("/api/v1/datasets/cho", {}, "PUT", b"")[0], 405)

    def test_the_shipped_nginx_site_lets_every_style_through(self):
        with nginx(self.portal.out, self.portal.port) as port:
            self.assertEqual(self.ckanapi("package_show", {"id": RESERVOIRS}, port)[1]["result"], self.show())
            self.assertEqual(self.portal.get("/api/3/action/package_list", port=port)[0], 200)
            self.assertEqual(self.portal.get("/api/3", port=port)[0], 200)
            self.assertEqual(self.portal.get(f"/datastore/dump/{self.rows_resource()}?limit=1", port=port)[0], 200)
            self.assertIn(self.portal.get("/search", {}, "POST", b"q=x", port)[0], (403, 405))

    # The catalogue

    def test_a_package_has_every_key_that_clients_read(self):
        for name in self.portal.published():
            package = self.show(name)
            for key in ("id", "name", "title", "notes", "license_id", "license_title", "license_url", "tags", "metadata_created", "metadata_modified", "organization", "owner_org", "groups", "resources", "num_resources",
                        "num_tags", "extras", "private", "state", "type", "author", "author_email", "maintainer", "maintainer_email", "url", "version", "isopen"):
                self.assertIn(key, package)
            self.assertEqual((package["state"], package["type"], package["private"], package["name"]), ("active", "dataset", False, name))
            self.assertEqual(package["num_resources"], len(package["resources"]))
            self.assertGreaterEqual(len(package["resources"]), 1)
            for resource in package["resources"]:
                uuid.UUID(resource["id"])
                self.assertEqual(resource["package_id"], package["id"])
                self.assertRegex(resource["url"], r"^https://")
                self.assertIn(resource["resource_type"], ("file", "api", "documentation"))
                self.assertTrue(resource["size"] is None or isinstance(resource["size"], int))
                self.assertTrue(resource["created"])
                self.assertEqual(self.plugin("action/resource_show", id=resource["id"]), resource)
                if resource["resource_type"] != "api":
                    path = urllib.parse.urlsplit(resource["url"]).path
                    status, headers, _ = self.portal.get(path, method="HEAD")  # the plugin asks size and name
                    self.assertEqual((status, int(headers["Content-Length"])), (200, resource["size"]), path)
                    self.assertIn("filename=", headers["Content-Disposition"])
            extras = {extra["key"]: extra["value"] for extra in package["extras"]}
            if "spatial" in extras:
                self.assertEqual(json.loads(extras["spatial"])["type"], "Polygon")

    def test_ids_do_not_change_when_all_is_built_anew(self):
        before = {name: [resource["id"] for resource in self.show(name)["resources"]] for name in self.portal.published()}
        self.portal.stop()
        self.portal.run("build", "--full")
        self.portal.start()
        self.assertEqual({name: [resource["id"] for resource in self.show(name)["resources"]] for name in self.portal.published()}, before)

    def test_a_harvester_reads_every_dataset_once_and_then_what_changed(self):
        seen, start = [], 0
        while True:
            page = self.ckanapi_get("package_search", rows=5, start=start, sort="id asc")[1]["result"]
            self.assertEqual(page["count"], len(self.portal.published()))
            ids = [package["id"] for package in page["results"]]
            if not ids:
                break
            self.assertEqual(set(ids) & set(seen), set())
            seen += ids
            start += 5
        self.assertEqual(seen, sorted(seen))
        self.assertEqual(len(seen), len(self.portal.published()))
        newest = max(self.show(name)["metadata_modified"] for name in self.portal.published())
        count = lambda fq: self.ckanapi_get("package_search", rows=0, fq=fq)[1]["result"]["count"]
        self.assertGreaterEqual(count(f"metadata_modified:[{newest[:19]}.000000Z TO *]"), 1)
        self.assertEqual(count("metadata_modified:[NOW+1DAY TO *]"), 0)
        self.assertEqual(count("+metadata_modified:[2020-01-01T00:00:00Z TO *]"), len(seen))

    def test_words_fields_and_boolean_signs_of_a_search_mean_what_they_mean_in_solr(self):
        packages = [self.show(name) for name in self.portal.published()]
        found = lambda **parameters: {package["name"] for package in self.ckanapi_get("package_search", rows=1000, **parameters)[1]["result"]["results"]}
        agency = packages[0]["organization"]["name"]
        everything = {package["name"] for package in packages}
        of_agency = {package["name"] for package in packages if package["organization"]["name"] == agency}
        with_gpkg = {package["name"] for package in packages if any(resource["format"] == "GPKG" for resource in package["resources"])}
        self.assertTrue(with_gpkg and with_gpkg != everything)
        for parameters, wanted in (({"q": "*:*"}, everything), ({"q": ""}, everything), ({"fq": f"organization:{agency}"}, of_agency), ({"fq": f'organization:"{agency}"'}, of_agency), ({"fq": f"-organization:{agency}"}, everything - of_agency),
                                   ({"q": "res_format:GPKG"}, with_gpkg), ({"fq": f"(organization:{agency} OR res_format:gpkg)"}, of_agency | with_gpkg), ({"fq": f"organization:({agency} OR khac) AND res_format:gpkg"}, of_agency & with_gpkg),
                                   ({"fq": f"+organization:{agency} -res_format:gpkg"}, of_agency - with_gpkg), ({"q": "num_tags:[1 TO *]"}, {package["name"] for package in packages if package["num_tags"] >= 1}),
                                   ({"q": 'title:"hồ chứa"'}, {RESERVOIRS}), ({"q": "name:" + RESERVOIRS}, {RESERVOIRS}), ({"fq": "name:du-lieu-ho*"}, {RESERVOIRS}), ({"fq": "vocab_x:y"}, set()), ({"fq": "state:active"}, everything)):
            with self.subTest(parameters=parameters):
                self.assertEqual(found(**parameters), wanted)
        self.assertIn(RESERVOIRS, found(q="ho chua"))

    def test_facets_count_what_was_found(self):
        result = self.ckanapi("package_search", {"rows": 0, "facet.field": ["organization", "res_format"]})[1]["result"]
        wanted = {}
        for name in self.portal.published():
            agency = self.show(name)["organization"]["name"]
            wanted[agency] = wanted.get(agency, 0) + 1
        self.assertEqual(result["facets"]["organization"], wanted)
        self.assertEqual({item["name"]: item["count"] for item in result["search_facets"]["organization"]["items"]}, wanted)
        self.assertEqual(self.ckanapi_get("package_search", rows=0, **{"facet.field": '["organization"]', "facet.limit": 1})[1]["result"]["search_facets"]["organization"]["items"][0]["count"], max(wanted.values()))

    def test_the_qgis_plugin_fills_its_groups_and_searches_in_them(self):
        groups = self.plugin("action/group_list", all_fields="true")
        self.assertTrue(all(group["name"] and group["display_name"] for group in groups))
        names = [group["name"] for group in groups[:2]]
        status, _, content = self.portal.get("/api/3/action/package_search?q=&fq=(groups:" + "+OR+groups:".join(names) + ")&sort=name+asc&rows=50&start=0")
        self.assertEqual(status, 200, content)
        result = json.loads(content)["result"]
        self.assertEqual(result["count"], sum(group["package_count"] for group in groups[:2]))
        self.assertEqual([package["name"] for package in result["results"]], sorted(package["name"] for package in result["results"]))

    def test_ckanr_pings_lists_and_shows(self):
        status = self.ckanr("status_show")
        self.assertRegex(status["ckan_version"], r"^\d+\.\d+")
        self.assertEqual(status["locale_default"], "vi")
        self.assertEqual(self.ckanr("package_list", limit=3, offset=2), self.portal.published()[2:5])
        for kind in ("organization", "group"):
            names = self.ckanr(kind + "_list")
            self.assertEqual({item["name"] for item in self.ckanr(kind + "_list", all_fields="true", include_extras="true")}, set(names))
            shown = self.ckanr(kind + "_show", id=names[0], include_datasets="true")
            self.assertEqual(len(shown["packages"]), shown["package_count"])
        tags = self.ckanr("tag_list", query="hồ")
        self.assertIn("hồ chứa", tags)
        self.assertEqual(self.ckanr("tag_show", id="hồ chứa")["name"], "hồ chứa")
        self.assertTrue(self.ckanr("license_list")[0]["id"])
        self.assertEqual(self.ckanr("vocabulary_list"), [])
        newest = self.ckanr("current_package_list_with_resources", limit=3)
        self.assertEqual([package["metadata_modified"] for package in newest], sorted((package["metadata_modified"] for package in newest), reverse=True))
        self.assertGreaterEqual(self.ckanr("resource_search", query="format:GPKG", limit=1)["count"], 1)
        self.assertIn(RESERVOIRS, [item["name"] for item in self.ckanr("package_autocomplete", q="hồ ch")])
        self.assertIn("datastore_search", self.ckanr("help_show", name="datastore_search"))

    # The rows

    def test_rows_are_those_of_the_csv_in_every_format(self):
        resource = self.rows_resource()
        rows = self.portal.csv(RESERVOIRS)
        total = self.ckanapi("datastore_search", {"resource_id": resource, "limit": 0})[1]["result"]
        self.assertEqual((total["total"], total["records"], total["total_was_estimated"]), (len(rows), [], False))
        self.assertEqual([field["id"] for field in total["fields"]], ["_id", *rows[0]])
        self.assertLessEqual({field["type"] for field in total["fields"]}, {"int", "text", "numeric", "timestamp", "bool", "date"})
        lists = self.ckanapi("datastore_search", {"resource_id": resource, "limit": 32000, "records_format": "lists"})[1]["result"]["records"]
        objects = self.ckanr("datastore_search", resource_id=resource, limit=32000)["records"]
        self.assertEqual([list(row) for row in ([record[key] for key in ["_id", *rows[0]]] for record in objects)], lists)
        text = self.ckanapi("datastore_search", {"resource_id": resource, "limit": 32000, "records_format": "csv"})[1]["result"]["records"]
        for written in (text, self.portal.get(f"/datastore/dump/{resource}")[2].decode().split("\r\n", 1)[1]):
            self.assertEqual([row[1:] for row in csv.reader(io.StringIO(written, newline=""))], [list(row.values()) for row in rows])
        dumped = self.portal.json(f"/datastore/dump/{resource}?format=json")
        self.assertEqual(dumped["records"], lists)
        self.assertTrue(self.portal.get(f"/datastore/dump/{resource}?format=tsv&bom=true")[2].startswith(b"\xef\xbb\xbf_id\t"))
        self.assertEqual(self.portal.get(f"/datastore/dump/{resource}?format=xml")[2].count(b"<row "), len(rows))

    def test_filters_words_order_and_pages(self):
        resource = self.rows_resource()
        rows = self.portal.csv(RESERVOIRS)
        search = lambda **data: self.ckanapi("datastore_search", {"resource_id": resource, "limit": 1000, **data})[1]["result"]
        codes = lambda records: [record["ma_ho"] for record in records]
        kind = rows[0]["loai_ho"]
        number = lambda row: float(row["dung_tich"]) if row["dung_tich"] else None
        for filters, fits in (({"loai_ho": kind}, lambda row: row["loai_ho"] == kind), ({"ma_ho": [rows[1]["ma_ho"], rows[3]["ma_ho"]]}, lambda row: row["ma_ho"] in (rows[1]["ma_ho"], rows[3]["ma_ho"])),
                              ({"dung_tich": {"gte": 1, "lt": 100}}, lambda row: number(row) is not None and 1 <= number(row) < 100), ({"dien_tich_tuoi": None}, lambda row: not row["dien_tich_tuoi"]),
                              ({"$or": [{"loai_ho": kind}, {"dung_tich": {"lt": 1}}]}, lambda row: row["loai_ho"] == kind or (number(row) is not None and number(row) < 1)),
                              ([{"loai_ho": kind}, {"ma_ho": rows[5]["ma_ho"]}], lambda row: row["loai_ho"] == kind or row["ma_ho"] == rows[5]["ma_ho"])):
            with self.subTest(filters=filters):
                wanted = [row["ma_ho"] for row in rows if fits(row)]
                self.assertTrue(wanted)
                self.assertEqual(codes(search(filters=filters)["records"]), wanted)
                self.assertEqual(codes(self.ckanr("datastore_search", resource_id=resource, limit=1000, filters=json.dumps(filters))["records"]), wanted)
        found = search(q="thuy dien")
        self.assertEqual(found["total"], len(found["records"]))
        self.assertTrue(all("thủy" in json.dumps(record, ensure_ascii=False).lower() for record in found["records"]))
        self.assertEqual(codes(search(q={"ten_ho": "thuy"})["records"]), codes(search(q=json.dumps({"ten_ho": "thủy"}))["records"]))
        ordered = search(sort="dung_tich desc nulls last, ma_ho", fields="ma_ho,dung_tich")
        self.assertEqual([field["id"] for field in ordered["fields"]], ["ma_ho", "dung_tich"])
        amounts = [record["dung_tich"] for record in ordered["records"] if record["dung_tich"] is not None]
        self.assertEqual(amounts, sorted(amounts, reverse=True))
        paged, link = [], f"/api/3/action/datastore_search?resource_id={resource}&limit=10"
        while True:
            result = self.portal.json(link)["result"]
            if not result["records"]:
                break
            paged += codes(result["records"])
            link = result["_links"]["next"]
        self.assertEqual(paged, [row["ma_ho"] for row in rows])

    def test_tables_are_listed_and_described(self):
        listed = self.ckanr("datastore_search", resource_id="_table_metadata", limit=6)
        self.assertEqual(listed["total"], len(self.portal.published()))
        described = self.ckanapi("datastore_info", {"id": listed["records"][0]["name"]})[1]["result"]
        self.assertIn("count", described["meta"])
        self.assertTrue(all(field["schema"]["native_type"] for field in described["fields"]))

    def test_malformed_requests_never_end_in_a_fault_of_ours(self):
        resource = self.rows_resource()
        for action, parameters in (("package_search", ["q=((((", "q=%22", "fq=a:[1", "fq=metadata_modified:[x TO y]", "q=%ff", "sort=,,", "rows=-1", "start=99999999999999999999", "q=" + "(" * 500, "q=" + "a " * 3000, "facet.field={", "ext_bbox=1,2", "fq=num_tags:[* TO", "q=*", "q=-", "q=^"]),
                                   ("datastore_search", ["filters={", "filters=[1]", "filters={\"ma_ho\":{\"like\":1}}", "filters={\"dung_tich\":\"x\"}", "sort=ma_ho nulls last", "sort=;drop", "fields=nope", "records_format=pdf", "limit=x", "q={\"a\":1}", "filters=" + "[" * 3000, "offset=9999999999999999",
                                                             "filters={\"$or\":1}", "distinct=true", "q=%00"])):
            for parameter in parameters:
                with self.subTest(action=action, parameter=parameter):
                    path = f"/api/3/action/{action}?" + urllib.parse.quote(parameter, safe="=&%") + (f"&resource_id={resource}" if action == "datastore_search" else "")
                    status, _, content = self.portal.get(path)
                    self.assertLess(status, 500, content)
                    self.assertNotIn(b"SELECT", content)

    def test_what_is_withdrawn_is_in_no_list(self):
        resource = self.rows_resource("du-lieu-cau")
        self.portal.stop()
        self.portal.run("withdraw", "du-lieu-cau", "--document", "45/QĐ-TEST (minh họa)", "--reason", "Số liệu đo sai (minh họa)", "--reason-en", "Measured wrongly (illustrative)")
        self.portal.run("build")
        self.portal.start()
        self.assertNotIn("du-lieu-cau", self.ckanapi("package_list")[1]["result"])
        self.assertEqual(self.ckanapi("package_show", {"id": "du-lieu-cau"})[0], 404)
        self.assertEqual(self.ckanapi("datastore_search", {"resource_id": resource})[0], 404)
        self.assertEqual(self.portal.get(f"/datastore/dump/{resource}")[0], 404)


if __name__ == "__main__":
    unittest.main()
