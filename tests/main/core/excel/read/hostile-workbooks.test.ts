import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { spawnBundledReader } from '#tests/support/thread-bundle.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { createWorkbookReader } from '#main/core/excel/read/reader-process.ts';
import { WorkbookError } from '#main/core/excel/read/workbook-error.ts';
import type { WorkbookData } from '#shared/workbook.ts';
import { hostileCases } from '#tests/support/hostile-workbooks/hostile-cases.ts';

const reader = createWorkbookReader(spawnBundledReader);
const prototypeBefore = Object.getOwnPropertyNames(Object.prototype).join();

type Outcome = WorkbookData | WorkbookError;

async function outcomeOf(reading: () => WorkbookData | Promise<WorkbookData>): Promise<Outcome> {
  try {
    return await reading();
  } catch (error) {
    if (error instanceof WorkbookError) return error;
    throw error;
  } finally {
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(prototypeBefore);
  }
}

/** A reason for the clerk: Chinese, without traces of the program. */
function expectChineseReason(error: WorkbookError): void {
  expect(error.message).toMatch(/^[^a-z]*\p{Script=Han}.*。.*请.*。$/su);
  expect(error.message).not.toMatch(/undefined|NaN\b|Error|\[object/);
}

/** What the reader's own watchdogs end is refused as well, but a well-bounded reader needs none of them. */
const watchdogCodes = ['too-slow', 'out-of-memory', 'reader-failed'];

function expectRefusal(result: Outcome, code: string): void {
  expect(result).toBeInstanceOf(WorkbookError);
  expect(result).toMatchObject({ code });
  if (result instanceof WorkbookError) expectChineseReason(result);
}

for (const { name, outcome, build } of hostileCases) {
  const expectation = outcome === 'warning' ? 'is read with a warning' : `is refused as ${outcome}`;
  test(`${name} ${expectation}`, async () => {
    const result = await outcomeOf(() => readWorkbook(build(), defaultReadLimits));
    if (outcome !== 'warning') return expectRefusal(result, outcome);
    expect(result).not.toBeInstanceOf(Error);
    return expect(result).toMatchObject({ warnings: [expect.stringMatching(/\p{Script=Han}/u)] });
  });
}

const throughTheProcess = hostileCases.filter(
  ({ outcome }) => outcome === 'too-large' || outcome === 'unsafe',
);
for (const { name, outcome, build } of throughTheProcess) {
  test(`${name} is refused by the reading process within its time and memory`, async () => {
    expectRefusal(await outcomeOf(() => reader.read(build())), outcome);
  });
}

// A collection of real and made files beside the project; without it the cases above stand for its kinds.
const collection = '../shared/workbooks/hostile';
const outcomesSchema = z.record(z.string(), z.object({ outcome: z.string() }));
if (existsSync(collection)) {
  const outcomes = outcomesSchema.parse(JSON.parse(readFileSync(join(collection, 'outcomes.json'), 'utf8')));
  for (const [name, { outcome }] of Object.entries(outcomes)) {
    test(`${name} from the collection: ${outcome}`, async () => {
      const result = await outcomeOf(() => reader.read(join(collection, name)));
      if (result instanceof WorkbookError) {
        expect(outcome).not.toMatch(/^read/);
        expect(watchdogCodes).not.toContain(result.code);
        expectChineseReason(result);
        return;
      }
      expect(outcome).not.toBe('refuse');
      if (outcome === 'report') expect(result.warnings).not.toHaveLength(0);
      const [, sheets] = /^read:(\d+)$/.exec(outcome) ?? [];
      if (sheets !== undefined) expect(result.sheets).toHaveLength(Number(sheets));
    });
  }
}
