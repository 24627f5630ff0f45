import type { OpenedText } from '#shared/contract/tasks.ts';

export interface OpenedFile extends OpenedText {
  /** The received paper that it came with. */
  receivedUid: string | null;
}

/** Whether anything of the file is still there after the clerk has changed or pasted over its text. */
export function isOfFile(text: string, file: OpenedFile): boolean {
  return text.split(/[\n。；;！!？?]/u).some((part) => part.trim() !== '' && file.text.includes(part.trim()));
}
