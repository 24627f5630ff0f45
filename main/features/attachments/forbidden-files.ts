import { AppError } from '#shared/errors.ts';
import { fileProblem } from '#shared/rules/attachments/file-problem.ts';
import type { FinishedUpload } from '#main/core/files/files.ts';
import { headOf } from './head-of.ts';

/** @throws AppError fileRefused for programs, whatever they are called, and for files without content */
export function requireAttachable(upload: FinishedUpload): FinishedUpload {
  const problem = fileProblem({ name: upload.name, bytes: upload.bytes, head: headOf(upload.path) });
  if (problem !== null) throw new AppError('fileRefused', { reason: problem });
  return upload;
}
