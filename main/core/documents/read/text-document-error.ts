import type { WorkbookErrorCode } from '../../excel/read/workbook-error.ts';

/** Why a received text was not read, with what the clerk can do about it. */
const advice: Readonly<Record<WorkbookErrorCode, string>> = {
  'unreadable-file': '请确认文件还在原处、没有被别的程序占用，再重新选择。',
  'not-a-workbook': '请选择用 WPS 或 Word 保存的文档（.docx）、有文字的 PDF 或文本文件（.txt）。',
  'unsupported-format': '请用 WPS 或 Word 打开它，另存为 .docx 后再打开；也可以复制文字直接粘贴。',
  encrypted: '请先在 WPS 或 Word 里取消密码再打开。',
  damaged: '请用 WPS 或 Word 打开检查，另存为新的 .docx 后再打开。',
  unsafe: '正常的文档不会这样，请不要使用，并向发文单位重新索取。',
  'too-large': '请删去多余的内容和图片，或者复制需要的文字直接粘贴。',
  'bad-encoding': '请用记事本打开，确认文字显示正常，另存为 UTF-8 编码后再打开。',
  'too-slow': '请复制需要的文字直接粘贴。',
  'out-of-memory': '请复制需要的文字直接粘贴。',
  'reader-failed': '请再试一次；仍然不行时，请复制需要的文字直接粘贴。',
  cancelled: '需要时可以重新选择文件。',
};

export class TextDocumentError extends Error {
  override readonly name = 'TextDocumentError';
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
