import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';

/** Plain Chinese for what keeps the program from starting; the system's own words only in brackets. */
export function startProblem(error: unknown, dataFolder: string): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AppError || !('code' in error)) return error.message;
  if ('syscall' in error && error.syscall === 'listen') return listenProblem(error.code);
  return `数据文件夹“${dataFolder}”不能使用。请检查它是不是可以写入的文件夹、磁盘是否已满，或用 --data 换一个文件夹。(${error.message})`;
}

/** The backup that leads back to an older program, where the problem is that the data are of a newer one. */
export function backupOfProblem(error: unknown): string | null {
  const backup = error instanceof AppError ? error.data['backup'] : null;
  return typeof backup === 'string' ? backup : null;
}

export function isHeldByAnother(error: unknown): boolean {
  return error instanceof AppError && error.data['kind'] === 'locked';
}

/** Where a pack was double-clicked while the program is open already, and that one did not take it; see handed-over.ts. */
export function packAdvice(error: unknown, pack: string | null): string {
  return pack === null || !isHeldByAnother(error) ? '' : whereToClick(pack);
}

export function whereToClick(pack: string): string {
  return `要打开“${basename(pack)}”，请在已经打开的程序里点“数据交换”，再点“合并数据包”选它。`;
}

export function wasHandedOver(pack: string): string {
  return `“${basename(pack)}”已经交给打开着的工作台，请切换到那个窗口。`;
}

function listenProblem(code: unknown): string {
  const reason = code === 'EADDRINUSE' ? '已被另一个程序占用' : `不能使用(${String(code)})`;
  return `--port 指定的端口${reason}。请换一个端口，或者不写 --port，由程序自己选。`;
}
