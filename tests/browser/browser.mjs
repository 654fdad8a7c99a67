// SPDX-License-Identifier: GPL-3.0-or-later
// A real Chromium for the tests of pages: named checks, pages that note what goes wrong on them, axe.
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";

export const require = createRequire(new URL("../../site-templates/assets/package.json", import.meta.url));
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export const sizes = {phone: {viewport: {width: 390, height: 844}}, desktop: {viewport: {width: 1280, height: 900}}};

const browser = await require("playwright-core").chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let passed = 0;
let failed = 0;

export async function check(name, action) {
  try {
    await action();
    passed += 1;
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}: ${error.message.split("\n").slice(0, 6).join(" | ")}`);
  }
}

export function expect(condition, message) {
  if (!condition) {
    throw new Error(message);
  }
}

// The page keeps its problems: what it logs as errors, and requests to anybody but `base`.
export async function open(base, path, options = {}) {
  const context = await browser.newContext({...sizes.desktop, ...options});
  const page = await context.newPage();
  page.problems = [];
  page.on("console", (message) => message.type() === "error" && page.problems.push(message.text()));
  page.on("request", (request) => !request.url().startsWith(base) && page.problems.push(`third-party request ${request.url()}`));
  await page.goto(base + path, {waitUntil: "load"});
  return page;
}

// WCAG 2.2 AA as far as a program can judge it; the context needs bypassCSP.
export async function audit(page) {
  await page.evaluate(axe);
  const report = await page.evaluate(() => globalThis.axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}));
  expect(report.violations.length === 0, report.violations.map((violation) => `${violation.id} ${violation.nodes[0].html.slice(0, 120)}`).join(" | "));
}

// Ends the program with 1 where a check failed.
export async function finish() {
  await browser.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
