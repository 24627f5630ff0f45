import type { HostileCase } from './hostile-case.ts';
import { sharedStringsXml, sheetXml, stylesXml, workbookBytes } from './workbook-parts.ts';

function cellCase(name: string, outcome: HostileCase['outcome'], cell: string): HostileCase {
  return { name, outcome, build: () => workbookBytes({ sheet: sheetXml(`<row r="1">${cell}</row>`) }) };
}

function rowsCase(
  name: string,
  outcome: HostileCase['outcome'],
  rows: () => string,
  after?: () => string,
): HostileCase {
  return { name, outcome, build: () => workbookBytes({ sheet: sheetXml(rows(), after?.()) }) };
}

const number = (text: string) => cellCase(`the number ${text}`, 'warning', `<c r="A1"><v>${text}</v></c>`);
const date = (text: string) => cellCase(`the date ${text}`, 'warning', `<c r="A1" s="1"><v>${text}</v></c>`);
const string = (text: string) =>
  cellCase(`the string ${text}`, 'warning', `<c r="A1" t="s"><v>${text}</v></c>`);
const place = (text: string) => cellCase(`the place ${text}`, 'damaged', `<c r="${text}"><v>1</v></c>`);

/** Values that are none, numbers that name nothing, places outside the sheet, and too much of everything. */
export const valueCases: readonly HostileCase[] = [
  ...['NaN', 'Infinity', '1e999', '-1e999', '0x10', '1,5', '１２', '1e-400', '12abc', '9007199254740993'].map(
    number,
  ),
  ...['-1', '0', '60', '2958466', '1e15'].map(date),
  ...['999999', '-1', '__proto__', '1.5', 'constructor'].map(string),
  ...['XFE1', 'ZZZZZ1', 'A1048577', 'A0', '__proto__', 'A1A', '1', 'B2', ''].map(place),
  cellCase('a style that is not there', 'warning', '<c r="A1" s="99"><v>1</v></c>'),
  cellCase('a type that is not there', 'warning', '<c r="A1" t="zz"><v>1</v></c>'),
  cellCase('a truth value that is none', 'warning', '<c r="A1" t="b"><v>yes</v></c>'),
  cellCase('an ISO date that is none', 'warning', '<c r="A1" t="d"><v>2024-02-30</v></c>'),
  cellCase('a formula without a result', 'warning', '<c r="A1"><f>1+1</f></c>'),
  cellCase('one cell twice', 'damaged', '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'),
  rowsCase('one row twice', 'damaged', () => '<row r="1"/><row r="1"/>'),
  rowsCase('rows in disorder', 'damaged', () => '<row r="2"/><row r="1"/>'),
  rowsCase('a row below the last', 'damaged', () => '<row r="1048577"/>'),
  rowsCase('more rows than the format has', 'damaged', () => '<row/>'.repeat(1_048_577)),
  rowsCase('more filled rows than the limit', 'too-large', () =>
    '<row><c><v>1</v></c></row>'.repeat(200_001),
  ),
  rowsCase(
    'merges that overlap',
    'warning',
    () => '',
    () => '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>',
  ),
  rowsCase(
    'a merge that is none',
    'warning',
    () => '',
    () => '<mergeCells><mergeCell ref="B2:A1"/></mergeCells>',
  ),
  rowsCase(
    'a merge that covers another value',
    'warning',
    () => '<row r="1"><c><v>1</v></c><c><v>2</v></c></row>',
    () => '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
  ),
  rowsCase(
    'merges without end',
    'too-large',
    () => '',
    () => {
      const merges = Array.from(
        { length: 5_001 },
        (_, index) => `<mergeCell ref="A${2 * index + 1}:A${2 * index + 2}"/>`,
      );
      return `<mergeCells>${merges.join('')}</mergeCells>`;
    },
  ),
  {
    name: 'one long text shown by very many cells',
    outcome: 'too-large',
    build: () =>
      workbookBytes({
        sharedStrings: sharedStringsXml(`<si><t>${'长'.repeat(30_000)}</t></si>`),
        sheet: sheetXml('<row><c t="s"><v>0</v></c></row>'.repeat(2_000)),
      }),
  },
  {
    name: 'cell formats without end',
    outcome: 'too-large',
    build: () =>
      workbookBytes({ styles: stylesXml.replace('<cellXfs>', `<cellXfs>${'<xf/>'.repeat(70_000)}`) }),
  },
];
