import { chineseCount } from '#shared/rules/papers/numbering.ts';
import type { ReadLimits } from '../../excel/read/limits.ts';
import { WorkbookError } from '../../excel/read/workbook-error.ts';
import { scanXml, type XmlPart } from '../../excel/read/xml-scanner.ts';
import type { ListPlace } from './docx-styles.ts';
import { attribute, count, wordNamespaces } from './docx-vocabulary.ts';
import { textLimits } from './text-limits.ts';

interface ListLevel {
  start: number;
  format: string;
  /** %1、 with a place for the count of each level. */
  text: string;
}

interface Definitions {
  /** Levels by the name of their abstract list. */
  abstract: Map<string, Map<number, ListLevel>>;
  /** Abstract list of each list, and where it starts anew. */
  lists: Map<string, { abstract: string; starts: Map<number, number> }>;
}

/** Gives each paragraph of a list the number that Word would print before it. */
export interface Numbering {
  next(place: ListPlace): string;
}

export function createNumbering(part: XmlPart | undefined, limits: ReadLimits): Numbering {
  const definitions =
    part === undefined ? { abstract: new Map(), lists: new Map() } : scanNumbering(part, limits);
  return createCounter(definitions);
}

function scanNumbering(part: XmlPart, limits: ReadLimits): Definitions {
  const definitions: Definitions = { abstract: new Map(), lists: new Map() };
  let levels: Map<number, ListLevel> | undefined;
  let level: ListLevel | undefined;
  let list: { abstract: string; starts: Map<number, number> } | undefined;
  let overridden = 0;
  const open = (name: string, attributes: Parameters<typeof attribute>[0]): void => {
    const value = attribute(attributes, 'val') ?? '';
    if (name === 'abstractNum') {
      levels = new Map();
      definitions.abstract.set(attribute(attributes, 'abstractNumId') ?? '', levels);
    } else if (name === 'num') {
      list = { abstract: '', starts: new Map() };
      definitions.lists.set(attribute(attributes, 'numId') ?? '', list);
    } else if (name === 'lvl' && list === undefined) {
      level = { start: 1, format: 'decimal', text: '' };
      levels?.set(count(attributes, 'ilvl') ?? 0, level);
    } else if (name === 'start' && level !== undefined) level.start = count(attributes, 'val') ?? 1;
    else if (name === 'numFmt' && level !== undefined) level.format = value;
    else if (name === 'lvlText' && level !== undefined) level.text = value;
    else if (name === 'abstractNumId' && list !== undefined) list.abstract = value;
    else if (name === 'lvlOverride') overridden = count(attributes, 'ilvl') ?? 0;
    else if (name === 'startOverride') list?.starts.set(overridden, count(attributes, 'val') ?? 1);
    if (definitions.abstract.size + definitions.lists.size > textLimits.lists) {
      throw new WorkbookError('too-large', '文件里的编号多得反常');
    }
  };
  const close = (name: string): void => {
    if (name === 'lvl') level = undefined;
    else if (name === 'num') list = undefined;
    else if (name === 'abstractNum') levels = undefined;
  };
  scanXml(part, wordNamespaces, { open, close }, limits);
  return definitions;
}

function createCounter({ abstract, lists }: Definitions): Numbering {
  // Lists that share an abstract list count on from each other.
  const counts = new Map<string, Map<number, number>>();
  const begun = new Set<string>();
  return {
    next: ({ list: name, level }) => {
      const list = lists.get(name);
      const levels = list === undefined ? undefined : abstract.get(list.abstract);
      const own = levels?.get(level);
      if (list === undefined || levels === undefined || own === undefined) return '';
      const counted = counts.get(list.abstract) ?? new Map<number, number>();
      counts.set(list.abstract, counted);
      if (!begun.has(name)) {
        begun.add(name);
        for (const [at, start] of list.starts) counted.set(at, start - 1);
      }
      counted.set(level, (counted.get(level) ?? own.start - 1) + 1);
      for (const deeper of counted.keys()) if (deeper > level) counted.delete(deeper);
      return printed(own, levels, counted);
    },
  };
}

function printed(
  own: ListLevel,
  levels: ReadonlyMap<number, ListLevel>,
  counted: ReadonlyMap<number, number>,
): string {
  if (own.format === 'bullet' || own.format === 'none') return '';
  return own.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1;
    const number = counted.get(level) ?? levels.get(level)?.start ?? 1;
    return formatCount(number, levels.get(level)?.format ?? 'decimal');
  });
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

function formatCount(number: number, format: string): string {
  if (/^(chinese|japanese|taiwanese|ideographDigital)/.test(format)) return chineseCount(number);
  if (format.startsWith('decimalEnclosedCircle')) return CIRCLED.charAt(number - 1) || String(number);
  const letter = number >= 1 && number <= 26 ? String.fromCharCode(96 + number) : String(number);
  if (format === 'lowerLetter') return letter;
  if (format === 'upperLetter') return letter.toUpperCase();
  return String(number);
}
