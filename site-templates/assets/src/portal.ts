// SPDX-License-Identifier: GPL-3.0-or-later
// Progressive enhancement only: every page works without this file.
import {answerFromStaticIndex, staticIndex} from "./search/away_page";
import {enableSuggestions} from "./search/combobox";

const vietnamese = document.documentElement.lang === "vi";

/** Letters without marks, as the search folds them. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
}

/** A box above a long table that hides the rows without the words typed. */
function enableFilter(box: HTMLElement): void {
  const table = document.getElementById(box.dataset.filterFor ?? "");
  const input = box.querySelector("input");
  const status = box.querySelector("[data-filter-status]");
  if (!table || !input) {
    return;
  }
  const rows = [...table.querySelectorAll<HTMLTableRowElement>("tbody tr")].map((row) => ({row, text: fold(row.textContent ?? "")}));
  box.hidden = false;
  input.addEventListener("input", () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const {row, text} of rows) {
      const fits = words.every((word) => text.includes(word));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    if (status) {
      status.textContent = words.length === 0 ? "" : vietnamese ? `${shown} dòng` : `${shown} rows`;
    }
  });
}

/** A button that copies the text of an element. */
function enableCopy(element: HTMLElement): void {
  if (!navigator.clipboard) {
    return;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet";
  button.textContent = vietnamese ? "Sao chép" : "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText((element.textContent ?? "").trim());
    button.textContent = vietnamese ? "Đã sao chép" : "Copied";
  });
  element.insertAdjacentElement("afterend", button);
}

document.querySelectorAll<HTMLElement>("[data-filter-for]").forEach(enableFilter);
document.querySelectorAll<HTMLElement>("[data-copy]").forEach(enableCopy);

/** The interactive map comes when somebody asks for it: by its button, or by a link to a view of it. */
function enableMap(box: HTMLElement): void {
  const open = async (): Promise<void> => {
    box.replaceChildren();
    box.setAttribute("aria-busy", "true");
    const map = (await import(box.dataset.script ?? "")) as {start: (place: HTMLElement) => Promise<void>};
    await map.start(box);
    box.removeAttribute("aria-busy");
  };
  box.hidden = false;
  const button = box.querySelector("button");
  button?.addEventListener("click", () => void open());
  if (box.dataset.choose === "yes" || location.hash.startsWith("#map=")) {
    void open();
  }
}

document.querySelectorAll<HTMLElement>("[data-map]").forEach(enableMap);

document.querySelectorAll<HTMLFormElement>("form.search").forEach((form) => enableSuggestions(form, vietnamese, async () => {
  const index = staticIndex();
  await index.open();
  return index;
}));
void answerFromStaticIndex(vietnamese);
