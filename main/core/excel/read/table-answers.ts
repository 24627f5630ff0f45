import { z } from 'zod';
import type { AnswerGatherer } from './reader-answers.ts';
import type { ReadSheetTable, SourceRow } from './source-table.ts';
import { isWorkbookErrorCode, WorkbookError, type WorkbookErrorCode } from './workbook-error.ts';

const LARGEST_ANSWER_CHARACTERS = 150_000_000;
const answerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('refused'),
    code: z.custom<WorkbookErrorCode>(isWorkbookErrorCode),
    reason: z.string(),
  }),
  z.object({ kind: z.literal('table'), sheet: z.string().nullable(), sheets: z.array(z.string()) }),
  z.object({ kind: z.literal('rows'), rows: z.string() }),
  z.object({ kind: z.literal('tableDone') }),
]);

/** Gathers what the reading process answers to a table. */
export function createTableGatherer(): AnswerGatherer<ReadSheetTable> {
  let read: ReadSheetTable | undefined;
  let characters = 0;
  return {
    take: (raw) => {
      const answer = answerSchema.parse(raw);
      if (answer.kind === 'refused') throw new WorkbookError(answer.code, answer.reason);
      if (answer.kind === 'table') {
        const { sheet, sheets } = answer;
        read = { table: sheet === null ? null : { sheet, rows: [] }, sheets };
        return undefined;
      }
      if (read === undefined) throw new Error('rows before their table');
      if (answer.kind === 'tableDone') return read;
      characters += answer.rows.length;
      if (characters > LARGEST_ANSWER_CHARACTERS) throw new WorkbookError('too-large', '文件里的内容太多');
      for (const row of decodeRows(answer.rows)) read.table?.rows.push(row);
      return undefined;
    },
  };
}

function decodeRows(json: string): SourceRow[] {
  const rows: unknown = JSON.parse(json);
  if (!Array.isArray(rows)) throw new Error('no rows');
  return rows.map(decodeRow);
}

function decodeRow(tuple: unknown): SourceRow {
  const [row, cells, unread]: unknown[] = Array.isArray(tuple) ? tuple : [];
  if (typeof row !== 'number' || !isTexts(cells)) throw new Error('no row');
  if (unread === undefined) return { row, cells };
  if (!isNumbers(unread)) throw new Error('no row');
  return { row, cells, unread };
}

function isTexts(cells: unknown): cells is string[] {
  return Array.isArray(cells) && cells.every((cell) => typeof cell === 'string');
}

function isNumbers(places: unknown): places is number[] {
  return Array.isArray(places) && places.every((place) => typeof place === 'number');
}
