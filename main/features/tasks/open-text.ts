import type { OpenedText } from '#shared/contract/tasks.ts';
import { AppError } from '#shared/errors.ts';
import { LONGEST_TEXT } from '#shared/rules/tasks/sentences.ts';
import { textOfDocument } from '#shared/text-document.ts';
import type { CoreServices } from '#main/core/dispatch/context.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';

const LONGEST_SOURCE = 200;

interface OpenTextInput {
  path: string;
  fileName: string;
  sourceText: string;
}

/** A file as text from which tasks are marked; the result is an OpenedText. */
export function startOpening(input: OpenTextInput, { jobs }: CoreServices): { jobUid: string } {
  return { jobUid: jobs.start('tasks.openText', '读取文字', input).uid };
}

/** The job itself; stores nothing. */
export async function readOpenedText(
  { path, fileName, sourceText }: OpenTextInput,
  job: JobContext,
): Promise<OpenedText> {
  job.progress(null, `读取“${fileName}”`);
  const document = await job.readTextDocument(path);
  job.throwIfCancelled();
  const text = textOfDocument(document);
  refuseTooLong(text);
  return { fileName, text, sourceText: sourceText.slice(0, LONGEST_SOURCE), warnings: document.warnings };
}

function refuseTooLong({ length }: string): void {
  if (length <= LONGEST_TEXT) return;
  const reason = `文件里有 ${length} 个字，一次最多读 ${LONGEST_TEXT} 个字。请在 Word 或 WPS 里复制需要的部分，粘贴到页面里。`;
  throw new AppError('fileRefused', { reason });
}
