/** Why a workbook was not read, with what the clerk can do about it. */
const advice = {
  'unreadable-file': '请确认文件还在原处、没有被别的程序占用，再重新选择。',
  'not-a-workbook': '请选择用 Excel 或 WPS 保存的表格文件（.xlsx、.xls 或 .et）。',
  'unsupported-format': '请用 Excel 或 WPS 打开它，另存为 .xlsx 后再导入。',
  encrypted: '请先在 Excel 或 WPS 里取消密码再导入。',
  damaged: '请用 Excel 或 WPS 打开检查，另存为新的 .xlsx 后再导入。',
  unsafe: '正常的表格不会这样，请不要使用，并向提供文件的单位重新索取。',
  'too-large': '请删去多余的行、列、格式和图片，或者拆成几个文件后再导入。',
  'bad-encoding': '请用 Excel 或 WPS 打开，确认文字显示正常，另存为 .xlsx 后再导入。',
  'too-slow': '请删去多余的内容，或者拆成几个较小的文件后再导入。',
  'out-of-memory': '请删去多余的内容，或者拆成几个较小的文件后再导入。',
  'reader-failed': '请再试一次；仍然不行时，请用 Excel 或 WPS 打开，另存为新的 .xlsx 后再导入。',
  cancelled: '需要时可以重新选择文件。',
} as const;

export type WorkbookErrorCode = keyof typeof advice;

export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';
  readonly code: WorkbookErrorCode;
  /** What is wrong with the file, in Chinese, without the advice. */
  readonly reason: string;

  /** @param reason Chinese, a sentence without its full stop. */
  constructor(code: WorkbookErrorCode, reason: string, options?: ErrorOptions) {
    super(`${reason}。${advice[code]}`, options);
    this.code = code;
    this.reason = reason;
  }
}

export function isWorkbookErrorCode(value: unknown): value is WorkbookErrorCode {
  return typeof value === 'string' && Object.hasOwn(advice, value);
}
