import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { AnswerGatherer } from '../excel/read/reader-answers.ts';
import { isWorkbookErrorCode, WorkbookError, type WorkbookErrorCode } from '../excel/read/workbook-error.ts';

/** A file that was taken out of an archive. */
export interface UnpackedFile {
  /** With the folders in the archive, parted by slashes. */
  name: string;
  path: string;
  bytes: number;
  /** Why it could not be taken out, and is empty; null: it was. */
  problem: WorkbookErrorCode | null;
}

const codeSchema = z.custom<WorkbookErrorCode>(isWorkbookErrorCode);

const answerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('refused'),
    code: codeSchema,
    reason: z.string(),
  }),
  z.object({ kind: z.literal('file'), name: z.string().max(65_535) }),
  z.object({ kind: z.literal('bytes'), bytes: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal('broken'), code: codeSchema }),
  z.object({ kind: z.literal('unpacked') }),
]);

/**
 * Gathers what the reading process takes out of an archive into a folder of ours, under numbers: its names go nowhere
 * near the disk.
 * @param most bytes of all files together
 */
export function createArchiveGatherer(folder: string, most: number): AnswerGatherer<UnpackedFile[]> {
  const files: UnpackedFile[] = [];
  let bytes = 0;
  return {
    take: (raw) => {
      const answer = answerSchema.parse(raw);
      if (answer.kind === 'refused') throw new WorkbookError(answer.code, answer.reason);
      if (answer.kind === 'unpacked') return files;
      if (answer.kind === 'file') {
        const path = join(folder, String(files.length));
        writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
        files.push({ name: answer.name, path, bytes: 0, problem: null });
        return undefined;
      }
      const file = files.at(-1);
      if (file === undefined) throw new WorkbookError('damaged', '压缩包里的内容没有名称');
      if (answer.kind === 'broken') {
        file.problem = answer.code;
        return undefined;
      }
      bytes += answer.bytes.length;
      if (bytes > most) throw new WorkbookError('too-large', '压缩包里的内容太多');
      file.bytes += answer.bytes.length;
      appendFileSync(file.path, answer.bytes);
      return undefined;
    },
  };
}
