import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '#shared/errors.ts';
import { writePaperDocx } from '#main/core/documents/docx/write-paper-docx.ts';
import type { PdfContext } from '#main/core/documents/pdf/ask-host.ts';
import { printPapersPdf } from '#main/core/documents/pdf/print-papers-pdf.ts';
import { printedPages } from '#main/core/documents/pdf/printed-pages.ts';
import { defaultDataFolder, programFolders } from '#main/core/program.ts';
import { paperByNumber } from '#main/features/papers/index.ts';
import { createChromiumPdf } from '#main/hosts/chromium-pdf.ts';
import { type Terminal, UsageError } from './command.ts';
import { exportFrom } from './export-from.ts';
import { requireFile } from './result-file.ts';

export const PRINT_USAGE =
  '用法：npm run --silent print -- --data 文件夹 --paper 文号 --out 文件.pdf（或 文件.docx）';

/**
 * Writes the paper of a number to a PDF, or a .docx, and says where it is.
 * @throws UsageError; AppError in plain Chinese
 */
export async function printPaperCommand(args: readonly string[], terminal: Terminal): Promise<void> {
  const { data, paper, out } = readArguments(args);
  const target = resolve(out);
  requireFile(target, '公文.pdf');
  await exportFrom(resolve(data), terminal, async ({ db, temporaryFolder }) => {
    const found = paperByNumber(db, paper);
    const path = join(temporaryFolder, isDocx(out) ? 'paper.docx' : 'paper.pdf');
    const context = contextOf(terminal);
    if (isDocx(out)) {
      const [pages] = await printedPages([found], context);
      await writePaperDocx(path, found, pages);
    } else await printPapersPdf(path, [found], context);
    const operation = isDocx(out) ? 'papers.writeDocx' : 'papers.writePdf';
    return { path, target, asked: { operation, input: { uids: [paper] } } };
  });
}

function contextOf(terminal: Terminal): PdfContext {
  return {
    printPdf: createChromiumPdf(programFolders().renderer),
    progress: (_progress, step) => terminal.say(step),
    throwIfCancelled() {
      if (terminal.signal.aborted) throw new AppError('cancelled');
    },
  };
}

function isDocx(name: string): boolean {
  return name.toLowerCase().endsWith('.docx');
}

function readArguments(args: readonly string[]): { data: string; paper: string; out: string } {
  const { data, paper, out } = parsed(args);
  if (paper === undefined || paper === '') {
    throw new UsageError('缺少 --paper，例如 --paper 临消安办〔2026〕12号。', PRINT_USAGE);
  }
  if (out === undefined || out === '') {
    throw new UsageError('缺少 --out，例如 --out 公文.pdf。', PRINT_USAGE);
  }
  if (!isDocx(out) && !out.toLowerCase().endsWith('.pdf')) {
    throw new UsageError('--out 里的文件名要以 .pdf 或 .docx 结尾。', PRINT_USAGE);
  }
  return { data: data === undefined || data === '' ? defaultDataFolder() : data, paper, out };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { data: text, paper: text, out: text } }).values;
  } catch {
    throw new UsageError(`看不懂这些参数：${args.join(' ')}`, PRINT_USAGE);
  }
}
