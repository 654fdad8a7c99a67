// SPDX-License-Identifier: GPL-3.0-or-later
// The view in the address: #map=9.5/21.32/103.91&l=id:0.8,id2. A link shows what its sender saw.

export interface View { zoom: number; latitude: number; longitude: number; layers: {id: string; opacity: number}[] }

export function readAddress(hash: string): View | null {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const place = (words.get("map") ?? "").split("/").map(Number);
  const layers = (words.get("l") ?? "").split(",").filter((word) => /^[a-z0-9-]+(:[0-9.]+)?$/.test(word)).map((word) => {
    const [id, opacity] = word.split(":");
    return {id, opacity: Math.min(1, Math.max(0.1, Number(opacity ?? 0.75) || 0.75))};
  });
  if (place.length !== 3 || place.some((number) => !Number.isFinite(number))) {
    return layers.length > 0 ? {zoom: NaN, latitude: NaN, longitude: NaN, layers} : null;
  }
  return {zoom: place[0], latitude: place[1], longitude: place[2], layers};
}

export function writeAddress(view: View): string {
  const layers = view.layers.map(({id, opacity}) => `${id}:${opacity.toFixed(2)}`).join(",");
  return `#map=${view.zoom.toFixed(2)}/${view.latitude.toFixed(5)}/${view.longitude.toFixed(5)}&l=${layers}`;
}
