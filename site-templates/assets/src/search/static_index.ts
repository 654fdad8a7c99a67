// SPDX-License-Identifier: GPL-3.0-or-later
// The search that the browser does itself while the server is away, over the small files below /static-search/ (docs/search.md).
import {clean, decodeTyping, joinedWords, oneEditApart, soundAlikes, Token, tokenize, tokenOf, weakWords} from "./analysis";

interface Meta {
  parts: number;
  perFile: number;
  letters: number; // that name a word file
  weak: string[];
  kept: string[];
  abbreviations: [string, string][]; // key, long form
}

interface Part {
  documents: number;
  words: string[]; // names of the word files
}

const LOOKED_AT = 20; // titles, to judge a mended word
const PART = 1_000_000; // a document's number is its place in its part, plus this for every part before

/** key → documents that have it in a title, documents that have it elsewhere */
type Postings = Record<string, [number[], number[]]>;
type WordFile = Record<string, Postings>;

export interface StaticDocument {
  id: string;
  inventory: string;
  class: string;
  title: {vi: string; en: string};
  summary: {vi: string; en: string};
  agency: {vi: string; en: string};
  published: boolean;
  words: string; // both titles as the ranking reads them, one a line
}

export interface StaticResults {
  reading: string;
  words: Token[];
  total: number;
  documents: StaticDocument[];
}

interface Query {
  tokens: Token[];
  excluded: Token[];
  openEnd: boolean;
}

interface Hits {
  title: Set<number>;
  all: Set<number>;
}

type Fetch = (name: string) => Promise<unknown>;

const both = (sets: Set<number>[]): Set<number> => {
  const [first, ...others] = [...sets].sort((a, b) => a.size - b.size);
  return new Set([...(first ?? [])].filter((id) => others.every((set) => set.has(id))));
};

export class StaticIndex {
  private readonly files = new Map<string, Promise<unknown>>();
  private meta!: Meta;
  private parts: Part[] = [];
  private weak: Token[][] = [];
  private kept = new Set<string>();

  constructor(private readonly fetchJson: Fetch) {}

  private load<T>(name: string): Promise<T> {
    let file = this.files.get(name);
    if (!file) {
      file = this.fetchJson(name);
      this.files.set(name, file);
    }
    return file as Promise<T>;
  }

  async open(): Promise<void> {
    this.meta = await this.load<Meta>("meta.json");
    this.weak = this.meta.weak.map((phrase) => tokenize(clean(phrase)));
    this.kept = new Set(this.meta.kept);
    this.parts = await Promise.all(Array.from({length: this.meta.parts}, (_, number) => this.load<Part>(`p${number}/part.json`)));
  }

  /** All words that begin with the first letters of this one, from every part. */
  private file(folded: string): Promise<WordFile> {
    const name = folded.slice(0, this.meta.letters).padEnd(this.meta.letters, "_").replace(/[^a-z0-9]/g, "_");
    let merged = this.files.get(name) as Promise<WordFile> | undefined;
    if (!merged) {
      merged = this.merge(name);
      this.files.set(name, merged);
    }
    return merged;
  }

  private async merge(name: string): Promise<WordFile> {
    const merged: WordFile = Object.create(null) as WordFile;
    const files = await Promise.all(this.parts.map((part, number) => (part.words.includes(name) ? this.load<WordFile>(`p${number}/words-${name}.json`) : Promise.resolve<WordFile>({}))));
    files.forEach((file, number) => {
      for (const [word, postings] of Object.entries(file)) {
        merged[word] = merged[word] ?? (Object.create(null) as Postings);
        for (const [key, [title, other]] of Object.entries(postings)) {
          const places = (merged[word][key] = merged[word][key] ?? [[], []]);
          places[0].push(...title.map((id) => number * PART + id));
          places[1].push(...other.map((id) => number * PART + id));
        }
      }
    });
    return merged;
  }

  private async postings(folded: string): Promise<Postings> {
    return (await this.file(folded))[folded] ?? {};
  }

  private gather(hits: Hits, postings: Postings, fits: (key: string) => boolean): void {
    for (const [key, [title, other]] of Object.entries(postings)) {
      if (fits(key)) {
        title.forEach((id) => { hits.title.add(id); hits.all.add(id); });
        other.forEach((id) => hits.all.add(id));
      }
    }
  }

  private async hits(token: Token, folded: boolean, beginning: boolean): Promise<Hits> {
    const hits = {title: new Set<number>(), all: new Set<number>()};
    const strict = token.marked && !folded;
    this.gather(hits, await this.postings(token.folded), (key) => !strict || key === token.key);
    if (beginning) {
      const start = token.key.slice(0, -1);
      const tone = token.key.slice(-1);
      for (const [word, postings] of Object.entries(await this.file(token.folded))) {
        if (word.startsWith(token.folded)) {
          this.gather(hits, postings, (key) => !strict || (key.startsWith(start) && (tone === "0" || key.endsWith(tone))));
        }
      }
    }
    return hits;
  }

  private read(text: string): Query {
    const cleaned = clean(text);
    const excluded: Token[] = [];
    const plain = cleaned.replace(/(^|\s)-(?![\s-])(\S+)/g, (_, space: string, word: string) => {
      excluded.push(...tokenize(word));
      return space;
    });
    const tokens = tokenize(plain);
    const short = new Set(this.meta.abbreviations.map(([key]) => key));
    const words: Token[] = [];
    const joined = joinedWords(plain, tokens);
    for (let i = 0; i < tokens.length && words.length < 30; i += 1) {
      const whole = joined.find((part) => part.first === i && short.has(part.bare));
      words.push(whole ? tokenOf(whole.bare) : tokens[i]);
      i = whole ? whole.last - 1 : i;
    }
    return {tokens: words, excluded, openEnd: text !== "" && !/[\s"]$/.test(text)};
  }

  /** All words, the last one also as a beginning where `beginning`. Nothing without words. */
  private async matching(tokens: Token[], folded: boolean, beginning: boolean): Promise<Hits> {
    const each = await Promise.all(tokens.map((token, i) => this.hits(token, folded, beginning && i === tokens.length - 1)));
    return each.length === 0 ? {title: new Set(), all: new Set()} : {title: both(each.map((hits) => hits.title)), all: both(each.map((hits) => hits.all))};
  }

  private async decoded(tokens: Token[], knownToo: boolean): Promise<Token[] | null> {
    let changed = false;
    const words: Token[] = [];
    for (const token of tokens) {
      let word = token;
      const known = Object.keys(await this.postings(token.folded)).length > 0;
      if (!token.marked && (knownToo || !known)) {
        for (const key of decodeTyping(token.surface, this.kept)) {
          const folded = tokenOf(key.slice(0, -1)).folded;
          if (key in (await this.postings(folded))) {
            word = {...token, surface: key.slice(0, -1), key, folded, marked: true};
            changed = true;
            break;
          }
        }
      }
      words.push(word);
    }
    return changed ? words : null;
  }

  /** "dulich" → "du lich" where the index knows both. */
  private async splits(folded: string): Promise<Token[][]> {
    const found: Token[][] = [];
    for (let cut = 2; cut + 2 <= folded.length; cut += 1) {
      const pair = [tokenOf(folded.slice(0, cut)), tokenOf(folded.slice(cut))];
      const known = await Promise.all(pair.map(async (token) => Object.keys(await this.postings(token.folded)).length > 0));
      if (known[0] && known[1]) {
        found.push(pair);
      }
    }
    return found;
  }

  /** How many of the neighbours among the words are neighbours in some title that holds them all. */
  private async neighbours(words: Token[], titles: Set<number>): Promise<number> {
    let most = 0;
    for (const id of [...titles].slice(0, LOOKED_AT)) {
      const folded = (await this.document(id)).words.split(/[\s]+/).map((part) => part.replace("~", "").split("/")[0]);
      const count = words.filter((word, i) => i > 0 && folded.some((_, at) => folded[at] === words[i - 1].folded && folded[at + 1] === word.folded)).length;
      most = Math.max(most, count);
    }
    return most;
  }

  /** One word replaced by one that sounds or looks alike, so that all stand together in some document: neighbours first, then titles. */
  private async mended(tokens: Token[]): Promise<Token[] | null> {
    const unknown = await Promise.all(tokens.map(async (token) => Object.keys(await this.postings(token.folded)).length === 0));
    let best: {words: Token[]; worth: number} | null = null;
    for (let i = 0; i < tokens.length; i += 1) {
      const {folded} = tokens[i];
      if (unknown.some((is, at) => is && at !== i) || !/^[a-z]{2,24}$/.test(folded)) {
        continue;
      }
      const alike = soundAlikes(folded);
      const near = folded.length < 4 ? [] : Object.keys(await this.file(folded)).filter((word) => oneEditApart(word, folded));
      const candidates = [...alike, ...near].map((word) => [tokenOf(word)]);
      for (const made of [...candidates, ...(unknown[i] ? await this.splits(folded) : [])]) {
        const words = [...tokens.slice(0, i), ...made, ...tokens.slice(i + 1)];
        const hits = await this.matching(words, true, false);
        if (hits.all.size > 0) {
          const beside = await this.neighbours(words, hits.title);
          const worth = beside * 2000 + (hits.title.size > 0 ? 1000 : 0) + (alike.includes(made[0].folded) ? 500 : 0) + Math.min(hits.all.size, 400);
          best = !best || worth > best.worth ? {words, worth} : best;
        }
      }
    }
    return best ? best.words : null;
  }

  private async choose(query: Query): Promise<{reading: string; words: Token[]; found: Set<number>}> {
    const {tokens} = query;
    const none = {reading: "none", words: tokens, found: new Set<number>()};
    if (tokens.length === 0) {
      return none;
    }
    for (const [reading, folded] of [["literal", false], ["folded", true]] as const) {
      const hits = await this.matching(tokens, folded, false);
      if (hits.all.size > 0) {
        const last = tokens[tokens.length - 1];
        if (query.openEnd && hits.title.size === 0 && (tokens.length > 1 || last.folded.length > 1)) {
          const wider = await this.matching(tokens, folded, true);
          if (wider.all.size > hits.all.size) {
            return {reading: "prefix", words: tokens, found: wider.all};
          }
        }
        return {reading, words: tokens, found: hits.all};
      }
    }
    for (const knownToo of [false, true]) {
      const words = await this.decoded(tokens, knownToo);
      for (const folded of words ? [false, true] : []) {
        const hits = await this.matching(words as Token[], folded, false);
        if (hits.all.size > 0) {
          return {reading: "typing", words: words as Token[], found: hits.all};
        }
      }
    }
    const beginning = query.openEnd ? await this.matching(tokens, true, true) : {title: new Set<number>(), all: new Set<number>()};
    if (beginning.title.size > 0) {
      return {reading: "prefix", words: tokens, found: beginning.all};
    }
    const mended = await this.mended(tokens);
    if (mended) {
      return {reading: "spelling", words: mended, found: (await this.matching(mended, true, false)).all};
    }
    if (beginning.all.size > 0) {
      return {reading: "prefix", words: tokens, found: beginning.all};
    }
    return tokens.length > 1 ? this.partial(tokens) : none;
  }

  /** Documents with at least 60 % as many of the words that say something as the best one. */
  private async partial(tokens: Token[]): Promise<{reading: string; words: Token[]; found: Set<number>}> {
    const weak = weakWords(tokens, this.weak);
    const strong = tokens.filter((_, i) => !weak[i]);
    const held = new Map<number, number>();
    for (const token of strong.length > 0 ? strong : tokens) {
      (await this.hits(token, true, false)).all.forEach((id) => held.set(id, (held.get(id) ?? 0) + 1));
    }
    const best = Math.max(0, ...held.values());
    const found = new Set([...held].filter(([, words]) => words >= Math.ceil(best * 0.6)).map(([id]) => id));
    return {reading: found.size > 0 ? "partial" : "none", words: tokens, found};
  }

  private async document(id: number): Promise<StaticDocument> {
    const place = id % PART;
    const file = `p${Math.floor(id / PART)}/documents-${Math.floor(place / this.meta.perFile)}.json`;
    return (await this.load<StaticDocument[]>(file))[place % this.meta.perFile];
  }

  /** The words, and the words with abbreviations written out or contracted. */
  private variants(words: Token[]): Token[][] {
    const variants = [words];
    for (const [key, long] of this.meta.abbreviations) {
      const spelled = tokenize(clean(long)).filter((word) => word.folded !== "va");
      const at = words.findIndex((word) => word.folded === key);
      if (at >= 0) {
        variants.push([...words.slice(0, at), ...tokenize(clean(long)), ...words.slice(at + 1)]);
      }
      const rest = words.filter((word) => word.folded !== "va");
      const first = rest.findIndex((_, i) => spelled.every((word, j) => rest[i + j]?.folded === word.folded));
      if (first >= 0) {
        variants.push([...rest.slice(0, first), tokenOf(key), ...rest.slice(first + spelled.length)]);
      }
    }
    return variants;
  }

  async search(text: string, limit: number): Promise<StaticResults> {
    const query = this.read(text);
    const {reading, words, found} = await this.choose(query);
    for (const token of query.excluded) {
      (await this.hits(token, false, false)).all.forEach((id) => found.delete(id));
    }
    const ids = [...found];
    const documents = await Promise.all(ids.map((id) => this.document(id)));
    const variants = this.variants(words).map((variant) => {
      const weak = weakWords(variant, this.weak);
      const strong = variant.filter((_, i) => !weak[i]);
      return strong.length > 0 ? strong : variant;
    });
    const beginning = reading === "prefix";
    const score = (document: StaticDocument): number =>
      Math.max(...document.words.split("\n").flatMap((line) => variants.map((variant) => titleFit(line, variant, beginning)))) + (document.published ? 0.15 : 0);
    const scored = documents.map((document) => ({document, score: score(document)}));
    const order = new Intl.Collator("vi");
    scored.sort((a, b) => b.score - a.score || a.document.words.length - b.document.words.length || order.compare(a.document.title.vi, b.document.title.vi));
    return {reading, words, total: scored.length, documents: scored.slice(0, limit).map((item) => item.document)};
  }
}

/** How well a title is named by words: TitleFit::fit of search/find/ranking.cpp. */
function titleFit(line: string, words: Token[], beginning: boolean): number {
  const met = words.map(() => false);
  let strong = 0;
  let named = 0;
  let exact = 0;
  let inOrder = 0;
  let previous = -2;
  for (const part of line.split(" ").filter(Boolean)) {
    const weak = part.startsWith("~");
    const [folded, key] = part.slice(weak ? 1 : 0).split("/");
    let at = -1;
    let marks = false;
    for (let i = 0; i < words.length && !marks; i += 1) {
      const word = words[i];
      const whole = word.folded === folded;
      const begun = beginning && i === words.length - 1 && folded.startsWith(word.folded);
      if (whole || begun) {
        const typed = word.key.slice(0, -1);
        marks = word.key === key || (!whole && key.startsWith(typed) && (word.key.endsWith("0") || word.key.slice(-1) === key.slice(-1)));
        at = at === -1 || marks ? i : at;
      }
    }
    strong += weak ? 0 : 1;
    if (at !== -1) {
      met[at] = true;
      named += weak ? 0 : 1;
      exact += marks && !weak ? 1 : 0;
      inOrder += at === previous + 1 ? 1 : 0;
    }
    previous = at === -1 ? -2 : at;
  }
  const covered = met.filter(Boolean).length / words.length;
  const share = (count: number): number => (strong === 0 ? 0 : count / strong);
  const order = words.length < 2 ? 1 : Math.min(1, inOrder / (words.length - 1));
  return covered * covered * (1 + share(named) + 0.5 * share(exact) + 0.5 * order);
}
