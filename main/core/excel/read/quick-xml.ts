import { createThoroughReader } from './thorough-xml.ts';
import type { XmlAttributes, XmlEvents, XmlReader } from './xml-events.ts';
import { withReferences } from './xml-references.ts';

/*
 * Office programs write XML in one plain way: no comments, no sections, no entities of their own, names in ASCII. That
 * is read here, token by token; at the first token that is written otherwise, or is wrong, the thorough reader takes
 * over where it stands. So this one never judges what is well-formed: it only knows some of what is.
 */

const TAB = 0x9;
const LINE_FEED = 0xa;
const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
const AMPERSAND = 0x26;
const SINGLE_QUOTE = 0x27;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;

/** Answers of who reads a token, in place of where it ends: there is more to come, or somebody else has to read it. */
const UNFINISHED = -1;
const STRANGE = -2;

const DECLARATION =
  /^<\?xml version="1\.0"(?: encoding="[A-Za-z][A-Za-z0-9._-]*")?(?: standalone="(?:yes|no)")? ?\?>/u;
/** Characters that XML 1.0 does not allow; halves of a pair do not come out of a decoder. */
const FORBIDDEN = /[^\t\n\u0020-\uFFFD]/;
const ONLY_SPACE = /^[ \t\r\n]*$/;

const LONGEST_REST = 65_536;

/** Of ASCII. */
const nameCharacters = tableOf(/[A-Za-z0-9_:.-]/);
const nameStarts = tableOf(/[A-Za-z_:]/);

function tableOf(characters: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_unused, code) =>
    characters.test(String.fromCharCode(code)) ? 1 : 0,
  );
}

/** Inherits nothing, not even `constructor`; and unlike an object without prototype it is a quick one. */
class TagAttributes {
  [name: string]: string | undefined;
}
Object.setPrototypeOf(TagAttributes.prototype, null);
Reflect.deleteProperty(TagAttributes.prototype, 'constructor');

/** @param events of text as a decoder gives it, without halves of character pairs */
export function createQuickReader(events: XmlEvents): XmlReader {
  const reader = new QuickReader(events);
  return { write: (text) => reader.write(text), close: () => reader.close() };
}

class QuickReader {
  readonly #events: XmlEvents;
  /** Names of the elements that are open. */
  readonly #open: string[] = [];
  #isBegun = false;
  #isRootClosed = false;
  /** What is not whole yet. */
  #rest = '';
  #thorough: XmlReader | null = null;

  constructor(events: XmlEvents) {
    this.#events = events;
  }

  write(text: string): void {
    if (this.#thorough !== null) return this.#thorough.write(text);
    const all = this.#rest + text;
    // The line feed that belongs to it may be about to come.
    const last = all.endsWith('\r') ? '\r' : '';
    const whole = withLineFeeds(last === '' ? all : all.slice(0, -1));
    const { end, isStrange } = FORBIDDEN.test(whole) ? { end: 0, isStrange: true } : this.#readAll(whole);
    this.#isBegun ||= end > 0;
    this.#rest = whole.slice(end) + last;
    // Each look at what is not whole begins anew: long ones are for who goes on where he was.
    if (isStrange || this.#rest.length > LONGEST_REST) this.#handOver();
  }

  close(): void {
    if (this.#thorough === null && this.#isRootClosed && ONLY_SPACE.test(this.#rest)) return;
    // An end within anything is an error, which the thorough reader knows best.
    (this.#thorough ?? this.#handOver()).close();
  }

  #handOver(): XmlReader {
    const tags = this.#open.map((name) => `<${name}>`).join('');
    const before = this.#isBegun ? `<?xml version="1.0"?>${this.#isRootClosed ? '<root/>' : tags}` : '';
    this.#thorough = createThoroughReader(this.#events, before);
    this.#thorough.write(this.#rest);
    return this.#thorough;
  }

  /** @returns how far it was read, and whether somebody else has to read on */
  #readAll(text: string): { end: number; isStrange: boolean } {
    let place = this.#isBegun ? 0 : (DECLARATION.exec(text)?.[0].length ?? 0);
    for (;;) {
      const tag = text.indexOf('<', place);
      if (tag === -1) return { end: place, isStrange: false };
      if (tag > place && !this.#takeText(text.slice(place, tag))) return { end: place, isStrange: true };
      const end = this.#takeTag(text, tag);
      if (end < 0) return { end: tag, isStrange: end === STRANGE };
      place = end;
    }
  }

  /** @returns whether it could be read */
  #takeText(text: string): boolean {
    if (this.#open.length === 0) return ONLY_SPACE.test(text);
    if (text.includes(']]>')) return false;
    const resolved = text.includes('&') ? withReferences(text) : text;
    if (resolved === undefined) return false;
    this.#events.text(resolved);
    return true;
  }

  #takeTag(text: string, start: number): number {
    if (text.charCodeAt(start + 1) === SLASH) return this.#takeEnd(text, start);
    const end = this.#events.takeWhole(text, start);
    return end === -1 ? this.#takeStart(text, start) : end;
  }

  #takeEnd(text: string, start: number): number {
    const name = this.#open.at(-1);
    if (name === undefined) return STRANGE;
    const end = start + 2 + name.length;
    if (end >= text.length) return text.includes('>', start) ? STRANGE : UNFINISHED;
    if (text.charCodeAt(end) !== GREATER || !text.startsWith(name, start + 2)) return STRANGE;
    this.#open.pop();
    this.#isRootClosed = this.#open.length === 0;
    this.#events.close(name);
    return end + 1;
  }

  #takeStart(text: string, start: number): number {
    const nameEnd = endOfName(text, start + 1);
    if (nameEnd < 0 || this.#isRootClosed) return nameEnd === UNFINISHED ? UNFINISHED : STRANGE;
    const attributes = new TagAttributes();
    let count = 0;
    let place = nameEnd;
    for (;;) {
      const from = afterSpace(text, place);
      const code = text.charCodeAt(from);
      if (code === GREATER || code === SLASH) {
        const isEmpty = code === SLASH;
        if (isEmpty && from + 1 >= text.length) return UNFINISHED;
        if (isEmpty && text.charCodeAt(from + 1) !== GREATER) return STRANGE;
        this.#tell(text.slice(start + 1, nameEnd), { attributes, count, isEmpty });
        return from + (isEmpty ? 2 : 1);
      }
      if (from === text.length) return UNFINISHED;
      if (from === place) return STRANGE;
      place = takeAttribute(text, from, attributes);
      if (place < 0) return place;
      count += 1;
    }
  }

  #tell(name: string, tag: { attributes: XmlAttributes; count: number; isEmpty: boolean }): void {
    this.#events.open(name, tag.attributes, tag.count);
    if (!tag.isEmpty) this.#open.push(name);
    else {
      this.#isRootClosed = this.#open.length === 0;
      this.#events.close(name);
    }
  }
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}

/** @param start of a name @returns its end, or why there is none */
function endOfName(text: string, start: number): number {
  if (start >= text.length) return UNFINISHED;
  if (nameStarts[text.charCodeAt(start)] !== 1) return STRANGE;
  let place = start + 1;
  while (nameCharacters[text.charCodeAt(place)] === 1) place += 1;
  return place === text.length ? UNFINISHED : place;
}

function afterSpace(text: string, start: number): number {
  let place = start;
  for (;;) {
    const code = text.charCodeAt(place);
    if (code !== SPACE && code !== LINE_FEED && code !== TAB) return place;
    place += 1;
  }
}

/** @returns where it ends, or why it was not taken */
function takeAttribute(text: string, start: number, attributes: TagAttributes): number {
  const nameEnd = endOfName(text, start);
  if (nameEnd < 0) return nameEnd;
  if (text.charCodeAt(nameEnd) !== EQUALS) return STRANGE;
  const valueStart = nameEnd + 2;
  if (valueStart > text.length) return UNFINISHED;
  const quote = text.charCodeAt(nameEnd + 1);
  if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) return STRANGE;
  let isPlain = true;
  let place = valueStart;
  for (; ; place += 1) {
    const code = text.charCodeAt(place);
    if (code === quote) break;
    if (code === LESS) return STRANGE;
    if (code === AMPERSAND || code === LINE_FEED || code === TAB) isPlain = false;
    else if (place >= text.length) return UNFINISHED;
  }
  const name = text.slice(start, nameEnd);
  const written = text.slice(valueStart, place);
  const value = isPlain ? written : withReferences(written.replaceAll(/[\t\n]/g, ' '));
  if (value === undefined || attributes[name] !== undefined) return STRANGE;
  attributes[name] = value;
  return place + 1;
}
