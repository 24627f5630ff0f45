import { type IRunOptions, Tab, TextRun } from 'docx';
import type { PaperRun } from '#shared/rules/papers/model.ts';
import { workbookText } from '#shared/workbook-text.ts';
import type { FontName } from './fonts.ts';

interface RunLook {
  font?: FontName;
  bold?: boolean;
  /** Points. */
  size?: number;
}

/** Text in one look; line breaks and tabs within it stay. */
export function text(content: string, look: RunLook = {}): TextRun[] {
  return workbookText(content)
    .split('\n')
    .map((line, index) => {
      const children = line.split('\t').flatMap((part, at) => (at === 0 ? [part] : [new Tab(), part]));
      return new TextRun({ ...runOptions(look), ...(index > 0 && { break: 1 }), children });
    });
}

/** A field that is still open shows its name in brackets, as in the preview. */
export function runs(content: readonly PaperRun[], look: RunLook = {}): TextRun[] {
  return content.flatMap((run) => {
    const shown = run.field !== undefined && run.text === '' ? `【${run.field}】` : run.text;
    return shown === '' ? [] : text(shown, { ...look, ...(run.bold === true && { bold: true }) });
  });
}

function runOptions({ font, bold, size }: RunLook): IRunOptions {
  return {
    ...(font !== undefined && { font: { ascii: font, hAnsi: font, eastAsia: font, cs: font } }),
    ...(bold === true && { bold }),
    ...(size !== undefined && { size: size * 2 }),
  };
}
