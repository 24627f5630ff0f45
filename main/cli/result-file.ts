import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { placeFile } from '#main/core/files/place-file.ts';

/** Puts what was written where --out says. @returns its path. @throws AppError in plain Chinese */
export function placeResult(written: string, target: string): string {
  try {
    return placeFile(written, dirname(target), basename(target)).path;
  } catch (error) {
    throw notPlaced(error, target);
  }
}

/** What the page says of the export folder and of buttons means nothing at a command line. */
export function notPlaced(error: unknown, target: string): AppError {
  if (error instanceof AppError && error.code === 'diskFull') return error;
  const reason =
    error instanceof AppError && error.code === 'fileBusy'
      ? `“${target}”正被别的程序打开，请关掉它再试，或者在 --out 里换一个名称。`
      : `不能写入“${target}”，请在 --out 里换一个位置。`;
  return new AppError('refused', { reason });
}

/** @throws AppError where --out names a folder */
export function requireFile(target: string, example: string): void {
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  throw new AppError('refused', {
    reason: `“${target}”是一个文件夹。请在 --out 里写明文件名，如 ${example}。`,
  });
}
