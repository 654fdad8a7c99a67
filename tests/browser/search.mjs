// SPDX-License-Identifier: GPL-3.0-or-later
// The search in a real Chromium: suggestions by keyboard and mouse, without script, axe over every state of the page, and the static
// search while the server is away. Usage: node search.mjs <base URL> <site folder>. Exits with 1 and says what is wrong.
import {createServer} from "node:http";
import {existsSync, readFileSync, statSync} from "node:fs";
import {extname, join, normalize} from "node:path";

import {audit, check, expect, finish, open as openAt, sizes} from "./browser.mjs";

const [base, site] = process.argv.slice(2);
const open = (path, options = {}, root = base) => openAt(root, path, options);

for (const typed of ["hồ ch", "ho ch"]) {
  await check(`suggestions for «${typed}» by keyboard`, async () => {
    const page = await open("/", {bypassCSP: true});
    const box = page.getByRole("combobox");
    await box.pressSequentially(typed, {delay: 20});
    await page.getByRole("option").first().waitFor({timeout: 5000});
    expect((await box.getAttribute("aria-expanded")) === "true", "the list is open but the box says it is not");
    await audit(page);
    await box.press("ArrowDown");
    const active = await box.getAttribute("aria-activedescendant");
    const option = page.locator(`#${active}`);
    expect((await option.getAttribute("aria-selected")) === "true", "the active option is not selected");
    expect((await option.textContent()).toLowerCase().includes("hồ chứa"), `the first suggestion is ${await option.textContent()}`);
    await box.press("Escape");
    expect((await box.getAttribute("aria-expanded")) === "false", "Escape does not close the list");
    await box.press("ArrowDown");
    await box.press("Enter");
    await page.waitForURL(/\/dataset\//, {timeout: 5000});
    expect(page.problems.length === 0, page.problems.join("; "));
    await page.context().close();
  });
}

await check("Enter without a chosen suggestion searches for what was typed", async () => {
  const page = await open("/");
  const box = page.getByRole("combobox");
  await box.pressSequentially("ho chua");
  await box.press("Enter");
  await page.waitForURL(/\/search\?q=ho\+chua|\/search\?q=ho%20chua/, {timeout: 5000});
  await page.context().close();
});

await check("the form works without script", async () => {
  const page = await open("/", {javaScriptEnabled: false});
  await page.fill("#q", "hồ chứa");
  await page.click("form.search button");
  expect(page.url().includes("/search?q="), page.url());
  await page.click(".row-group li a >> nth=0");
  expect(/\/dataset\/.*\/rows\?row=\d+#r\d+$/.test(page.url()), `a row leads to ${page.url()}`);
  expect((await page.locator("tr[aria-current]").count()) === 1, "the row is not marked in its table");
  await page.context().close();
});

const states = ["/search?q=h%E1%BB%93+ch%E1%BB%A9a", "/search?q=khoag+s%E1%BA%A3n", "/search?q=zzyyxx", "/search?q=HIV%2FAIDS", "/search?q=c%E1%BA%A7u+x%C3%A3+M%C6%B0%E1%BB%9Dng+La&kind=map", "/search?q=gi%C3%A1+g%E1%BA%A1o&in=du-lieu-ve-thong-tin-gia-ca-thi-truong-dinh-ky", "/en/search?q=reservoir", "/dataset/du-lieu-ho-chua/rows?row=9"];
for (const path of states) {
  for (const [size, options] of Object.entries(sizes)) {
    for (const colorScheme of ["light", "dark"]) {
      await check(`axe ${size} ${colorScheme} ${path}`, async () => {
        const page = await open(path, {...options, colorScheme, bypassCSP: true});
        await audit(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(wide <= 0, `the page is ${wide} px wider than the screen`);
        await page.context().close();
      });
    }
  }
}

// The site alone, as any web server would serve it.
const types = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml", ".woff2": "font/woff2"};
const fileServer = createServer((request, response) => {
  const path = normalize(new URL(request.url, "http://localhost").pathname);
  const file = [path, `${path}.html`, join(path, "index.html")].map((name) => join(site, name)).find((name) => existsSync(name) && statSync(name).isFile());
  response.writeHead(file ? 200 : 404, {"Content-Type": types[extname(file ?? "")] ?? "text/plain"});
  response.end(file ? readFileSync(file) : "");
});
await new Promise((done) => fileServer.listen(0, "127.0.0.1", done));
const away = `http://127.0.0.1:${fileServer.address().port}`;
for (const [typed, title] of [["ho chua", "Dữ liệu hồ chứa"], ["hoof chuwas", "Dữ liệu hồ chứa"], ["UBND phiên họp", "Dữ liệu phiên họp UBND tỉnh"]]) {
  await check(`server away: «${typed}» is answered from the static index`, async () => {
    const page = await open(`/search?q=${encodeURIComponent(typed)}`, {bypassCSP: true}, away);
    await page.locator(".result__title a").first().waitFor({timeout: 5000});
    expect((await page.locator(".result__title a").first().textContent()) === title, `first is ${await page.locator(".result__title a").first().textContent()}`);
    expect((await page.locator("main .notice").first().textContent()).includes("tĩnh"), "the page does not say that the server is away");
    await audit(page);
    await page.context().close();
  });
}
await check("server away: suggestions come from the static index", async () => {
  const page = await open("/", {}, away);
  await page.getByRole("combobox").pressSequentially("ho ch", {delay: 20});
  await page.getByRole("option").first().waitFor({timeout: 5000});
  expect((await page.getByRole("option").first().textContent()).includes("hồ chứa"), await page.getByRole("option").first().textContent());
  await page.context().close();
});
fileServer.close();
await finish();
