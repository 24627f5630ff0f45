import { z } from 'zod';
import type { CellContent, CellData, WorkbookData } from '#shared/workbook.ts';
import { cellTypes } from './reader-protocol.ts';
import { isWorkbookErrorCode, WorkbookError, type WorkbookErrorCode } from './workbook-error.ts';

/** Gathers the reading process's answers; that process handled a foreign file, so nothing of them is believed unseen. */
export interface AnswerGatherer<Content> {
  /**
   * @returns the content once it is complete
   * @throws {WorkbookError} the refusal that the answer carries, or one of its own for an answer that is none
   */
  take(answer: unknown): Content | undefined;
}

// 2 million cells of usual length; what a workbook may hold is limited more finely where it is read.
const LARGEST_ANSWER_CHARACTERS = 150_000_000;

const number = z.int().min(1);
const sheetHead = z.object({
  name: z.string(),
  state: z.enum(['visible', 'hidden', 'veryHidden']),
  rows: z.int().min(0),
  columns: z.int().min(0),
  merges: z.array(z.object({ top: number, left: number, bottom: number, right: number })),
  hiddenRows: z.array(number),
  hiddenColumns: z.array(number),
});
const answerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('refused'),
    code: z.custom<WorkbookErrorCode>(isWorkbookErrorCode),
    reason: z.string(),
  }),
  z.object({
    kind: z.literal('book'),
    sheets: z.array(sheetHead),
    warnings: z.array(z.string()),
    contains: z.object({ macros: z.boolean(), externalLinks: z.boolean(), embeddedObjects: z.boolean() }),
  }),
  z.object({ kind: z.literal('cells'), sheet: z.int(), cells: z.string() }),
  z.object({ kind: z.literal('done') }),
]);

export function createAnswerGatherer(): AnswerGatherer<WorkbookData> {
  let book: WorkbookData | undefined;
  let characters = 0;
  return {
    take: (raw) => {
      const parsed = answerSchema.safeParse(raw);
      if (!parsed.success) throw badAnswer();
      const answer = parsed.data;
      if (answer.kind === 'refused') throw new WorkbookError(answer.code, answer.reason);
      if (answer.kind === 'done') return book ?? fail();
      if (answer.kind === 'book') {
        const { warnings, contains } = answer;
        book = { sheets: answer.sheets.map((head) => ({ ...head, cells: [] })), warnings, contains };
        return undefined;
      }
      characters += answer.cells.length;
      if (characters > LARGEST_ANSWER_CHARACTERS) throw new WorkbookError('too-large', '文件里的内容太多');
      const cells = book?.sheets[answer.sheet]?.cells ?? fail();
      for (const cell of decodeCells(answer.cells)) cells.push(cell);
      return undefined;
    },
  };
}

function decodeCells(json: string): CellData[] {
  const tuples: unknown = JSON.parse(json);
  return Array.isArray(tuples) ? tuples.map(decodeCell) : fail();
}

function decodeCell(tuple: unknown): CellData {
  if (!Array.isArray(tuple)) return fail();
  const [row, column, type, value, shown, formula]: unknown[] = tuple;
  if (typeof row !== 'number' || typeof column !== 'number') return fail();
  const text = typeof shown === 'string' ? shown : String(value);
  const cell: CellData = { row, column, ...decodeContent(type, value), text };
  if (typeof formula === 'string') cell.formula = formula;
  return cell;
}

function decodeContent(typeIndex: unknown, value: unknown): CellContent {
  const type = typeof typeIndex === 'number' ? cellTypes[typeIndex] : undefined;
  switch (type) {
    case 'text':
    case 'date':
    case 'time':
    case 'error':
      return typeof value === 'string' ? { type, value } : fail();
    case 'number':
    case 'duration':
      return typeof value === 'number' ? { type, value } : fail();
    case 'boolean':
      return typeof value === 'boolean' ? { type, value } : fail();
    default:
      return fail();
  }
}

function fail(): never {
  throw badAnswer();
}

function badAnswer(): WorkbookError {
  return new WorkbookError('reader-failed', '读取文件时出错');
}
