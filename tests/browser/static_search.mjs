// SPDX-License-Identifier: GPL-3.0-or-later
// The search that browsers do while the server is away, run by node over a built site: its analysis must be that of the C++ index, and
// at least 95 % of the labelled searches must come out as labelled. Usage: node static_search.mjs <site folder> <cases.csv> …
import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createRequire} from "node:module";
import {fileURLToPath, pathToFileURL} from "node:url";

const assets = fileURLToPath(new URL("../../site-templates/assets/", import.meta.url));
const require = createRequire(join(assets, "package.json"));
const [site, ...caseFiles] = process.argv.slice(2);
const bundle = join(mkdtempSync(join(tmpdir(), "khomo-static-")), "search.mjs");
require("esbuild").buildSync({stdin: {contents: 'export * from "./static_index"; export * from "./analysis";', resolveDir: join(assets, "src/search"), loader: "ts"}, bundle: true, format: "esm", outfile: bundle});
const {StaticIndex, clean, tokenize} = await import(pathToFileURL(bundle).href);
const load = (name) => JSON.parse(readFileSync(join(site, "static-search", name), "utf8"));
const faults = [];
const SHARE = 0.95;

// Every title, word for word.
const documents = [];
for (let part = 0; part < load("meta.json").parts; part += 1) {
  const count = load(`p${part}/part.json`).documents;
  for (let first = 0; first < count; first += load("meta.json").perFile) {
    documents.push(...load(`p${part}/documents-${first / load("meta.json").perFile}.json`));
  }
}
let titles = 0;
for (const item of documents) {
  const lines = item.words.split("\n");
  for (const [line, title] of [[lines[0], item.title.vi], [lines[1], item.title.en]]) {
    const wanted = line.replaceAll("~", "");
    const got = tokenize(clean(title)).map((token) => `${token.folded}/${token.key}`).join(" ");
    titles += 1;
    if (line !== "" && got !== wanted) {
      faults.push(`analysis of «${title}»: «${got}», the index has «${wanted}»`);
    }
  }
}
console.log(`${titles} titles analysed`);

/** Cells of a CSV line with RFC 4180 quotes. */
function cells(line) {
  const list = [""];
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    if (line[i] === '"') {
      if (quoted && line[i + 1] === '"') {
        list[list.length - 1] += '"';
        i += 1;
      } else {
        quoted = !quoted;
      }
    } else if (line[i] === "," && !quoted) {
      list.push("");
    } else if (line[i] !== "\r") {
      list[list.length - 1] += line[i];
    }
  }
  return list;
}

const index = new StaticIndex(async (name) => load(name));
await index.open();
const known = new Set(documents.map((item) => item.inventory));
for (const path of caseFiles) {
  const [head, ...rows] = readFileSync(path, "utf8").trim().split("\n").map(cells);
  let tried = 0;
  let held = 0;
  for (const row of rows) {
    const test = Object.fromEntries(head.map((name, i) => [name, row[i] ?? ""]));
    if (!known.has(test.title_id) && test.expect === "match") {
      continue; // never open, so not in the static index
    }
    const query = test.query_escaped ? JSON.parse(`"${test.query_escaped}"`) : test.query;
    const found = await index.search(query, 1000);
    const rank = found.documents.findIndex((item) => item.inventory === test.title_id) + 1;
    const good = test.expect === "no_match" ? rank === 0 : rank >= 1 && rank <= Number(test.max_rank);
    tried += 1;
    held += good ? 1 : 0;
    if (!good) {
      console.log(`not held: ${test.case_id} ${test.mechanism} «${query}»: ${test.title_id} at ${rank} of ${found.total} (${found.reading})`);
    }
  }
  console.log(`${path.split("/").pop()}: ${held} of ${tried} hold`);
  if (held < tried * SHARE) {
    faults.push(`${path}: too few`);
  }
}
faults.forEach((fault) => console.log(fault));
process.exit(faults.length === 0 ? 0 : 1);
