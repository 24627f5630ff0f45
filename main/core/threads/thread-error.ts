import { AppError } from '#shared/errors.ts';
import type { ThreadError } from './protocol.ts';

const systemCodes: Readonly<Record<string, 'diskFull' | 'storeUnavailable'>> = {
  SQLITE_FULL: 'diskFull',
  ENOSPC: 'diskFull',
};

/** Known errors keep their code; everything else is `internal`, with the detail for the error log. */
export function toThreadError(error: unknown): ThreadError {
  if (error instanceof AppError) return { code: error.code, data: error.data, detail: null };
  const system = systemCodes[codeOf(error)];
  if (system !== undefined) return { code: system, data: {}, detail: describe(error) };
  return { code: 'internal', data: {}, detail: describe(error) };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
