import type { CategoryContent, IndicatorContent } from './content.ts';
import { isBonusName, plainName } from './row-kinds.ts';
import { textWithPoints } from './cell-points.ts';

/** An indicator as far as it has been read; further rows may add to it. */
export interface ReadItem {
  row: number;
  number: string;
  contents: string[];
  points: number | null;
  ruleTexts: string[];
  methods: string[];
  sources: string[];
}

export interface ReadCategory {
  row: number;
  /** Column of its name. */
  column: number;
  name: string;
  bonus: boolean;
  /** Points that the sheet states for it. */
  stated: number | null;
  items: ReadItem[];
}

export interface Level {
  text: string;
  row: number;
  column: number;
  points: number | null;
}

const UNNAMED = '考核指标';
const LEVEL_MARK = '—';

/** Gathers categories and items row by row. */
export function createSchemeBuilder() {
  const categories: ReadCategory[] = [];
  let current: ReadCategory | null = null;
  let currentKey = '';
  let item: ReadItem | null = null;

  function open(levels: readonly Level[]): ReadCategory {
    const key = JSON.stringify(levels.map(({ text }) => text));
    if (current !== null && key === currentKey) return current;
    const lowest = levels.at(-1);
    const parts = levels.map(({ text, points }) => ({ ...textWithPoints(text), given: points }));
    const name = parts.map(({ text }) => plainName(text)).join(LEVEL_MARK);
    const last = parts.at(-1);
    current = {
      row: lowest?.row ?? 0,
      column: lowest?.column ?? 0,
      name: name === '' ? UNNAMED : name,
      bonus: levels.some(({ text }) => isBonusName(text)),
      stated: last?.given ?? last?.points ?? null,
      items: [],
    };
    currentKey = key;
    item = null;
    categories.push(current);
    return current;
  }

  return {
    categories,
    /** The category with these levels, opened where it is not the current one. */
    open,
    category: (): ReadCategory => current ?? open([]),
    lastItem: (): ReadItem | null => item,
    addItem(added: ReadItem): void {
      const category = current ?? open([]);
      category.items.push(added);
      item = added;
    },
  };
}

function joined(texts: readonly string[]): string {
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '').join('\n');
}

/** Without rules: none is guessed from a text. */
function toIndicator(read: ReadItem): IndicatorContent {
  return {
    number: read.number,
    content: joined(read.contents),
    maxPoints: read.points ?? 0,
    ruleText: joined(read.ruleTexts),
    method: joined(read.methods),
    source: joined(read.sources),
    floor: 'zero',
    notApplicable: 'rescale',
    condition: null,
    rules: [],
  };
}

export function sumOfItems(category: ReadCategory): number {
  return category.items.reduce((sum, { points }) => sum + (points ?? 0), 0);
}

/** The categories below one that only stands above others: 二、基础建设 over (一)消防站 and (二)水源. */
export function levelsBelow(categories: readonly ReadCategory[], upper: ReadCategory): ReadCategory[] {
  if (upper.items.length > 0) return [];
  const following = categories.slice(categories.indexOf(upper) + 1);
  const end = following.findIndex(({ name }) => !name.startsWith(`${upper.name}${LEVEL_MARK}`));
  return end === -1 ? following : following.slice(0, end);
}

export function toCategory(read: ReadCategory): CategoryContent {
  return {
    name: read.name,
    maxPoints: read.stated ?? sumOfItems(read),
    bonus: read.bonus,
    indicators: read.items.map(toIndicator),
  };
}
