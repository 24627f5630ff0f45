import type { ReadLimits } from './limits.ts';
import { createTextRuns } from './text-runs.ts';
import { spreadsheetNamespaces } from './vocabularies.ts';
import { WorkbookError } from './workbook-error.ts';
import { scanXml, type XmlPart } from './xml-scanner.ts';

/** The texts that cells name by number; the counts that the part declares are not believed. */
export function readSharedStrings(part: XmlPart, limits: ReadLimits): string[] {
  const strings: string[] = [];
  let characters = 0;
  let runs = createTextRuns(limits);
  scanXml(
    part,
    spreadsheetNamespaces,
    {
      open: (name, _, depth) => {
        if (depth === 2 && name === 'si') runs = createTextRuns(limits);
        else runs.open(name);
      },
      close: (name, depth) => {
        if (depth !== 2 || name !== 'si') return runs.close(name);
        const text = runs.finish();
        characters += text.length;
        if (strings.length >= limits.cells || characters > limits.totalCharacters) {
          throw new WorkbookError('too-large', '文件里的文字多得反常');
        }
        strings.push(text);
      },
      text: (text) => runs.text(text),
    },
    limits,
  );
  return strings;
}
