// SPDX-License-Identifier: GPL-3.0-or-later
// The analysis of search/text once more, for the search that runs in the browser while the server is away. tests/browser/static_search.mjs
// holds it against what the C++ analysis wrote into the static index.

export interface Token {
  surface: string; // lower case, NFC
  key: string; // letters with their shape and the tone as a digit: "hoa2"
  folded: string; // no marks, đ → d
  marked: boolean;
  begin: number;
  end: number;
}

export interface Joined {
  first: number;
  last: number;
  bare: string;
}

const TONES: Record<string, number> = {"\u0301": 1, "\u0300": 2, "\u0309": 3, "\u0303": 4, "\u0323": 5};
const ONSETS = new Set(["b", "c", "ch", "d", "đ", "g", "gh", "h", "k", "kh", "l", "m", "n", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"]);

/** What is meant by a text: no invisible signs, one form of every letter, đ for its look-alikes. */
export function clean(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "")
    .normalize("NFD")
    .normalize("NFC")
    .replace(/[\u00d0\u0189]/g, "Đ")
    .replace(/[\u00f0\u0256]/g, "đ")
    .replace(/[\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089]/g, (digit) => digit.normalize("NFKC"));
}

export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
}

/** kỹ = kĩ: after an onset a rhyme that is only y is written i. */
function settle(letters: string): string {
  const length = [...letters].length;
  return length >= 2 && length <= 3 && letters.endsWith("y") && ONSETS.has(letters.slice(0, -1)) ? `${letters.slice(0, -1)}i` : letters;
}

export function tokenOf(written: string, begin = 0, end = 0): Token {
  const surface = written.toLowerCase().normalize("NFC");
  let shape = "";
  let tone = 0;
  for (const sign of surface.normalize("NFD")) {
    if (sign in TONES) {
      tone = TONES[sign];
    } else {
      shape += sign;
    }
  }
  const folded = fold(surface);
  return {surface, key: settle(shape.normalize("NFC")) + String(tone), folded: settle(folded), marked: folded !== surface, begin, end};
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Words of a text that clean() made. A number in groups of three is one word. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const begin = match.index;
    let end = begin + match[0].length;
    let word = match[0];
    if (/^\d{1,3}$/.test(word) && !(begin > 1 && /[./-]/.test(text[begin - 1]) && /[\p{L}\p{N}]/u.test(text[begin - 2]))) {
      const separator = text[end];
      const group = separator === "." || separator === "," ? new RegExp(`^(?:[${separator}]\\d{3})+(?![\\p{L}\\p{N}\\p{M}])`, "u").exec(text.slice(end)) : null;
      if (group) {
        end += group[0].length;
        word += group[0].replace(/[.,]/g, "");
        WORD.lastIndex = end;
      }
    }
    tokens.push(tokenOf(word, begin, end));
  }
  return tokens;
}

/** Words that stand together without a space: NN&MT, 45/2025/TT-BKHCN. */
export function joinedWords(text: string, tokens: Token[]): Joined[] {
  const all: Joined[] = [];
  for (let first = 0; first < tokens.length;) {
    const joined = {first, last: first + 1, bare: tokens[first].folded};
    while (joined.last < tokens.length && tokens[joined.last].begin === tokens[joined.last - 1].end + 1 && "/&.-_".includes(text[tokens[joined.last - 1].end])) {
      joined.bare += tokens[joined.last].folded;
      joined.last += 1;
    }
    first = joined.last;
    if (joined.last - joined.first > 1) {
      all.push(joined);
    }
  }
  return all;
}

/** Which words say little; `phrases` come from the index, the longer ones first. */
export function weakWords(tokens: Token[], phrases: Token[][]): boolean[] {
  const weak = tokens.map(() => false);
  for (let at = 0; at < tokens.length;) {
    const found = phrases.find((words) => words.every((word, i) => {
      const token = tokens[at + i];
      return token !== undefined && token.folded === word.folded && (!token.marked || token.key === word.key);
    }));
    weak.fill(true, at, at + (found?.length ?? 0));
    at += found?.length ?? 1;
  }
  return weak;
}

interface Syllable {
  letters: string[];
  tone: number;
}

const isVowel = (letter: string): boolean => "aeiouy".includes(fold(letter)[0]);

/** Keys that a word typed in Telex or VNI with the input method off may stand for, likeliest first. The index decides which are words. */
export function decodeTyping(word: string, kept: Set<string>): string[] {
  if (!/^[a-z0-9]{2,12}$/.test(word) || kept.has(word)) {
    return [];
  }
  const vni = /\d/.test(word);
  const found: string[] = [];
  let steps = 0;
  const with_ = (before: Syllable, change: (next: Syllable) => void): Syllable => {
    const next = {letters: [...before.letters], tone: before.tone};
    change(next);
    return next;
  };
  const follow = (before: Syllable, at: number, changed: boolean): void => {
    steps += 1;
    if (steps > 3000 || before.letters.length > 7) {
      return;
    }
    if (at === word.length) {
      finish(before, changed);
      return;
    }
    const c = word[at];
    const shape = (from: string, to: string): void => {
      for (let i = before.letters.length - 1; i >= 0; i -= 1) {
        if (before.letters[i] === from) {
          follow(with_(before, (next) => { next.letters[i] = to; }), at + 1, true);
        }
      }
    };
    const hook = (): void => {
      for (let i = 0; i + 1 < before.letters.length; i += 1) {
        if ((before.letters[i] === "u" || before.letters[i] === "ư") && before.letters[i + 1] === "o") {
          follow(with_(before, (next) => { next.letters[i] = "ư"; next.letters[i + 1] = "ơ"; }), at + 1, true);
        }
      }
      shape("u", "ư");
      shape("o", "ơ");
    };
    const tone = (number: number): void => follow(with_(before, (next) => { next.tone = number; }), at + 1, true);
    const voiced = before.letters.some(isVowel);
    if (vni && /\d/.test(c)) {
      if (c >= "1" && c <= "5" && voiced) { tone(Number(c)); }
      if (c === "6") { shape("a", "â"); shape("e", "ê"); shape("o", "ô"); }
      if (c === "7") { hook(); }
      if (c === "8") { shape("a", "ă"); }
      if (c === "9") { shape("d", "đ"); }
      return;
    }
    if (!vni) {
      const number = "sfrxj".indexOf(c);
      if (number >= 0 && voiced) {
        tone(number + 1);
        return;
      }
      const shaped: Record<string, string> = {a: "â", e: "ê", o: "ô", d: "đ"};
      if (c in shaped) {
        shape(c, shaped[c]);
      }
      if (c === "w") {
        hook();
        shape("a", "ă");
        follow(with_(before, (next) => { next.letters.push("ư"); }), at + 1, true);
        return;
      }
    }
    follow(with_(before, (next) => { next.letters.push(c); }), at + 1, changed);
  };
  const finish = (syllable: Syllable, changed: boolean): void => {
    if (!changed) {
      return;
    }
    const letters = [...syllable.letters];
    for (let i = 0; i + 1 < letters.length; i += 1) {
      if (letters[i] === "ư" && letters[i + 1] === "o") {
        letters[i + 1] = "ơ";
      } else if (letters[i] === "u" && letters[i + 1] === "ơ" && i + 2 < letters.length && !(i > 0 && letters[i - 1] === "q")) {
        letters[i] = "ư";
      }
    }
    const key = settle(letters.join("")) + String(syllable.tone);
    if (!found.includes(key)) {
      found.push(key);
    }
  };
  follow({letters: [], tone: 0}, 0, false);
  return found;
}

const STARTS = [["s", "x"], ["ch", "tr"], ["d", "gi"], ["d", "r"], ["gi", "r"], ["l", "n"], ["k", "c"], ["qu", "k"], ["qu", "c"], ["v", "d"], ["ngh", "ng"], ["gh", "g"], ["v", "gi"]];
const ENDS = [["n", "ng"], ["t", "c"], ["i", "y"], ["nh", "n"], ["ch", "t"], ["uu", "iu"]];

/** Folded syllables that sound alike in some region or are spelt alike. */
export function soundAlikes(folded: string): string[] {
  const words = new Set<string>();
  if (/^[a-z]+$/.test(folded)) {
    for (const pair of STARTS) {
      for (const [from, to] of [pair, [pair[1], pair[0]]]) {
        if (folded.startsWith(from)) { words.add(to + folded.slice(from.length)); }
      }
    }
    for (const pair of ENDS) {
      for (const [from, to] of [pair, [pair[1], pair[0]]]) {
        if (folded.endsWith(from)) { words.add(folded.slice(0, -from.length) + to); }
      }
    }
  }
  words.delete(folded);
  return [...words];
}

/** Whether one letter more, less, other, or two swapped make one word of the other. */
export function oneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) {
    return false;
  }
  let at = 0;
  while (at < a.length && a[at] === b[at]) { at += 1; }
  const swapped = a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return swapped || a.slice(at + 1) === b.slice(at + 1) || a.slice(at + 1) === b.slice(at) || a.slice(at) === b.slice(at + 1);
}
