// SPDX-License-Identifier: GPL-3.0-or-later
// Reads every tile of an archive with the readers of others (npm pmtiles, @mapbox/vector-tile) and prints, as JSON, what is in it.
import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {join} from "node:path";

const [archive, modules] = process.argv.slice(2);
const {PMTiles, zxyToTileId} = await import(join(modules, "pmtiles/dist/esm/index.js"));
const {VectorTile} = await import(join(modules, "@mapbox/vector-tile/index.js"));
const {default: Pbf} = await import(join(modules, "pbf/index.js"));

const bytes = readFileSync(archive);
const source = {
  getKey: () => archive,
  getBytes: async (offset, length) => ({data: bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + Math.min(offset + length, bytes.length))}),
};
const decompress = async (data, compression) => {
  if (compression !== 2) throw new Error("not gzip");
  const out = gunzipSync(Buffer.from(data));
  return out.buffer.slice(out.byteOffset, out.byteOffset + out.byteLength);
};
const tiles = new PMTiles(source, undefined, decompress);
const header = await tiles.getHeader();

/** Area of a ring inside the tile: cut by its four sides. */
function inside(ring, extent) {
  let points = ring.slice(0, -1).map(({x, y}) => [x, y]);
  for (const [axis, limit, less] of [[0, 0, false], [0, extent, true], [1, 0, false], [1, extent, true]]) {
    const next = [];
    for (let i = 0; i < points.length; i++) {
      const a = points[(i + points.length - 1) % points.length];
      const b = points[i];
      const within = (p) => (less ? p[axis] <= limit : p[axis] >= limit);
      if (within(a) !== within(b)) {
        const t = (limit - a[axis]) / (b[axis] - a[axis]);
        next.push([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
      }
      if (within(b)) next.push(b);
    }
    points = next;
  }
  let twice = 0;
  for (let i = 0; i < points.length; i++) {
    const [ax, ay] = points[i];
    const [bx, by] = points[(i + 1) % points.length];
    twice += ax * by - bx * ay;
  }
  return twice / 2;
}

const tile = (longitude, latitude, z) => {
  const n = 2 ** z;
  const phi = (latitude * Math.PI) / 180;
  return [Math.floor(((longitude + 180) / 360) * n), Math.floor(((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * n)];
};
const result = {header, metadata: await tiles.getMetadata(), zooms: {}, faults: []};
let found = 0;
for (let z = header.minZoom; z <= header.maxZoom; z++) {
  const zoom = (result.zooms[z] = {tiles: 0, features: 0, largest: 0, classes: {}, ids: 0, properties: []});
  const ids = new Set();
  const [west, north] = tile(header.minLon, header.maxLat, z);
  const [east, south] = tile(header.maxLon, header.minLat, z);
  for (let x = Math.max(0, west - 1); x <= east + 1; x++) {
    for (let y = Math.max(0, north - 1); y <= south + 1; y++) {
      const got = await tiles.getZxy(z, x, y);
      if (!got) continue;
      found++;
      zoom.tiles++;
      zoom.largest = Math.max(zoom.largest, (await packed(z, x, y)).length);
      const layers = new VectorTile(new Pbf(new Uint8Array(got.data))).layers;
      if (Object.keys(layers).length !== 1) result.faults.push(`${z}/${x}/${y}: ${Object.keys(layers)}`);
      const layer = Object.values(layers)[0];
      if (layer.version !== 2 || layer.extent !== 4096 || layer.length === 0) result.faults.push(`${z}/${x}/${y}: version ${layer.version}, extent ${layer.extent}, ${layer.length} features`);
      for (let i = 0; i < layer.length; i++) {
        const feature = layer.feature(i);
        if (feature.id) ids.add(feature.id);
        const rings = feature.loadGeometry();
        const name = feature.properties[process.argv[4]] ?? "";
        const add = (amount) => (zoom.classes[name] = (zoom.classes[name] ?? 0) + amount);
        zoom.features++;
        if (zoom.properties.length < 3) zoom.properties.push(feature.properties);
        if (feature.type === 3) {
          let first = true;
          for (const ring of rings) {
            if (ring.length < 4 || ring.some(({x: px, y: py}) => px < -80 || py < -80 || px > 4176 || py > 4176)) result.faults.push(`${z}/${x}/${y}: ring of ${ring.length} points or beyond the buffer`);
            if (first && inside(ring.map((p) => ({x: p.x + 1e6, y: p.y + 1e6})), 1e9) <= 0) result.faults.push(`${z}/${x}/${y}: begins with a hole`);
            first = false;
            add(inside(ring, 4096) * 4 ** -z);
          }
        } else if (feature.type === 1) {
          for (const ring of rings) for (const p of ring) if (p.x >= 0 && p.y >= 0 && p.x < 4096 && p.y < 4096) add(feature.properties.point_count ?? 1);
        }
      }
    }
  }
  zoom.ids = ids.size;
}
if (found !== header.numAddressedTiles) result.faults.push(`${header.numAddressedTiles} tiles are announced, ${found} are found`);
console.log(JSON.stringify(result));

/** The tile's bytes as they are served. */
async function packed(z, x, y) {
  const id = zxyToTileId(z, x, y);
  let offset = header.rootDirectoryOffset;
  let length = header.rootDirectoryLength;
  for (let depth = 0; depth < 4; depth++) {
    const directory = await tiles.cache.getDirectory(source, offset, length, header);
    let entry = null;
    for (const one of directory) if (one.tileId <= id) entry = one;
    if (entry.runLength > 0) return bytes.subarray(header.tileDataOffset + entry.offset, header.tileDataOffset + entry.offset + entry.length);
    offset = header.leafDirectoryOffset + entry.offset;
    length = entry.length;
  }
  throw new Error("too deep");
}
