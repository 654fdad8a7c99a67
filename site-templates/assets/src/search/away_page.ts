// SPDX-License-Identifier: GPL-3.0-or-later
// The static search page: answers in the browser while the server is away.
import {StaticDocument, StaticIndex} from "./static_index";

const SHOWN = 50;

export function staticIndex(): StaticIndex {
  return new StaticIndex(async (name) => {
    const response = await fetch(`/static-search/${name}`);
    if (!response.ok) {
      throw new Error(`${name}: ${response.status}`);
    }
    return response.json();
  });
}

function element(name: string, className: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function resultItem(item: StaticDocument, vietnamese: boolean): HTMLElement {
  const lang = vietnamese ? "vi" : "en";
  const li = element("li", "result", "");
  const heading = element("h2", "result__title", "");
  const link = document.createElement("a");
  link.href = `${vietnamese ? "" : "/en"}/dataset/${item.id}`;
  link.textContent = item.title[lang] || item.title.vi;
  heading.append(link);
  li.append(heading, element("p", "", item.summary[lang] || item.summary.vi), element("p", "card__meta", item.agency[lang] || item.agency.vi));
  return li;
}

/** Fills the page when it is the static one; does nothing elsewhere. */
export async function answerFromStaticIndex(vietnamese: boolean): Promise<void> {
  const place = document.querySelector<HTMLElement>("[data-static-search]");
  const status = document.querySelector<HTMLElement>("[data-static-status]");
  const list = document.querySelector<HTMLOListElement>("[data-static-results]");
  if (!place || !status || !list) {
    return;
  }
  const text = new URLSearchParams(location.search).get("q") ?? "";
  const input = document.querySelector<HTMLInputElement>("form.search input[name=q]");
  if (input) {
    input.value = text;
  }
  if (text.trim() === "") {
    return;
  }
  try {
    const index = staticIndex();
    await index.open();
    const found = await index.search(text, SHOWN);
    status.textContent = found.total === 0 ? place.dataset.none ?? "" : vietnamese ? `${found.total} kết quả` : `${found.total} results`;
    list.replaceChildren(...found.documents.map((item) => resultItem(item, vietnamese)));
  } catch {
    status.textContent = place.dataset.failed ?? "";
  }
}
