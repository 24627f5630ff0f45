import * as z from 'zod';
import type { SheetData } from '../../workbook.ts';
import {
  type CategoryContent,
  headSchema,
  indicatorContentSchema,
  type SchemeContent,
  categoryContentSchema,
} from './content.ts';

/*
 * What an own export carries on a hidden sheet besides what is to be seen: settings and rules. One row for the
 * scheme, each category and each indicator: kind, then its JSON over as many cells as it needs.
 */

export const DATA_SHEET = '方案数据';
const FORMAT = 1;
/** A cell takes 32 767 characters; a text may double where its writer has to escape it. */
const CHUNK = 16_000;

const kindSchema = z.enum(['scheme', 'category', 'indicator']);
const categoryRecordSchema = categoryContentSchema.omit({ indicators: true });

export function carriedRows(scheme: SchemeContent): (string | number)[][] {
  const { categories, ...head } = scheme;
  const rows = [[DATA_SHEET, FORMAT], carriedRow('scheme', head)];
  for (const { indicators, ...category } of categories) {
    rows.push(carriedRow('category', category));
    for (const indicator of indicators) rows.push(carriedRow('indicator', indicator));
  }
  return rows;
}

function carriedRow(kind: z.infer<typeof kindSchema>, record: object): (string | number)[] {
  const json = JSON.stringify(record).replaceAll(/[\u007F\uFFFE\uFFFF]/gu, escaped);
  const row: (string | number)[] = [kind];
  for (let start = 0; start < json.length; ) {
    const end = endOfChunk(json, start);
    row.push(json.slice(start, end));
    start = end;
  }
  return row;
}

/** Never between the halves of one character. */
function endOfChunk(json: string, start: number): number {
  const end = Math.min(start + CHUNK, json.length);
  const last = json.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The carried scheme; null where the sheet is of another kind, of a later format or damaged. */
export function readCarriedData(sheet: SheetData): SchemeContent | null {
  const rows = new Map<number, string[]>();
  for (const { row, column, value } of sheet.cells) {
    const texts = rows.get(row) ?? [];
    texts[column - 1] = String(value);
    rows.set(row, texts);
  }
  const [[name, format] = [], ...records] = [...rows].toSorted(([a], [b]) => a - b).map(([, texts]) => texts);
  if (name !== DATA_SHEET || Number(format) !== FORMAT) return null;
  try {
    return assemble(records.map(([kind, ...chunks]) => [kind, JSON.parse(chunks.join(''))]));
  } catch {
    // Whoever changes a hidden sheet gets what can be seen.
    return null;
  }
}

function assemble(records: readonly (readonly [string | undefined, unknown])[]): SchemeContent {
  const [[kind, head] = [], ...others] = records;
  if (kind !== 'scheme') throw new Error('the scheme record is missing');
  const categories: CategoryContent[] = [];
  for (const [of, record] of others) {
    if (kindSchema.parse(of) === 'category') {
      categories.push({ ...categoryRecordSchema.parse(record), indicators: [] });
    } else {
      const category = categories.at(-1);
      if (category === undefined) throw new Error('an indicator stands before its category');
      category.indicators.push(indicatorContentSchema.parse(record));
    }
  }
  return { ...headSchema.parse(head), categories };
}
