// SPDX-License-Identifier: GPL-3.0-or-later
// What the build says of a layer (/tiles/<id>.json), and how the map draws it.
import type {ExpressionSpecification, FilterSpecification, LayerSpecification} from "maplibre-gl";

export const language = document.documentElement.lang === "en" ? "en" : "vi";
export interface Words { vi: string; en: string }
export interface Field { name: string; title: Words; type: string; unit: string; codes: Record<string, Words> }
export interface LayerClass { value: string | null; label: Words; colour: string; features: number; share: number }
export interface Layer {
  id: string; title: Words; url: string; tiles: string | null; layer: string; geometry: string; bbox: [number, number, number, number];
  min_zoom: number; max_zoom: number; detail_zoom: number; colour: string | null; colour_title: Words | null; label: string | null;
  fields: Field[]; classes: LayerClass[];
}
/** What the reader has chosen of a layer. */
export interface Choice { opacity: number; hidden: Set<string>; field: string; words: string }

export const say = (words: Words): string => words[language] || words.vi;
export const page = (path: string): string => (language === "en" ? "/en" + path : path);
const key = (value: unknown): string => (value === null || value === undefined ? "" : String(value));
export const classKey = (one: LayerClass): string => key(one.value);

export async function describe(id: string): Promise<Layer> {
  const answer = await fetch(`/tiles/${id}.json`);
  if (!answer.ok) {
    throw new Error(`${answer.status} /tiles/${id}.json`);
  }
  return (await answer.json()) as Layer;
}

/** Letters without marks, so that «thuy» finds «thủy». */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/** A value as people read it. */
export function show(field: Field, value: unknown): string {
  if (value === null || value === undefined || value === "") {
    return "–";
  }
  const code = field.codes[String(value)];
  if (code) {
    return say(code);
  }
  if (typeof value === "number" && field.type === "number") {
    return value.toLocaleString(language) + (field.unit ? " " + field.unit : "");
  }
  return String(value) + (field.unit && typeof value === "number" ? " " + field.unit : "");
}

export function title(layer: Layer, properties: Record<string, unknown>): string {
  const label = layer.fields.find((field) => field.name === layer.label);
  const name = label && properties[label.name] !== undefined ? show(label, properties[label.name]) : "";
  if (name) {
    return name;
  }
  if (properties.point_count !== undefined) {
    return language === "vi" ? `${properties.point_count} đối tượng` : `${properties.point_count} features`;
  }
  const found = layer.classes.find((one) => classKey(one) === key(layer.colour ? properties[layer.colour] : ""));
  return found && layer.colour ? say(found.label) : say(layer.title);
}

function colours(layer: Layer): string | ExpressionSpecification {
  const named = layer.classes.filter((one) => one.value !== null);
  if (!layer.colour || named.length === 0) {
    return layer.classes[0]?.colour ?? "#009e73";
  }
  return ["match", ["to-string", ["get", layer.colour]], ...named.flatMap((one) => [key(one.value), one.colour]), "#9a9a9a"] as unknown as ExpressionSpecification;
}

/** What is left of a layer by the classes switched off and the words looked for. */
export function filterOf(layer: Layer, choice: Choice): FilterSpecification {
  const all: unknown[] = ["all"];
  if (layer.colour && choice.hidden.size > 0) {
    all.push(["!", ["in", ["to-string", ["coalesce", ["get", layer.colour], ""]], ["literal", [...choice.hidden]]]]);
  }
  const field = layer.fields.find((one) => one.name === choice.field);
  const words = choice.words.trim();
  if (field && words) {
    const codes = Object.keys(field.codes).filter((code) => fold(say(field.codes[code])).includes(fold(words)) || code === words);
    const plain = ["in", words.toLowerCase(), ["downcase", ["to-string", ["get", field.name]]]];
    all.push(codes.length > 0 ? ["any", plain, ["in", ["to-string", ["get", field.name]], ["literal", codes]]] : plain);
  }
  return all as FilterSpecification;
}

/** The map's own layers for one layer of data, the lowest first. */
export function drawn(layer: Layer, choice: Choice): LayerSpecification[] {
  const common = {source: layer.id, "source-layer": layer.layer, filter: filterOf(layer, choice)};
  const colour = colours(layer);
  if (layer.geometry === "Point") {
    return [{...common, id: `${layer.id}-shape`, type: "circle", paint: {
      "circle-color": colour, "circle-opacity": choice.opacity, "circle-stroke-color": "#ffffff", "circle-stroke-width": 1.5, "circle-stroke-opacity": choice.opacity,
      "circle-radius": ["interpolate", ["linear"], ["zoom"], 7, ["+", 4, ["ln", ["coalesce", ["get", "point_count"], 1]]], 12, ["+", 7, ["ln", ["coalesce", ["get", "point_count"], 1]]]]}}];
  }
  if (layer.geometry === "MultiLineString") {
    return [{...common, id: `${layer.id}-shape`, type: "line", layout: {"line-join": "round", "line-cap": "round"},
      paint: {"line-color": colour, "line-opacity": choice.opacity, "line-width": ["interpolate", ["linear"], ["zoom"], 7, 1.6, 13, 4]}}];
  }
  return [
    {...common, id: `${layer.id}-shape`, type: "fill", paint: {"fill-color": colour, "fill-opacity": choice.opacity, "fill-antialias": false}},
    {...common, id: `${layer.id}-edge`, type: "line", minzoom: Math.max(layer.detail_zoom, 8), paint: {"line-color": "#ffffff", "line-width": ["interpolate", ["linear"], ["zoom"], 8, 0.3, 14, 1.4], "line-opacity": Math.min(1, choice.opacity + 0.1)}},
  ];
}
