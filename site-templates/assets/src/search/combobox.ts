// SPDX-License-Identifier: GPL-3.0-or-later
// Suggestions under the search box (ARIA combobox with a list). Without script, or when nothing answers, the form is a plain form.
import type {StaticIndex} from "./static_index";

interface Suggestion {
  title: string;
  url: string;
  highlight?: {text: string; marked: boolean}[];
}

const PAUSE = 120; // ms without a key before anything is asked
const MOST = 8;

async function ask(typed: string, lang: string, signal: AbortSignal): Promise<Suggestion[]> {
  const response = await fetch(`/api/v1/suggest?_limit=${MOST}&_lang=${lang}&q=${encodeURIComponent(typed)}`, {signal});
  if (!response.ok) {
    throw new Error(String(response.status));
  }
  return ((await response.json()) as {suggestions: Suggestion[]}).suggestions;
}

export function enableSuggestions(form: HTMLFormElement, vietnamese: boolean, openStatic: () => Promise<StaticIndex>): void {
  const input = form.querySelector<HTMLInputElement>("input[name=q]");
  if (!input || input.form?.getAttribute("action")?.endsWith("/search") !== true) {
    return;
  }
  const lang = vietnamese ? "vi" : "en";
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.className = "combobox__list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", vietnamese ? "Gợi ý" : "Suggestions");
  list.hidden = true;
  const status = document.createElement("span");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  const box = document.createElement("div");
  box.className = "combobox search__input-box";
  input.replaceWith(box);
  box.append(input, list, status);
  for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", list.id], ["aria-autocomplete", "list"], ["aria-haspopup", "listbox"]]) {
    input.setAttribute(name, value);
  }

  let active = -1;
  let timer = 0;
  let request = new AbortController();
  let fallback: StaticIndex | null = null;

  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[role=option]")];
  const close = (): void => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    status.textContent = "";
  };
  const activate = (number: number): void => {
    const all = options();
    active = number < -1 ? all.length - 1 : number >= all.length ? -1 : number;
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    if (active >= 0) {
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({block: "nearest"});
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };
  const open = (option: HTMLElement): void => {
    location.assign((vietnamese ? "" : "/en") + (option.dataset.url ?? ""));
  };
  const show = (suggestions: Suggestion[]): void => {
    list.replaceChildren(...suggestions.map((suggestion, i) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${i}`;
      option.className = "combobox__option";
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.url = suggestion.url;
      for (const part of suggestion.highlight ?? [{text: suggestion.title, marked: false}]) {
        const piece = document.createElement(part.marked ? "mark" : "span");
        piece.textContent = part.text;
        option.append(piece);
      }
      return option;
    }));
    active = -1;
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(suggestions.length > 0));
    input.removeAttribute("aria-activedescendant");
    status.textContent = vietnamese ? `${suggestions.length} gợi ý` : `${suggestions.length} suggestions`;
  };
  const suggest = async (typed: string): Promise<void> => {
    request.abort();
    request = new AbortController();
    const {signal} = request;
    try {
      show(await ask(typed, lang, signal));
    } catch {
      if (signal.aborted) {
        return;
      }
      try {
        fallback = fallback ?? await openStatic();
        const found = await fallback.search(typed, MOST);
        if (!signal.aborted) {
          show(found.documents.map((item) => ({title: item.title[lang] || item.title.vi, url: `/dataset/${item.id}`})));
        }
      } catch {
        close();
      }
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    const typed = input.value;
    if (typed.trim().length < 2) {
      request.abort();
      close();
      return;
    }
    timer = window.setTimeout(() => { void suggest(typed); }, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden && list.childElementCount > 0) {
        list.hidden = false;
        input.setAttribute("aria-expanded", "true");
      }
      activate(active + (event.key === "ArrowDown" ? 1 : -1));
      event.preventDefault();
    } else if (event.key === "Escape" && !list.hidden) {
      close();
      event.preventDefault();
    } else if (event.key === "Enter" && active >= 0 && !list.hidden) {
      open(options()[active]);
      event.preventDefault();
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", (event) => {
    const option = (event.target as HTMLElement).closest<HTMLElement>("[role=option]");
    if (option) {
      open(option);
    }
  });
  input.addEventListener("blur", () => {
    clearTimeout(timer);
    request.abort();
    close();
  });
}
