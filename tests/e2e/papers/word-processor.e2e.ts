import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePaperDocx } from '#main/core/documents/docx/write-paper-docx.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { fullPagesPaper, noticePaper, samplePapers } from '#tests/support/builders/paper.ts';
import { convertAllWithLibreOffice } from '#tests/support/libreoffice.ts';
import { type TextLine, type TextPage, textPages } from '#tests/support/pdf-pages.ts';
import { findTool, notRun } from '#tests/support/tools.ts';
import { printPapers } from './print-papers.ts';

/* The .docx as a word processor lays it out, held against the pages that the program prints. */

const tool = findTool('libreoffice');
if (tool === null) process.stdout.write(`${notRun('papers in a word processor', 'libreoffice')}\n`);

const HALF_LINE = 5;

const folder = mkdtempSync(join(tmpdir(), 'office-docx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * LibreOffice takes overflowPunct the wrong way round: 0, which forbids punctuation beyond the margin, lets it hang
 * there. It is given what makes it do what the file says.
 */
function asLibreOfficeReadsIt(path: string): void {
  const parts = unzipSync(new Uint8Array(readFileSync(path)));
  const styles = strFromU8(parts['word/styles.xml']!);
  expect(styles).toContain('<w:overflowPunct w:val="0"/>');
  parts['word/styles.xml'] = strToU8(
    styles.replaceAll('<w:overflowPunct w:val="0"/>', '<w:overflowPunct w:val="1"/>'),
  );
  writeFileSync(path, zipSync(parts));
}

const { minutes, joint } = samplePapers;
const notice = { ...noticePaper(), body: fullPagesPaper(1_700).body };
/** Papers of running text; in narrow cells of a table a date turns where each program likes. */
const texts: Readonly<Record<string, Paper>> = { notice, joint: joint(), minutes: minutes() };
const all = Object.entries({
  ...Object.fromEntries(Object.entries(samplePapers).map(([name, make]) => [name, make()])),
  ...texts,
});

/** Each paper's pages, all laid out by one run. */
async function pagesInWordProcessor(): Promise<ReadonlyMap<string, TextPage[]>> {
  const paths = all.map(([name]) => join(folder, `${name}.docx`));
  for (const [place, [, paper]] of all.entries()) {
    await writePaperDocx(paths[place]!, paper);
    asLibreOfficeReadsIt(paths[place]!);
  }
  const pdfs = await convertAllWithLibreOffice(tool ?? '', paths, 'pdf', folder);
  return new Map(all.map(([name], place) => [name, textPages(readFileSync(pdfs[place]!))]));
}

/** From top to bottom, as they are read; fonts of one line differ by less than a millimetre. */
function linesOf({ lines }: TextPage): string[] {
  const row = (line: TextLine): number => Math.round((line.top + line.bottom) / 2 / HALF_LINE);
  return lines
    .toSorted((one, other) => row(one) - row(other) || one.left - other.left)
    .map(({ text }) => text);
}

describe.runIf(tool !== null)('a .docx in a word processor', { timeout: 120_000 }, () => {
  let read: ReadonlyMap<string, TextPage[]>;
  beforeAll(async () => {
    read = await pagesInWordProcessor();
  }, 120_000);

  test.each(Object.entries(texts))(
    'has the same lines on each page as the print: %s',
    async (name, paper) => {
      const printed = textPages(await printPapers([paper])).map(linesOf);
      expect(read.get(name)?.map(linesOf)).toEqual(printed);
    },
  );

  test('has as many pages as the print, whatever the paper holds', async () => {
    const printed = textPages(await printPapers(all.map(([, paper]) => paper)));
    expect([...read.values()].flat()).toHaveLength(printed.length);
  });
});
