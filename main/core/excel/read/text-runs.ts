import { unescapeText } from './escaped-text.ts';
import type { ReadLimits } from './limits.ts';
import { WorkbookError } from './workbook-error.ts';

/** Gathers a rich text's runs; phonetic guides (`rPh`) are not part of the text. */
export interface TextRuns {
  open(name: string): void;
  close(name: string): void;
  text(text: string): void;
  finish(): string;
}

export function createTextRuns(limits: ReadLimits): TextRuns {
  let gathered = '';
  let isText = false;
  let isPhonetic = false;
  return {
    open: (name) => {
      if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    close: (name) => {
      if (name === 'rPh') isPhonetic = false;
      else if (name === 't') isText = false;
    },
    text: (text) => {
      if (isText) gathered += text;
    },
    finish: () => {
      const text = unescapeText(gathered);
      if (text.length > limits.cellCharacters) throw tooLongText(limits);
      return text;
    },
  };
}

export function tooLongText(limits: ReadLimits): WorkbookError {
  return new WorkbookError(
    'too-large',
    `有一个单元格的文字超过 ${limits.cellCharacters} 字，Excel 自己也放不下`,
  );
}
