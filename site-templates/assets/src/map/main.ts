// SPDX-License-Identifier: GPL-3.0-or-later
// The interactive map. Loaded only when a reader asks for it; the picture made at build stays for everybody else.
import maplibre from "maplibre-gl/dist/maplibre-gl-csp.js";
import type {Map as MapView, MapGeoJSONFeature, StyleSpecification} from "maplibre-gl";
import {FetchSource, PMTiles, Protocol} from "pmtiles";
import {readAddress, writeAddress} from "./address";
import {Choice, Layer, describe, drawn, filterOf, language, say, title} from "./layer";
import {button, card, layerPanel, make, t} from "./panel";

const kMostListed = 40;
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const tone = dark ? {sheet: "#111814", land: "#222e27", edge: "#7d8f85", outline: "#8fd0a8", ink: "#eaf0ea", halo: "#111814"} : {sheet: "#eef1ee", land: "#f8f5ea", edge: "#8a8775", outline: "#1c5a3c", ink: "#1d2621", halo: "#ffffff"};
const protocol = new Protocol();
let prepared = false;

/** The address of an archive for the map. Past the browser's cache: through it, reading several ranges of one file at a time failed now and then in Chromium. */
function archive(path: string): string {
  const address = location.origin + path;
  if (!protocol.get(address)) {
    const source = new FetchSource(address);
    source.chromeWindowsNoCache = true;
    protocol.add(new PMTiles(source));
  }
  return `pmtiles://${address}`;
}

/** Communes below everything; the outline of the province is what of their border lines is not covered by themselves. */
function ground(land: Layer | null): StyleSpecification {
  const style: StyleSpecification = {version: 8, sources: {}, layers: [{id: "sheet", type: "background", paint: {"background-color": tone.sheet}}]};
  if (land?.tiles) {
    const from = {source: "land", "source-layer": land.layer};
    style.sources.land = {type: "vector", url: archive(land.tiles)};
    style.layers.push({...from, id: "land-outline", type: "line", layout: {"line-join": "round"}, paint: {"line-color": tone.outline, "line-width": 4}},
      {...from, id: "land", type: "fill", paint: {"fill-color": tone.land, "fill-antialias": false}});
  }
  return style;
}

function addNames(map: MapView, land: Layer | null): void {
  if (!land?.tiles) {
    return;
  }
  const from = {source: "land", "source-layer": land.layer};
  map.addLayer({...from, id: "land-edge", type: "line", paint: {"line-color": tone.edge, "line-width": 0.8, "line-opacity": 0.7}});
  map.addSource("places", {type: "geojson", data: `${location.origin}/tiles/places.json`});
  map.addLayer({source: "places", id: "land-name", type: "symbol", minzoom: 8.5, layout: {"text-field": ["get", language], "text-font": ["Be Vietnam Pro"], "text-size": ["interpolate", ["linear"], ["zoom"], 8, 11, 13, 15], "text-max-width": 7},
    paint: {"text-color": tone.ink, "text-halo-color": tone.halo, "text-halo-width": 1.4}});
}

class InteractiveMap {
  private readonly chosen = new Map<string, {layer: Layer; choice: Choice}>();
  private readonly stage = make("div", "map__stage");
  private readonly side = make("div", "map__side");
  private readonly legends = make("div", "map__legends");
  private readonly status = make("p", "map__status muted");
  private readonly list = make("ul", "map__list");
  private readonly parts = make("ul", "map__parts");
  private readonly tip = make("div", "map__tip");
  private readonly holder = make("div", "map__card-holder");
  private map!: MapView;

  constructor(private readonly box: HTMLElement) {}

  async start(): Promise<void> {
    const wanted = (this.box.dataset.layers ?? "").split(",").filter(Boolean);
    const address = readAddress(location.hash);
    const all = this.box.dataset.choose === "yes" ? ((await (await fetch("/tiles/layers.json")).json()) as {layers: {id: string; title: {vi: string; en: string}; drawn: boolean}[]}).layers.filter((one) => one.drawn) : [];
    const land = this.box.dataset.land ? await describe(this.box.dataset.land).catch(() => null) : null;
    this.build();
    if (!prepared) {
      maplibre.setWorkerUrl(this.box.dataset.worker ?? "");
      maplibre.addProtocol("pmtiles", protocol.tile);
      prepared = true;
    }
    await document.fonts.load("16px 'Be Vietnam Pro'", "Sơn Lạ").catch(() => []);
    const bounds = land?.bbox ?? [103.2, 20.57, 105.04, 22.04];
    const placed = address && Number.isFinite(address.zoom);
    this.map = new maplibre.Map({container: this.stage, style: ground(land), attributionControl: false, maxZoom: 18, minZoom: 5, dragRotate: false, pitchWithRotate: false, touchPitch: false,
      ...(placed ? {center: [address.longitude, address.latitude], zoom: address.zoom} : {bounds: bounds as [number, number, number, number], fitBoundsOptions: {padding: 20}}),
      locale: {"Map.Title": t("Bản đồ. Phím mũi tên để di chuyển, cộng và trừ để phóng, Enter để xem đối tượng ở giữa", "Map. Arrow keys move it, plus and minus zoom, Enter tells of the feature in the middle")}}) as MapView;
    this.map.touchZoomRotate.disableRotation();
    this.map.addControl(new maplibre.ScaleControl({unit: "metric"}), "bottom-left");
    await this.map.once("load");
    addNames(this.map, land);
    if (all.length > 0) {
      this.addPicker(all);
    }
    const opened = address && address.layers.length > 0 ? address.layers : wanted.map((id) => ({id, opacity: 0.75}));
    for (const {id, opacity} of opened) {
      await this.open(id, opacity).catch(() => this.tell(t(`Không mở được lớp ${id}.`, `The layer ${id} cannot be opened.`)));
    }
    const first = [...this.chosen.values()][0]?.layer;
    if (first && !placed && wanted.length === 1) {
      this.map.fitBounds(first.bbox, {padding: 30, maxZoom: 13, animate: false});
    }
    this.listen();
    this.box.dataset.ready = "yes";
  }

  private build(): void {
    const bar = make("div", "map__bar");
    bar.append(
      button("+", () => this.map.zoomIn(), "map__button"), button("−", () => this.map.zoomOut(), "map__button"),
      button(t("Toàn màn hình", "Full screen"), () => void (document.fullscreenElement ? document.exitFullscreen() : this.box.requestFullscreen()), "map__button"),
      button(t("Chép liên kết", "Copy link"), () => void this.share(), "map__button"));
    bar.children[0].setAttribute("aria-label", t("Phóng to", "Zoom in"));
    bar.children[1].setAttribute("aria-label", t("Thu nhỏ", "Zoom out"));
    this.tip.hidden = true;
    this.tip.setAttribute("aria-hidden", "true");
    this.status.setAttribute("role", "status");
    const frame = make("div", "map__frame");
    const cross = make("div", "map__cross");
    cross.setAttribute("aria-hidden", "true");
    frame.append(this.stage, cross, bar, this.tip, this.holder);
    const seen = make("details", "map__seen");
    seen.append(make("summary", "", t("Các đối tượng đang thấy", "Features in view")), this.list, this.parts);
    this.side.append(this.legends, this.status, seen);
    this.box.replaceChildren(frame, this.side);
    this.box.classList.add("map--open");
  }

  private addPicker(all: {id: string; title: {vi: string; en: string}}[]): void {
    const picker = make("fieldset", "map__picker");
    picker.append(make("legend", "", t("Các lớp", "Layers")));
    for (const one of all) {
      const line = make("label", "map__class");
      const tick = make("input");
      tick.type = "checkbox";
      tick.value = one.id;
      tick.addEventListener("change", () => {
        if (tick.checked) {
          void this.open(one.id, 0.75).then(() => this.remember());
        } else {
          this.close(one.id);
        }
      });
      line.append(tick, " " + say(one.title));
      picker.append(line);
    }
    this.side.prepend(picker);
  }

  private async open(id: string, opacity: number): Promise<void> {
    if (this.chosen.has(id)) {
      return;
    }
    const layer = await describe(id);
    if (!layer.tiles || this.map.getSource(id)) {
      this.tell(t(`«${say(layer.title)}» chưa có ô bản đồ; hãy xem hình hoặc tải về.`, `«${say(layer.title)}» has no tiles; see its picture or download it.`));
      return;
    }
    const choice: Choice = {opacity, hidden: new Set(), field: "", words: ""};
    this.chosen.set(id, {layer, choice});
    this.map.addSource(id, {type: "vector", url: archive(layer.tiles)});
    for (const one of drawn(layer, choice)) {
      this.map.addLayer(one, this.map.getLayer("land-edge") && layer.geometry === "MultiPolygon" ? "land-edge" : this.map.getLayer("land-name") ? "land-name" : undefined);
    }
    const panel = layerPanel(layer, choice, this.box.dataset.choose === "yes", () => this.redraw(layer, choice));
    panel.dataset.layer = id;
    this.legends.append(panel);
    const tick = this.side.querySelector<HTMLInputElement>(`.map__picker input[value="${id}"]`);
    if (tick) {
      tick.checked = true;
    }
  }

  private close(id: string): void {
    const open = this.chosen.get(id);
    if (!open) {
      return;
    }
    for (const one of drawn(open.layer, open.choice)) {
      this.map.removeLayer(one.id);
    }
    this.map.removeSource(id);
    this.chosen.delete(id);
    this.legends.querySelector(`[data-layer="${id}"]`)?.remove();
    this.holder.replaceChildren();
    this.remember();
  }

  private redraw(layer: Layer, choice: Choice): void {
    for (const one of drawn(layer, choice)) {
      this.map.setFilter(one.id, filterOf(layer, choice));
      for (const [name, value] of Object.entries(one.paint ?? {})) {
        this.map.setPaintProperty(one.id, name as never, value as never);
      }
    }
    this.remember();
  }

  private listen(): void {
    this.map.on("mousemove", (event) => {
      const found = this.at(event.point);
      this.map.getCanvas().style.cursor = found ? "pointer" : "";
      this.tip.hidden = !found;
      if (found) {
        this.tip.textContent = title(found.layer, found.feature.properties);
        this.tip.style.left = `${Math.min(event.point.x + 12, this.stage.clientWidth - 160)}px`;
        this.tip.style.top = `${event.point.y + 12}px`;
      }
    });
    this.map.on("mouseout", () => (this.tip.hidden = true));
    this.map.on("click", (event) => this.tellOf(event.point));
    this.map.getCanvas().addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();  // else the same key presses the card's button, which has the focus next
        const canvas = this.map.getCanvas();
        this.tellOf({x: canvas.clientWidth / 2, y: canvas.clientHeight / 2});
        this.holder.querySelector("button")?.focus();
      } else if (event.key === "Escape") {
        this.holder.replaceChildren();
      }
    });
    this.map.on("moveend", () => this.remember());
    this.map.on("idle", () => this.listSeen());
    this.listSeen();
  }

  private shapes(): string[] {
    return [...this.chosen.keys()].reverse().map((id) => `${id}-shape`).filter((id) => this.map.getLayer(id));
  }

  private at(point: {x: number; y: number}): {layer: Layer; feature: MapGeoJSONFeature} | null {
    const around: [[number, number], [number, number]] = [[point.x - 5, point.y - 5], [point.x + 5, point.y + 5]];
    const exact = this.map.queryRenderedFeatures([point.x, point.y], {layers: this.shapes()});
    const feature = exact[0] ?? this.map.queryRenderedFeatures(around, {layers: this.shapes()})[0];
    const open = feature && this.chosen.get(feature.source);
    return open ? {layer: open.layer, feature} : null;
  }

  private tellOf(point: {x: number; y: number}, waited = false): void {
    const found = this.at(point);
    this.holder.replaceChildren();
    if (!found && !waited && !this.map.loaded()) {
      this.map.once("idle", () => this.tellOf(point, true));  // what lies there is still on its way
      return;
    }
    if (found) {
      this.showCard(found.layer, found.feature.properties);
    } else {
      this.tell(t("Không có đối tượng ở đây.", "There is no feature here."));
    }
  }

  private showCard(layer: Layer, properties: Record<string, unknown>): void {
    this.holder.replaceChildren(card(layer, properties, () => {
      this.holder.replaceChildren();
      this.map.getCanvas().focus();
    }));
  }

  /** What the map shows, as text: for screen readers, and for whoever prefers a list. */
  private listSeen(): void {
    const seen = new Map<string, {layer: Layer; properties: Record<string, unknown>}>();
    for (const feature of this.map.queryRenderedFeatures({layers: this.shapes()})) {
      const open = this.chosen.get(feature.source);
      if (open) {
        seen.set(`${feature.source} ${feature.id ?? JSON.stringify(feature.properties)}`, {layer: open.layer, properties: feature.properties});
      }
    }
    const lines = [...seen.values()].sort((a, b) => title(a.layer, a.properties).localeCompare(title(b.layer, b.properties), "vi"));
    this.list.replaceChildren(...lines.slice(0, kMostListed).map(({layer, properties}) => {
      const line = make("li");
      line.append(button(title(layer, properties), () => this.showCard(layer, properties), "map__item"));
      return line;
    }));
    const general = [...this.chosen.values()].filter(({layer}) => this.map.getZoom() < layer.detail_zoom);
    let words = t(`Đang thấy ${lines.length} đối tượng`, `${lines.length} features in view`) + (lines.length > kMostListed ? t(`, liệt kê ${kMostListed}.`, `, ${kMostListed} of them listed.`) : ".");
    if (general.length > 0) {
      words += " " + t(`Ở mức này bản đồ gộp theo loại; phóng tới mức ${Math.max(...general.map(({layer}) => layer.detail_zoom))} để thấy và lọc từng đối tượng.`, `At this zoom the map shows classes; from zoom ${Math.max(...general.map(({layer}) => layer.detail_zoom))} on single features are shown and filtered.`);
    }
    this.tell(words);
    const box = this.map.getBounds();
    const edges = [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()].map((edge) => edge.toFixed(5)).join(",");
    this.parts.replaceChildren(...[...this.chosen.values()].map(({layer}) => {
      const line = make("li");
      const link = make("a", "", t(`Tải phần đang thấy của «${say(layer.title)}» (GeoJSON)`, `Download what is in view of «${say(layer.title)}» (GeoJSON)`));
      link.href = `/api/v1/datasets/${layer.id}/rows.geojson?_bbox=${edges}&_limit=all`;
      line.append(link);
      return line;
    }));
  }

  private tell(words: string): void {
    if (this.status.textContent !== words) {
      this.status.textContent = words;
    }
  }

  private remember(): void {
    history.replaceState(null, "", this.address());
  }

  private address(): string {
    const {lng, lat} = this.map.getCenter();
    return writeAddress({zoom: this.map.getZoom(), latitude: lat, longitude: lng, layers: [...this.chosen].map(([id, {choice}]) => ({id, opacity: choice.opacity}))});
  }

  private async share(): Promise<void> {
    this.remember();
    try {
      await navigator.clipboard.writeText(location.href);
      this.tell(t("Đã chép liên kết.", "The link is copied."));
    } catch {
      this.tell(t("Liên kết ở thanh địa chỉ.", "The link is in the address bar."));
    }
  }
}

export async function start(box: HTMLElement): Promise<void> {
  const map = new InteractiveMap(box);
  try {
    await map.start();
  } catch (error) {
    box.replaceChildren(make("p", "notice", t("Trình duyệt này không vẽ được bản đồ tương tác. Hình và các tệp tải về vẫn dùng được.", "This browser cannot draw the interactive map. The picture and the downloads still serve.") + ` (${error instanceof Error ? error.message : ""})`));
    box.dataset.ready = "failed";
  }
}
