import { appendFileSync } from 'node:fs';

/** Figures of a run, for `npm run torture`, which names a file for them. */
export function note(what: string, figure: string): void {
  const file = process.env['TORTURE_FIGURES'];
  if (file !== undefined) appendFileSync(file, `${what}\t${figure}\n`);
}
