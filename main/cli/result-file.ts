import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { placeFile } from '#main/core/files/place-file.ts';

/** Puts what was written where --out says. @returns its path. @throws AppError in plain Chinese */
export function placeResult(written: string, target: string): string {
  try {
    return placeFile(written, dirname(target), basename(target)).path;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('refused', { reason: `不能写入“${target}”，请在 --out 里换一个位置。` });
  }
}

/** @throws AppError where --out names a folder */
export function requireFile(target: string, example: string): void {
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  throw new AppError('refused', {
    reason: `“${target}”是一个文件夹。请在 --out 里写明文件名，如 ${example}。`,
  });
}
