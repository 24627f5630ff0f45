import { AppError } from '#shared/errors.ts';
import { TextDocumentError } from '../documents/read/text-document-error.ts';
import { WorkbookError } from '../excel/read/workbook-error.ts';
import type { ThreadError } from './protocol.ts';

const systemCodes: Readonly<Record<string, 'diskFull' | 'storeUnavailable'>> = {
  SQLITE_FULL: 'diskFull',
  ENOSPC: 'diskFull',
};

/** Known errors keep their code; everything else is `internal`, with the detail for the error log. */
export function toThreadError(error: unknown): ThreadError {
  if (error instanceof AppError) return { code: error.code, data: error.data, detail: causeOf(error) };
  if (error instanceof WorkbookError || error instanceof TextDocumentError)
    return { code: 'fileRefused', data: { reason: error.message }, detail: null };
  const system = systemCodes[codeOf(error)];
  if (system !== undefined) return { code: system, data: {}, detail: describe(error) };
  return { code: 'internal', data: {}, detail: describe(error) };
}

/** What another thread or process has told of its error, as an error again. */
export function fromThreadError({ code, data, detail }: ThreadError): AppError {
  const error = new AppError(code, data);
  if (detail !== null) error.cause = detail;
  return error;
}

/** A store error keeps the driver's own words as its cause, for the error log. */
function causeOf(error: AppError): string | null {
  return error.cause === undefined ? null : describe(error.cause);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
