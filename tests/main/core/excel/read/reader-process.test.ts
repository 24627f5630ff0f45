import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { spawnBundledReader } from '#tests/support/thread-bundle.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { createWorkbookReader, type ReaderChild } from '#main/core/excel/read/reader-process.ts';
import { xlsBytes } from '#tests/support/hostile-workbooks/binary-cases.ts';
import { sheetXml, workbookBytes } from '#tests/support/hostile-workbooks/workbook-parts.ts';

const folder = mkdtempSync(join(tmpdir(), 'reader-'));
afterAll(() => rmSync(folder, { recursive: true }));

const reader = createWorkbookReader(spawnBundledReader);
const rows = Array.from(
  { length: 5_000 },
  (_, row) => `<row><c><v>${row}</v></c><c t="str"><f>A1</f><v>甲${row}</v></c></row>`,
);
const large = workbookBytes({ sheet: sheetXml(rows.join('')) });

/** A child in this process that answers every message as the test wants. */
function scriptedChild(answers: unknown[]): ReaderChild {
  let listener: ((message: unknown) => void) | undefined;
  return {
    pid: undefined,
    send: () => queueMicrotask(() => listener?.(answers.shift())),
    onMessage: (given) => {
      listener = given;
    },
    onExit: () => {},
    kill: () => {},
  };
}

test('a workbook comes out of the other process as it was read there', async () => {
  const path = join(folder, '大名单.xlsx');
  writeFileSync(path, large);
  const book = await reader.read(path);
  expect(book).toEqual(readWorkbook(large, defaultReadLimits));
  expect(book.sheets[0]?.cells).toHaveLength(10_000);
});

test('bytes are read as a file is, for either format', async () => {
  const [xlsx, xls] = await Promise.all([reader.read(workbookBytes()), reader.read(xlsBytes())]);
  expect(xlsx.sheets[0]?.cells.map(({ value }) => value)).toEqual(['单位', '得分', '甲区', 88.5]);
  expect(xls.sheets[0]?.cells.map(({ value }) => value)).toEqual(['单位', '得分', '甲区', 88.5]);
});

test('the process is gone after the answer', async () => {
  let child: ReaderChild | undefined;
  const gone = Promise.withResolvers<void>();
  await createWorkbookReader(() => {
    child = spawnBundledReader();
    child.onExit(() => gone.resolve());
    return child;
  }).read(workbookBytes());
  await gone.promise;
  expect(() => process.kill(child!.pid!, 0)).toThrow();
});

test('a file that takes too long is given up', async () => {
  await expect(reader.read(large, { timeoutMilliseconds: 1 })).rejects.toMatchObject({ code: 'too-slow' });
});

test.runIf(process.platform === 'linux')('a process that takes too much memory is ended', async () => {
  await expect(reader.read(large, { memoryLimitBytes: 1_000_000 })).rejects.toMatchObject({
    code: 'out-of-memory',
  });
});

test('a process that breaks down is reported as such', async () => {
  const breaking = createWorkbookReader(() => {
    const child = spawnBundledReader();
    process.kill(child.pid!, 'SIGKILL');
    return child;
  });
  await expect(breaking.read(large)).rejects.toMatchObject({ code: 'reader-failed' });
});

test('a process that does not start is reported as such', async () => {
  const missing = createWorkbookReader(() => {
    throw new Error('spawn failed');
  });
  await expect(missing.read(large)).rejects.toMatchObject({ code: 'reader-failed' });
});

test('reading is stopped by the clerk', async () => {
  const controller = new AbortController();
  const reading = reader.read(large, { signal: controller.signal });
  controller.abort();
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  await expect(reader.read(large, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'cancelled',
  });
});

test('a file that is missing, a folder and a file over the limit are refused without a process', async () => {
  const noProcess = createWorkbookReader(() => {
    throw new Error('no process is needed');
  });
  await expect(noProcess.read(join(folder, '没有.xlsx'))).rejects.toMatchObject({ code: 'unreadable-file' });
  await expect(noProcess.read(new Uint8Array(21 * 1024 * 1024))).rejects.toMatchObject({ code: 'too-large' });
});

test('a folder is refused', async () => {
  await expect(reader.read(folder)).rejects.toMatchObject({ code: 'unreadable-file' });
});

const head = {
  kind: 'book',
  sheets: [
    { name: '表', state: 'visible', rows: 1, columns: 1, merges: [], hiddenRows: [], hiddenColumns: [] },
  ],
  warnings: [],
  contains: { macros: false, externalLinks: false, embeddedObjects: false },
};

test.each([
  ['nothing', [undefined]],
  ['another kind', [{ kind: 'run', command: 'x' }]],
  ['a refusal that is not known', [{ kind: 'refused', code: '__proto__', reason: 'x' }]],
  ['cells without a book', [{ kind: 'cells', sheet: 0, cells: '[]' }]],
  ['an end without a book', [{ kind: 'done' }]],
  ['cells of a sheet that is not there', [head, { kind: 'cells', sheet: 7, cells: '[]' }]],
  ['cells that are no JSON', [head, { kind: 'cells', sheet: 0, cells: '[[' }]],
  ['a value against its type', [head, { kind: 'cells', sheet: 0, cells: '[[1,1,1,"甲"]]' }]],
  ['a type that is not there', [head, { kind: 'cells', sheet: 0, cells: '[[1,1,99,"甲"]]' }]],
])('an answer is not believed when it is %s', async (_, answers) => {
  const reading = createWorkbookReader(() => scriptedChild([...answers])).read(large);
  await expect(reading).rejects.toMatchObject({ code: 'reader-failed' });
});

test('an answer beyond all measure is refused before it fills the memory', async () => {
  const portion = { kind: 'cells', sheet: 0, cells: `[${' '.repeat(40_000_000)}]` };
  const reading = createWorkbookReader(() => scriptedChild([head, portion, portion, portion, portion])).read(
    large,
  );
  await expect(reading).rejects.toMatchObject({ code: 'too-large' });
});
