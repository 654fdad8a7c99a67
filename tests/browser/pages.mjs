// SPDX-License-Identifier: GPL-3.0-or-later
// A citizen's way through the portal in a real Chromium: home, search, dataset, download; on a phone and a desktop, with and without script.
// Then axe (WCAG 2.2 AA) and vnu (HTML) over one page of each kind. Usage: node pages.mjs <base URL>. Exits with 1 and says what is wrong.
import {execFileSync} from "node:child_process";
import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

import {audit, check, expect, finish, open, require, sizes} from "./browser.mjs";

const vnu = require("vnu-jar");
const base = process.argv[2];

for (const [size, options] of Object.entries(sizes)) {
  for (const javaScriptEnabled of [true, false]) {
    await check(`home to download on a ${size} ${javaScriptEnabled ? "with" : "without"} script`, async () => {
      const page = await open(base, "/", {...options, javaScriptEnabled});
      await page.fill("#q", "cho");
      await page.click("form.search button");
      expect(page.url().includes("/search?q=cho"), `search led to ${page.url()}`);
      await page.click(".result__title a >> nth=0");
      expect(page.url().includes("/dataset/"), `the result led to ${page.url()}`);
      const [download] = await Promise.all([page.waitForEvent("download"), page.click("a.download >> nth=0")]);
      expect(download.suggestedFilename().endsWith(".csv"), `downloaded ${download.suggestedFilename()}`);
      expect(page.problems.length === 0, page.problems.join("; "));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide <= 0, `the page is ${wide} px wider than the screen`);
      await page.context().close();
    });
  }
}

const paths = ["/", "/en/", "/dataset/cho", "/en/dataset/cho", "/dataset/diem-do", "/dataset/cho/v1", "/dataset/ngan-sach", "/en/dataset/ngan-sach", "/dataset/cho/rows", "/map", "/en/map", "/feeds", "/freshness", "/inventory", "/theme", "/agency", "/unit", "/search?q=cho", "/search?q=khongcogi", "/style", "/nothing-here"];
const folder = mkdtempSync(join(tmpdir(), "khomo-pages-"));
for (const path of paths) {
  for (const colorScheme of ["light", "dark"]) {
    await check(`axe ${colorScheme} ${path}`, async () => {
      const page = await open(base, path, {...sizes.phone, colorScheme, bypassCSP: true});
      await audit(page);
      await page.context().close();
    });
  }
  await check(`vnu ${path}`, async () => {
    const html = await (await fetch(base + path)).text();
    const file = join(folder, "page.html");
    writeFileSync(file, html);
    try {
      execFileSync("java", ["-jar", vnu, "--errors-only", file], {stdio: "pipe"});
    } catch (error) {
      throw new Error(error.stderr.toString().replaceAll(file, ""));
    }
  });
}
await finish();
