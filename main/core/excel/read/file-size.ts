import type { ReadLimits } from './limits.ts';
import { WorkbookError } from './workbook-error.ts';

const MEBIBYTE = 1024 * 1024;

/** @throws {WorkbookError} for an empty file and for one over the limit */
export function checkFileSize(bytes: number, limits: ReadLimits): void {
  if (bytes === 0) throw new WorkbookError('not-a-workbook', '文件是空的');
  if (bytes <= limits.fileBytes) return;
  const [size, limit] = [Math.ceil(bytes / MEBIBYTE), Math.floor(limits.fileBytes / MEBIBYTE)];
  throw new WorkbookError('too-large', `文件有 ${size} MB，超过了 ${limit} MB 的上限`);
}
