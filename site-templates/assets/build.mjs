// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles styles, script, fonts and icons into dist/ under names that carry their hash, and lists them in dist/assets.json.
import {createHash} from "node:crypto";
import {mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {brotliCompressSync, constants, gzipSync} from "node:zlib";
import {build, transform} from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
rmSync(dist, {recursive: true, force: true});
mkdirSync(dist, {recursive: true});

/** Writes bytes as name.<hash>.ext (and compressed beside it) and returns its address. */
function put(name, extension, bytes, compress) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const file = `${name}.${hash}.${extension}`;
  writeFileSync(join(dist, file), bytes);
  if (compress) {
    writeFileSync(join(dist, `${file}.gz`), gzipSync(bytes, {level: 9}));
    writeFileSync(join(dist, `${file}.br`), brotliCompressSync(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}));
  }
  return `/assets/${file}`;
}

/** One sprite of all icons: <symbol id="name">. */
function sprite() {
  const folder = join(here, "icons");
  const symbols = readdirSync(folder).filter((name) => name.endsWith(".svg") && name !== "portal.svg").sort().map((name) => {
    const svg = readFileSync(join(folder, name), "utf8");
    const inner = svg.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
    return `<symbol id="${name.slice(0, -4)}" viewBox="0 0 24 24">${inner.trim()}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
}

const fonts = join(here, "node_modules/@fontsource/be-vietnam-pro/files");
let css = readFileSync(join(here, "src/portal.css"), "utf8");
const addresses = {};
for (const subset of ["vietnamese", "latin"]) {
  for (const weight of [400, 600, 700]) {
    const name = `be-vietnam-pro-${subset}-${weight}-normal`;
    addresses[name] = put(name, "woff2", readFileSync(join(fonts, `${name}.woff2`)), false);
    css = css.replaceAll(`fonts/${name}.woff2`, addresses[name]);
  }
}
const motif = put("motif", "svg", readFileSync(join(here, "src/motif.svg")), false);
css = css.replaceAll("motif.svg", motif);
const style = await transform(css, {loader: "css", minify: true});
const script = await build({entryPoints: [join(here, "src/portal.ts")], bundle: true, minify: true, write: false, format: "esm", target: "es2020", legalComments: "none", charset: "utf8"});
const map = await build({entryPoints: [join(here, "src/map/main.ts")], bundle: true, minify: true, write: false, format: "esm", target: "es2020", legalComments: "none", charset: "utf8"});
const worker = readFileSync(join(here, "node_modules/maplibre-gl/dist/maplibre-gl-csp-worker.js"), "utf8").replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n");
const assets = {
  css: put("portal", "css", style.code, true),
  js: put("portal", "js", script.outputFiles[0].contents, true),
  map: put("map", "js", map.outputFiles[0].contents, true),
  map_worker: put("map-worker", "js", Buffer.from(worker), true),
  font: addresses["be-vietnam-pro-latin-400-normal"],
  icons: put("icons", "svg", sprite(), true),
  icon: put("portal", "svg", readFileSync(join(here, "icons/portal.svg")), true),
};
writeFileSync(join(dist, "assets.json"), JSON.stringify(assets, null, 2) + "\n");
