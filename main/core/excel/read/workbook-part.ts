import type { SheetState } from '#shared/workbook.ts';
import type { ReadLimits } from './limits.ts';
import { spreadsheetNamespaces } from './vocabularies.ts';
import { WorkbookError } from './workbook-error.ts';
import { scanXml, type XmlAttributes, type XmlPart } from './xml-scanner.ts';

interface WorkbookOutline {
  is1904: boolean;
  sheets: SheetOutline[];
}

export interface SheetOutline {
  name: string;
  state: SheetState;
  relationship: string;
}

const LONGEST_SHEET_NAME = 255;

/** Reads which sheets the workbook has, in their order, and which calendar it counts by. */
export function readWorkbookPart(part: XmlPart, limits: ReadLimits): WorkbookOutline {
  const outline: WorkbookOutline = { is1904: false, sheets: [] };
  let section = '';
  scanXml(
    part,
    spreadsheetNamespaces,
    {
      open: (name, attributes, depth) => {
        if (depth === 2) section = name;
        if (depth === 2 && name === 'workbookPr') {
          outline.is1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
        } else if (depth === 3 && section === 'sheets' && name === 'sheet') {
          outline.sheets.push(readSheetOutline(attributes));
          checkSheetCount(outline.sheets.length, limits);
        }
      },
    },
    limits,
  );
  checkSheetNames(outline.sheets.map(({ name }) => name));
  return outline;
}

function readSheetOutline(attributes: XmlAttributes): SheetOutline {
  const name = attributes['name'];
  // The prefix of the relationships' namespace is free; nothing else here ends in ":id".
  const idAttribute = Object.keys(attributes).find((key) => key.endsWith(':id'));
  const relationship = idAttribute === undefined ? undefined : attributes[idAttribute];
  if (name === undefined || relationship === undefined) {
    throw new WorkbookError('damaged', '文件里的工作表目录有错');
  }
  return { name, state: sheetState(attributes['state']), relationship };
}

function sheetState(state: string | undefined): SheetState {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

function checkSheetCount(count: number, limits: ReadLimits): void {
  if (count > limits.sheets) throw new WorkbookError('too-large', `工作表超过了 ${limits.sheets} 张的上限`);
}

/** Sheets are chosen by name, so a name must be there and name one sheet. */
export function checkSheetNames(names: readonly string[]): void {
  if (names.length === 0) throw new WorkbookError('damaged', '文件里没有工作表');
  if (names.some((name) => name === '' || name.length > LONGEST_SHEET_NAME)) {
    throw new WorkbookError('damaged', '文件里有一张工作表的名称是空的或者长得反常');
  }
  const different = new Set(names.map((name) => name.toLowerCase()));
  if (different.size < names.length) throw new WorkbookError('damaged', '文件里有两张工作表同名');
}
