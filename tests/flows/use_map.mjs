// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a dataset's map in Chromium on a phone's screen, by keyboard alone, and /map by a shared link; prints what was seen as JSON.
import {createRequire} from "node:module";
import {join} from "node:path";

const [base, modules, dataset] = process.argv.slice(2);
const {chromium} = createRequire(join(modules, "x.js"))("playwright-core");
const browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]});
const seen = {faults: [], hosts: [], early: []};

async function open(path, options = {}) {
  const context = await browser.newContext({viewport: {width: 390, height: 844}, ...options});
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && seen.faults.push(message.text()));
  page.on("pageerror", (error) => seen.faults.push(error.message));
  page.on("request", (request) => seen.hosts.push(new URL(request.url()).host));
  await page.goto(base + path);
  return page;
}
const ready = (page) => page.waitForSelector("[data-ready=yes]", {timeout: 90000});
/** Waits for words of the live region; by asking again and again, for the page's policy forbids a script that a tool brings as text. */
async function status(page, fits) {
  for (let tries = 0; tries < 300; tries++) {
    const words = await page.locator(".map__status").innerText();
    if (fits(words)) return words;
    await page.waitForTimeout(200);
  }
  throw new Error("the map never says what is expected");
}
const settled = (page) => status(page, (words) => /[1-9]/.test(words));

const plain = await open(`/dataset/${dataset}`, {javaScriptEnabled: false});
seen.picture = await plain.locator("figure.figure img").first().evaluate((image) => image.getAttribute("src"));
seen.buttonWithoutScript = await plain.locator("[data-map]").isVisible();

const page = await open(`/dataset/${dataset}`);
seen.early = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => /assets\/map|pmtiles/.test(name)));
await page.locator("[data-map] button").focus();
await page.keyboard.press("Enter");
await ready(page);
await settled(page);
await page.locator(".map__stage canvas").focus();
for (let i = 0; i < 4; i++) {
  await page.keyboard.press("+");
  await page.waitForTimeout(700);
}
await settled(page);
await page.keyboard.press("Enter");
await page.waitForSelector(".map__card", {timeout: 30000});
seen.card = await page.locator(".map__card").innerText();
seen.address = page.url();
// The list grows while tiles come in, slowly on a busy machine; what is asserted stays the number it ends with.
await page.waitForFunction(() => document.querySelectorAll(".map__list li").length > 5, null, {timeout: 30000}).catch(() => {});
seen.listed = await page.locator(".map__list li").count();
seen.part = await page.locator(".map__parts a").getAttribute("href");
seen.legend = await page.locator(".map__legend label").allInnerTexts();
seen.wide = await page.evaluate(() => document.documentElement.scrollWidth);
const before = await page.locator(".map__status").innerText();
for (const box of await page.locator(".map__legend input").all()) await box.uncheck();
seen.hidden = await status(page, (words) => words !== before && /(^|\D)0 /.test(words));

const shared = await open(`/map${new URL(seen.address).hash}`);
await ready(shared);
await settled(shared);
seen.shared = {layers: await shared.locator(".map__picker input:checked").evaluateAll((boxes) => boxes.map((box) => box.value)), status: await shared.locator(".map__status").innerText(), address: shared.url()};
await browser.close();
seen.hosts = [...new Set(seen.hosts)];
console.log(JSON.stringify(seen));
