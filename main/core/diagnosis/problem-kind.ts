import { AppError } from '#shared/errors.ts';

/** Which kind of problem, without its words: they may name files or quote what was typed. */
export function problemKind(error: unknown): string {
  if (error instanceof AppError) return `${error.code} ${String(error.data['kind'] ?? '')}`.trim();
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && /^[A-Z_]{2,40}$/.test(String(error.code)) ? ` ${String(error.code)}` : '';
  return `${error.constructor.name}${code}`;
}
