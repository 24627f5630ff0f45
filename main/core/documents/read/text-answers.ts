import { z } from 'zod';
import type { TextDocument } from '#shared/text-document.ts';
import type { AnswerGatherer } from '../../excel/read/reader-answers.ts';
import {
  isWorkbookErrorCode,
  WorkbookError,
  type WorkbookErrorCode,
} from '../../excel/read/workbook-error.ts';
import { textLimits } from './text-limits.ts';

const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string(), level: z.int().min(0).max(9).nullable() }),
  z.object({ kind: z.literal('table'), rows: z.array(z.array(z.string())) }),
]);
const blocksSchema = z.array(blockSchema);
const answerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('refused'),
    code: z.custom<WorkbookErrorCode>(isWorkbookErrorCode),
    reason: z.string(),
  }),
  z.object({ kind: z.literal('blocks'), blocks: z.string() }),
  z.object({
    kind: z.literal('textDone'),
    warnings: z.array(z.string()),
    contains: z.object({ macros: z.boolean(), externalLinks: z.boolean(), embeddedObjects: z.boolean() }),
  }),
]);

/** As JSON, with room for quotes and the names of fields. */
const LARGEST_ANSWER_CHARACTERS = 4 * textLimits.characters + 100 * textLimits.blocks;

/** Gathers what the reading process answers to a text. */
export function createTextGatherer(): AnswerGatherer<TextDocument> {
  const blocks: TextDocument['blocks'] = [];
  let characters = 0;
  return {
    take: (raw) => {
      const answer = answerSchema.parse(raw);
      if (answer.kind === 'refused') throw new WorkbookError(answer.code, answer.reason);
      if (answer.kind === 'textDone') {
        return { blocks, warnings: answer.warnings, contains: answer.contains };
      }
      characters += answer.blocks.length;
      if (characters > LARGEST_ANSWER_CHARACTERS) throw new WorkbookError('too-large', '文件里的内容太多');
      for (const block of blocksSchema.parse(JSON.parse(answer.blocks))) blocks.push(block);
      return undefined;
    },
  };
}
