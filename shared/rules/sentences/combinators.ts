/* The little that a grammar without tokens needs: a parser reads at a place and says what and how far, or null. */

export interface Found<Value> {
  value: Value;
  /** Behind the last character that was read. */
  to: number;
}

export interface Parser<Value> {
  (text: string, at: number): Found<Value> | null;
  /** Codes of the characters that what it reads may begin with; without them it is tried everywhere. */
  starts?: ReadonlySet<number>;
  /** It may read nothing and yet hold. */
  isEmpty?: boolean;
}

export function codesOf(characters: Iterable<string>): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}

/** Tells with which characters a parser begins, so that it is only tried where it may read something. */
export function startingWith<Value>(
  starts: ReadonlySet<number> | undefined,
  read: (text: string, at: number) => Found<Value> | null,
  isEmpty = false,
): Parser<Value> {
  return Object.assign(read, starts === undefined ? {} : { starts }, isEmpty ? { isEmpty } : {});
}

/** The longest of some words, given in one text with blanks between. */
export function words(list: string): Parser<string> {
  const byStart = new Map<number, string[]>();
  const all = list.split(/\s+/u).filter((word) => word !== '');
  for (const word of all.toSorted((left, right) => right.length - left.length)) {
    const start = word.charCodeAt(0);
    const known = byStart.get(start);
    if (known === undefined) byStart.set(start, [word]);
    else known.push(word);
  }
  return startingWith(new Set(byStart.keys()), (text, at) => {
    const word = byStart.get(text.charCodeAt(at))?.find((candidate) => text.startsWith(candidate, at));
    return word === undefined ? null : { value: word, to: at + word.length };
  });
}

/** What a parser reads, as it is written. */
export function textOf<Value>(parser: Parser<unknown>, change: (text: string) => Value): Parser<Value> {
  return startingWith(parser.starts, (text, at) => {
    const found = parser(text, at);
    return found === null ? null : { value: change(text.slice(at, found.to)), to: found.to };
  });
}

/** One of several meanings, each with the words for it. */
export function meaning<Value>(of: readonly (readonly [Value, string])[]): Parser<Value> {
  return alt(...of.map(([value, list]) => map(words(list), () => value)));
}

export function map<From, To>(parser: Parser<From>, change: (value: From) => To | null): Parser<To> {
  const { starts, isEmpty } = parser;
  return startingWith(
    starts,
    (text, at) => {
      const found = parser(text, at);
      const value = found === null ? null : change(found.value);
      return found === null || value === null ? null : { value, to: found.to };
    },
    isEmpty,
  );
}

/** With which characters parsers that stand behind each other begin. */
function startsOfRow(parsers: readonly Parser<unknown>[]): ReadonlySet<number> | undefined {
  const starts = new Set<number>();
  for (const parser of parsers) {
    if (parser.starts === undefined) return undefined;
    for (const start of parser.starts) starts.add(start);
    if (parser.isEmpty !== true) return starts;
  }
  return starts;
}

/** One behind the other. */
export function seq<Values extends readonly unknown[]>(
  ...parsers: { [Place in keyof Values]: Parser<Values[Place]> }
): Parser<Values>;
export function seq(...parsers: readonly Parser<unknown>[]): Parser<readonly unknown[]> {
  const isEmpty = parsers.every((parser) => parser.isEmpty === true);
  const starts = startsOfRow(parsers);
  return startingWith(
    starts,
    (text, at) => {
      if (!isEmpty && starts?.has(text.charCodeAt(at)) === false) return null;
      const values: unknown[] = [];
      let to = at;
      for (const parser of parsers) {
        const found = parser(text, to);
        if (found === null) return null;
        values.push(found.value);
        ({ to } = found);
      }
      return { value: values, to };
    },
    isEmpty,
  );
}

/** The first that reads something. */
export function alt<Value>(...parsers: readonly Parser<Value>[]): Parser<Value> {
  const isOpen = parsers.some(({ starts }) => starts === undefined);
  const starts = new Set(parsers.flatMap((parser) => [...(parser.starts ?? [])]));
  const isEmpty = parsers.some((parser) => parser.isEmpty === true);
  const byStart = new Map<number, readonly Parser<Value>[]>();
  return startingWith(
    isOpen ? undefined : starts,
    (text, at) => {
      const start = text.charCodeAt(at);
      let tried = byStart.get(start);
      if (tried === undefined) {
        tried = parsers.filter((parser) => parser.isEmpty === true || (parser.starts?.has(start) ?? true));
        byStart.set(start, tried);
      }
      for (const parser of tried) {
        const found = parser(text, at);
        if (found !== null) return found;
      }
      return null;
    },
    isEmpty,
  );
}

export function optional<Value>(parser: Parser<Value>): Parser<Value | null> {
  return startingWith<Value | null>(
    parser.starts,
    (text, at) => parser(text, at) ?? { value: null, to: at },
    true,
  );
}

export function many<Value>(parser: Parser<Value>): Parser<Value[]> {
  return startingWith(
    parser.starts,
    (text, at) => {
      const values: Value[] = [];
      let to = at;
      for (let found = parser(text, to); found !== null; found = parser(text, to)) {
        values.push(found.value);
        ({ to } = found);
      }
      return { value: values, to };
    },
    true,
  );
}

const NOTHING: ReadonlySet<number> = new Set();

/** Reads nothing; holds only where the parser would not read. */
export function not(parser: Parser<unknown>): Parser<null> {
  return startingWith(
    NOTHING,
    (text, at) => (parser(text, at) === null ? { value: null, to: at } : null),
    true,
  );
}

/** Reads nothing; holds only where the parser would read. */
export function ahead(parser: Parser<unknown>): Parser<null> {
  return startingWith(
    NOTHING,
    (text, at) => (parser(text, at) === null ? null : { value: null, to: at }),
    true,
  );
}

/** A few characters of any words, as few as possible, then the parser. Stops at `never`. */
export function within<Value>(most: number, never: string, parser: Parser<Value>): Parser<[string, Value]> {
  return (text, at) => {
    for (let from = at; from <= at + most && from < text.length; from += 1) {
      const found = parser(text, from);
      if (found !== null) return { value: [text.slice(at, from), found.value], to: found.to };
      if (never.includes(text.charAt(from))) return null;
    }
    return null;
  };
}
