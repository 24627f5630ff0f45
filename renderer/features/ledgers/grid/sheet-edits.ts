import type { LedgerRow } from '#shared/contract/ledgers.ts';
import { cellText } from '#shared/rules/ledgers/cell-text.ts';
import type { LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import type { LineTexts } from '#shared/rules/ledgers/read-line.ts';
import type { SheetChange, SheetRow } from '#renderer/ui/sheet-grid/types.ts';

/* What was done in the grid and is not saved yet: texts of cells by line, and lines that go. */

export interface Line extends SheetRow {
  /** Null: a new one. */
  row: LedgerRow | null;
}

interface EditedLine {
  /** As it stood when its first cell was touched; null: a new one. */
  seen: LedgerRow | null;
  texts: LineTexts;
}

export interface SheetEdits {
  lines: ReadonlyMap<string, EditedLine>;
  removed: ReadonlySet<string>;
}

export const noEdits: SheetEdits = { lines: new Map(), removed: new Set() };

/** As JSON can keep them. */
export interface PackedEdits {
  lines: (readonly [key: string, line: EditedLine])[];
  removed: string[];
}

export function packedEdits({ lines, removed }: SheetEdits): PackedEdits {
  return { lines: [...lines], removed: [...removed] };
}

export function unpackedEdits({ lines, removed }: PackedEdits): SheetEdits {
  return { lines: new Map(lines), removed: new Set(removed) };
}

/** What was written into some columns, each text once. */
export function textsIn({ lines }: SheetEdits, keys: readonly string[]): string[] {
  const written = [...lines.values()].flatMap(({ texts }) => keys.map((key) => texts[key]?.trim() ?? ''));
  return [...new Set(written)].filter((text) => text !== '');
}

/** The cells of a stored row by meaning. */
export function rowTexts({ columns }: LedgerDefinition, { values, names, place }: LedgerRow): LineTexts {
  const own = columns.map(
    (column) =>
      [column.key, cellText(column, values[column.key], (_column, uid) => names[uid] ?? '')] as const,
  );
  return { ...place, ...Object.fromEntries(own) };
}

/** A cell that is put back to what it was is no longer edited. */
export function withChanges(
  edits: SheetEdits,
  changes: readonly SheetChange[],
  stored: (key: string) => { row: LedgerRow | null; texts: LineTexts },
): SheetEdits {
  const lines = new Map(edits.lines);
  for (const { rowKey, columnKey, text } of changes) {
    const { row, texts: before } = stored(rowKey);
    const edited = lines.get(rowKey) ?? { seen: row, texts: {} };
    const texts = { ...edited.texts, [columnKey]: text };
    const isBack = (before[columnKey] ?? '') === text;
    const kept = isBack
      ? Object.fromEntries(Object.entries(texts).filter(([key]) => key !== columnKey))
      : texts;
    if (Object.keys(kept).length === 0) lines.delete(rowKey);
    else lines.set(rowKey, { ...edited, texts: kept });
  }
  return { ...edits, lines };
}

/** Lines that are not stored are simply emptied. */
export function withoutLines(edits: SheetEdits, lines: readonly Line[]): SheetEdits {
  const left = new Map(edits.lines);
  for (const { key } of lines) left.delete(key);
  const stored = lines.filter(({ row }) => row !== null).map(({ key }) => key);
  return { lines: left, removed: new Set([...edits.removed, ...stored]) };
}

export function countEdits({ lines, removed }: SheetEdits): number {
  return lines.size + removed.size;
}

const NEW = 'new-';

/** Of the new lines below the stored rows. */
export function newKey(index: number): string {
  return `${NEW}${index}`;
}

/** How many new lines it takes to show those that something is written in. */
export function usedLines({ lines }: SheetEdits): number {
  let used = 0;
  for (const key of lines.keys())
    if (key.startsWith(NEW)) used = Math.max(used, Number(key.slice(NEW.length)) + 1);
  return used;
}
