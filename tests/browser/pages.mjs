// SPDX-License-Identifier: GPL-3.0-or-later
// A citizen's way through the portal in a real Chromium: home, search, dataset, download; on a phone and a desktop, with and without script.
// Then axe (WCAG 2.2 AA) and vnu (HTML) over one page of each kind. Usage: node pages.mjs <base URL>. Exits with 1 and says what is wrong.
import {execFileSync} from "node:child_process";
import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createRequire} from "node:module";

const require = createRequire(new URL("../../site-templates/assets/package.json", import.meta.url));
const {chromium} = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const vnu = require("vnu-jar");
const base = process.argv[2];
const faults = [];
let passed = 0;

async function check(name, action) {
  try {
    await action();
    passed += 1;
    console.log(`ok   ${name}`);
  } catch (error) {
    faults.push(name);
    console.log(`FAIL ${name}: ${error.message.split("\n").slice(0, 6).join(" | ")}`);
  }
}

function expect(condition, message) {
  if (!condition) {
    throw new Error(message);
  }
}

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

async function open(options, path) {
  const context = await browser.newContext({acceptDownloads: true, ...options});
  const page = await context.newPage();
  page.problems = [];
  page.on("console", (message) => message.type() === "error" && page.problems.push(message.text()));
  page.on("request", (request) => !request.url().startsWith(base) && page.problems.push(`third-party request ${request.url()}`));
  await page.goto(base + path, {waitUntil: "load"});
  return page;
}

const sizes = {phone: {viewport: {width: 390, height: 844}}, desktop: {viewport: {width: 1280, height: 900}}};
for (const [size, options] of Object.entries(sizes)) {
  for (const javaScriptEnabled of [true, false]) {
    await check(`home to download on a ${size} ${javaScriptEnabled ? "with" : "without"} script`, async () => {
      const page = await open({...options, javaScriptEnabled}, "/");
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

const paths = ["/", "/en/", "/dataset/cho", "/en/dataset/cho", "/dataset/diem-do", "/dataset/cho/v1", "/dataset/ngan-sach", "/en/dataset/ngan-sach", "/inventory", "/theme", "/agency", "/unit", "/search?q=cho", "/search?q=khongcogi", "/style", "/nothing-here"];
const folder = mkdtempSync(join(tmpdir(), "khomo-pages-"));
for (const path of paths) {
  for (const colorScheme of ["light", "dark"]) {
    await check(`axe ${colorScheme} ${path}`, async () => {
      const page = await open({...sizes.phone, colorScheme, bypassCSP: true}, path);
      await page.evaluate(axe);
      const report = await page.evaluate(() => globalThis.axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}));
      expect(report.violations.length === 0, report.violations.map((v) => `${v.id} ${v.nodes[0].html.slice(0, 120)}`).join(" | "));
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
await browser.close();
console.log(`${passed} passed, ${faults.length} failed`);
process.exit(faults.length === 0 ? 0 : 1);
