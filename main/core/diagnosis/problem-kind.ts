import { AppError } from '#shared/errors.ts';

/** Which kind of problem, without its words: they may name files or quote what was typed. */
export function problemKind(error: unknown): string {
  if (error instanceof AppError) {
    const kind = error.data['kind'];
    return typeof kind === 'string' ? `${error.code} ${kind}` : error.code;
  }
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && /^[A-Z_]{2,40}$/.test(String(error.code)) ? ` ${String(error.code)}` : '';
  return `${error.constructor.name}${code}`;
}
