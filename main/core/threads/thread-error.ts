import { AppError } from '#shared/errors.ts';
import { TextDocumentError } from '../documents/read/text-document-error.ts';
import { WorkbookError } from '../excel/read/workbook-error.ts';
import { translateError } from '../store/database.ts';
import type { ThreadError } from './protocol.ts';

/** Known errors keep their code; everything else is `internal`, with the detail for the error log. */
export function toThreadError(thrown: unknown): ThreadError {
  const error = translateError(thrown);
  if (error instanceof AppError) return { code: error.code, data: error.data, detail: causeOf(error) };
  if (error instanceof WorkbookError || error instanceof TextDocumentError)
    return { code: 'fileRefused', data: { reason: error.message }, detail: null };
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

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
