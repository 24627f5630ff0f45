import { AppError } from '#shared/errors.ts';

/** Plain Chinese for what keeps the program from starting; the system's own words only in brackets. */
export function startProblem(error: unknown, dataFolder: string): string {
  if (!(error instanceof Error)) return String(error);
  const fromSystem = !(error instanceof AppError) && 'code' in error;
  if (!fromSystem) return error.message;
  return `数据文件夹“${dataFolder}”不能使用。请检查它是不是可以写入的文件夹、磁盘是否已满,或用 --data 换一个文件夹。(${error.message})`;
}
