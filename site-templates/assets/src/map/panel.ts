// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside the map: layers to choose, legends, opacity, a filter, the card of a feature, and all that is seen as text.
import {Choice, Layer, classKey, language, page, say, show, title} from "./layer";

export const vietnamese = language === "vi";
export const t = (vi: string, en: string): string => (vietnamese ? vi : en);

export function make<K extends keyof HTMLElementTagNameMap>(tag: K, className = "", text = ""): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

export function button(text: string, click: () => void, className = "button button--quiet"): HTMLButtonElement {
  const element = make("button", className, text);
  element.type = "button";
  element.addEventListener("click", click);
  return element;
}

let numbers = 0;
function labelled(text: string, control: HTMLElement): HTMLElement {
  const line = make("p", "map__control");
  const label = make("label", "", text);
  control.id = `map-control-${++numbers}`;
  label.htmlFor = control.id;
  line.append(label, control);
  return line;
}

/** Legend, opacity and filter of one layer; `changed` is called after each change of its choice. */
export function layerPanel(layer: Layer, choice: Choice, headed: boolean, changed: () => void): HTMLElement {
  const panel = make("section", "map__layer");
  if (headed) {
    const head = make("h3", "map__layer-title");
    const link = make("a", "", say(layer.title));
    link.href = page(layer.url);
    head.append(link);
    panel.append(head);
  }
  const legend = make("fieldset", "map__legend");
  legend.append(make("legend", "", layer.colour_title ? say(layer.colour_title) : t("Chú giải", "Legend")));
  for (const one of layer.classes) {
    const line = make("label", "map__class");
    const box = make("input");
    box.type = "checkbox";
    box.checked = !choice.hidden.has(classKey(one));
    box.disabled = !layer.colour;
    box.addEventListener("change", () => {
      box.checked ? choice.hidden.delete(classKey(one)) : choice.hidden.add(classKey(one));
      changed();
    });
    const swatch = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    swatch.setAttribute("class", "map__swatch");
    swatch.setAttribute("viewBox", "0 0 16 16");
    swatch.setAttribute("aria-hidden", "true");
    swatch.innerHTML = layer.geometry === "Point" ? `<circle cx="8" cy="8" r="6" fill="${one.colour}"/>` : layer.geometry === "MultiLineString" ? `<path d="M0 8h16" stroke="${one.colour}" stroke-width="4"/>` : `<rect width="16" height="16" fill="${one.colour}"/>`;
    line.append(box, swatch, ` ${layer.colour ? say(one.label) : t("Đối tượng", "Features")} (${one.features.toLocaleString(language)})`);
    legend.append(line);
  }
  panel.append(legend);
  const opacity = make("input");
  opacity.type = "range";
  opacity.min = "0.1";
  opacity.max = "1";
  opacity.step = "0.05";
  opacity.value = String(choice.opacity);
  opacity.addEventListener("input", () => {
    choice.opacity = Number(opacity.value);
    changed();
  });
  panel.append(labelled(t("Độ đậm", "Opacity"), opacity));
  const field = make("select");
  for (const one of layer.fields) {
    field.append(new Option(say(one.title), one.name));
  }
  const words = make("input");
  words.type = "search";
  const look = () => {
    choice.field = field.value;
    choice.words = words.value;
    changed();
  };
  field.addEventListener("change", look);
  words.addEventListener("input", look);
  const more = make("details", "map__filter");
  more.append(make("summary", "", t("Lọc theo thuộc tính", "Filter by attribute")), labelled(t("Thuộc tính", "Attribute"), field), labelled(t("Có chữ hoặc số", "Contains"), words));
  panel.append(more);
  return panel;
}

/** All that is known of a feature on the map. */
export function card(layer: Layer, properties: Record<string, unknown>, close: () => void): HTMLElement {
  const box = make("div", "map__card");
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", t("Đối tượng đã chọn", "Chosen feature"));
  box.append(make("h3", "", title(layer, properties)));
  const list = make("dl");
  for (const field of layer.fields) {
    if (properties[field.name] !== undefined) {
      const pair = make("div");
      pair.append(make("dt", "", say(field.title)), make("dd", "", show(field, properties[field.name])));
      list.append(pair);
    }
  }
  const foot = make("p", "map__card-foot");
  const link = make("a", "", say(layer.title));
  link.href = page(layer.url);
  foot.append(link);
  box.append(list, foot, button(t("Đóng", "Close"), close));
  return box;
}
