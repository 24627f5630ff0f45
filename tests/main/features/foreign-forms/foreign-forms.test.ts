import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FilledPreview, OfferedSource } from '#shared/contract/foreign-forms.ts';
import type { WrittenFile } from '#shared/contract/files.ts';
import { misfitsOf } from '#shared/rules/foreign-forms/fit.ts';
import {
  columnHeading,
  type FormLayout,
  lookUpLayout,
  rowHeading,
} from '#shared/rules/foreign-forms/layout.ts';
import { emptyPointing, type PointedBlock, type Pointing } from '#shared/rules/foreign-forms/pointing.ts';
import { fillForm } from '#main/core/excel/fill/fill-form.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbookFile } from '#main/core/excel/read/read-workbook.ts';
import { lookUpSheet } from '#shared/workbook.ts';
import { type Client, finishedJob } from '#tests/support/core.ts';
import { type SampleOffice, startSampleOffice } from '#tests/support/sample-office.ts';
import { upload } from '#tests/support/upload.ts';

const formsFolder = join(import.meta.dirname, '../../../fixtures/forms');
const quarterly = readFileSync(join(formsFolder, 'quarterly.xlsx'));

let sample: SampleOffice;
let client: Client;
beforeAll(async () => {
  sample = await startSampleOffice();
  ({ client } = sample);
  await client.office.update({ name: '临川市消防安全委员会办公室', exportFolder: sample.office.dataFolder });
});
afterAll(() => sample.office.close());

async function resultOf<Result>(started: Promise<{ jobUid: string }>): Promise<Result> {
  const job = await finishedJob(client, (await started).jobUid);
  if (job.status !== 'done') throw new Error(job.problem ?? job.status);
  return job.result as Result;
}

async function add(name: string, bytes: Uint8Array = quarterly, fileName = '季度表.xlsx'): Promise<string> {
  const fileToken = await upload(client, fileName, bytes);
  return (await resultOf<{ uid: string }>(client.foreignForms.add({ fileToken, name }))).uid;
}

const open = (uid: string) => resultOf<FormLayout>(client.foreignForms.open({ uid }));
const SHEET = '考核汇总';

/** Points as a clerk does: the headings are those of the form. */
async function pointedAt(uid: string, more: Partial<PointedBlock> = {}): Promise<Pointing> {
  const layout = await open(uid);
  const look = lookUpLayout(layout.sheets[0]!);
  const column = (place: number, field: string, format: 'asIs' | 'two' = 'asIs') => ({
    column: place,
    field,
    format,
    heading: columnHeading(look, 6, place),
  });
  return {
    cells: [
      {
        sheet: SHEET,
        row: 2,
        column: 2,
        source: 'office',
        field: 'officeName',
        format: 'asIs',
        heading: '填报单位：',
      },
      {
        sheet: SHEET,
        row: 2,
        column: 8,
        source: 'office',
        field: 'lastDay',
        format: 'asIs',
        heading: '填报日期：',
      },
    ],
    blocks: [
      {
        sheet: SHEET,
        top: 6,
        bottom: 8,
        source: 'assessmentResults',
        columns: [
          column(1, 'number'),
          column(2, 'unit'),
          column(3, 'total', 'two'),
          column(7, 'rank'),
          column(8, 'grade'),
        ],
        filters: [],
        order: null,
        match: null,
        below: rowHeading(look, 9),
        ...more,
      },
    ],
    repeats: [],
  };
}

async function point(uid: string, pointing: Pointing): Promise<void> {
  const { pointing: base } = await client.foreignForms.get({ uid });
  await client.foreignForms.update({ uid, base: { pointing: base }, set: { pointing } });
}

async function scoredPeriod() {
  const periods = await client.assessment.periods();
  const period = periods.find(({ kind }) => kind === 'quarter')!;
  const results = await client.assessment.results({ periodUid: period.uid });
  return { choice: { from: period.firstDay, to: period.lastDay, periodUid: period.uid }, period, results };
}

describe('what a form can be filled with', () => {
  it('is offered by name and by initials, the indicators of a period among it', async () => {
    const { period } = await scoredPeriod();
    const sources = await client.foreignForms.fields({ periodUid: period.uid });
    const results = sources.find(({ key }) => key === 'assessmentResults')!;
    expect(results.fields.find(({ key }) => key === 'unit')?.initials).toContain('bkpdw');
    expect(results.fields.filter(({ key }) => key.startsWith('item:')).length).toBeGreaterThan(20);
    expect(sources.map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        'office',
        'units',
        'findingsByCounty',
        'tasks',
        'notices',
        'listed',
        'meetings',
        'roster',
      ]),
    );
  });

  it('bears no key twice, so that what was pointed at stays what it was', async () => {
    const sources = await client.foreignForms.fields({ periodUid: (await scoredPeriod()).period.uid });
    const keys = sources.flatMap((source) => source.fields.map(({ key }) => `${source.key} ${key}`));
    expect(new Set(keys).size).toBe(keys.length);
    for (const { fields } of sources) expect(fields.length).toBeGreaterThan(0);
  });
});

describe('a form of the upper office', () => {
  it('is kept with what was pointed at, and filled with the results of a period', async () => {
    const uid = await add('季度考核表');
    await point(uid, await pointedAt(uid));
    const { choice, results } = await scoredPeriod();
    const written = await resultOf<WrittenFile>(client.foreignForms.fillIn({ uid, ...choice }));
    expect(written.name).toBe(`季度考核表 ${choice.from}至${choice.to}.xlsx`);
    const sheet = lookUpSheet(
      readWorkbookFile(join(written.folder, written.name), defaultReadLimits).sheets[0]!,
    );
    const rows = results.flatMap((group) => group.rows);
    expect(sheet.cellAt(2, 2)?.value).toBe('临川市消防安全委员会办公室');
    expect(sheet.cellAt(2, 8)).toMatchObject({ type: 'date', value: choice.to });
    expect(rows.map((_row, index) => sheet.cellAt(6 + index, 2)?.value)).toEqual(
      rows.map(({ name }) => name),
    );
    const shown = rows.map((_row, index) => sheet.cellAt(6 + index, 3)?.value ?? null);
    expect(shown).toEqual(rows.map(({ total }) => (total === null ? null : Math.round(total / 10) / 100)));
    expect(sheet.cellAt(6 + rows.length, 1)?.value).toBe('合计');
  });

  it('shows in its preview what will be filled, and what will not and why', async () => {
    const uid = await add('预览的表');
    await point(uid, await pointedAt(uid));
    const { choice, results } = await scoredPeriod();
    const preview = await resultOf<FilledPreview>(client.foreignForms.preview({ uid, ...choice }));
    const count = results.flatMap(({ rows }) => rows).length;
    expect(preview.filled[0]?.cells).toHaveLength(2 + 5 * count);
    const without = await resultOf<FilledPreview>(
      client.foreignForms.preview({ uid, ...choice, periodUid: null }),
    );
    expect(without.remarks.join('\n')).toContain('要选考核期才能填');
    const written = await resultOf<WrittenFile>(
      client.foreignForms.fillIn({ uid, from: choice.from, to: choice.to, periodUid: null }),
    );
    expect(written.remarks).toEqual(without.remarks);
  });

  it('takes only the records that its conditions hold for, in the order that was chosen', async () => {
    const uid = await add('筛选的表');
    const filters = [{ field: 'rank', comparison: 'atMost', value: '2' } as const];
    await point(uid, await pointedAt(uid, { filters, order: { field: 'rank', descending: true } }));
    const { choice } = await scoredPeriod();
    const { layout } = await resultOf<FilledPreview>(client.foreignForms.preview({ uid, ...choice }));
    const look = lookUpLayout(layout.sheets[0]!);
    const ranks = [6, 7, 8].flatMap((row) => look.cellAt(row, 7)?.value ?? []);
    expect(ranks.every((rank) => Number(rank) <= 2)).toBe(true);
    expect(ranks).toEqual(ranks.toSorted((one, other) => Number(other) - Number(one)));
    expect(look.cellAt(6, 1)?.value).toBe(1);
  });

  it('has a sheet for each county, each with its own rows', async () => {
    const uid = await add('每县一张的表');
    const filters = [{ field: 'level', comparison: 'is', value: '县(市、区)' } as const];
    const match = { field: 'unit', ofSheet: 'name' };
    const pointing = await pointedAt(uid, { match });
    const cell = {
      sheet: SHEET,
      row: 2,
      column: 2,
      source: 'units',
      field: 'name',
      format: 'asIs',
      heading: '填报单位：',
    } as const;
    await point(uid, {
      cells: [cell],
      blocks: pointing.blocks,
      repeats: [{ sheet: SHEET, source: 'units', title: 'shortName', filters, order: null }],
    });
    const { choice } = await scoredPeriod();
    const { layout } = await resultOf<FilledPreview>(client.foreignForms.preview({ uid, ...choice }));
    const tree = await client.organizations.tree({ day: choice.to });
    const counties = tree.filter(({ level }) => level === 'county');
    expect(layout.sheets.map(({ name }) => name)).toEqual([
      ...counties.map(({ shortName }) => shortName),
      '分析',
      '填表说明',
    ]);
    for (const [index, { name }] of counties.entries()) {
      const look = lookUpLayout(layout.sheets[index]!);
      expect(look.cellAt(2, 2)?.value).toBe(name);
      expect([6, 7].flatMap((row) => look.cellAt(row, 2)?.value ?? []).every((unit) => unit === name)).toBe(
        true,
      );
    }
  });

  it('says which formulas go because their cells are filled, those of repeated rows among them', async () => {
    const uid = await add('有公式的表');
    const pointing = await pointedAt(uid);
    const [block] = pointing.blocks;
    const columns = [...block!.columns, { ...block!.columns[0]!, column: 4 }];
    const cell = { ...pointing.cells[0]!, row: 9, column: 3 };
    const { choice } = await scoredPeriod();
    const formulas = async (pointed: Pointing) => {
      await point(uid, pointed);
      const { remarks } = await resultOf<FilledPreview>(client.foreignForms.preview({ uid, ...choice }));
      return remarks.filter((remark) => remark.includes('公式'));
    };
    expect(await formulas(pointing)).toEqual([]);
    const filled = { ...pointing, cells: [...pointing.cells, cell], blocks: [{ ...block!, columns }] };
    expect(await formulas(filled)).toEqual([
      '考核汇总：C9 原来是公式，填了以后公式就没有了，一般应当留着',
      '考核汇总：D6 一列 原来是公式，填了以后公式就没有了，一般应当留着',
    ]);
  });

  it('is left as it was by an undo, and forgets nothing when it is changed twice at once', async () => {
    const uid = await add('两人改的表');
    const pointing = await pointedAt(uid);
    await point(uid, pointing);
    const stale = client.foreignForms.update({
      uid,
      base: { pointing: emptyPointing },
      set: { pointing: { ...pointing, cells: [] } },
    });
    await expect(stale).rejects.toMatchObject({ code: 'conflict' });
  });

  it('says which places a new version does not fit', async () => {
    const uid = await add('改版的表');
    await point(uid, await pointedAt(uid));
    const changed = fillForm(
      quarterly,
      [{ sheet: SHEET, cells: [{ row: 5, column: 3, value: { kind: 'text', text: '自评分' } }], blocks: [] }],
      { limits: defaultReadLimits, check: () => {} },
    );
    const fileToken = await upload(client, '季度表新.xlsx', changed);
    await resultOf(client.foreignForms.replace({ uid, fileToken }));
    const { pointing, fileName } = await client.foreignForms.get({ uid });
    expect(misfitsOf(pointing, await open(uid)).map(({ text }) => text)).toEqual([
      'C6 原来是“考核得分／总分／核定分”，现在是“考核得分／总分／自评分”',
    ]);
    expect(fileName).toBe('季度表新.xlsx');
  });

  it('is refused where rows repeat twice over each other, and where it is no workbook that can be filled', async () => {
    const uid = await add('重叠的表');
    const pointing = await pointedAt(uid);
    const twice = {
      ...pointing,
      blocks: [...pointing.blocks, { ...pointing.blocks[0]!, top: 8, bottom: 9 }],
    };
    await expect(point(uid, twice)).rejects.toMatchObject({ code: 'refused' });
    await expect(add('不是表格', Buffer.from('不是表格的文件'))).rejects.toThrow(/表格/u);
    await expect(add('重叠的表')).rejects.toThrow(/重叠的表/u);
  });
});

/** So many a form of the test takes, some of them without rows. */
const AT_ONCE = 40;

describe('every source', () => {
  it('can be read for the sample quarter and fills a form', async () => {
    const { choice, period } = await scoredPeriod();
    const sources = await client.foreignForms.fields({ periodUid: period.uid });
    const uid = await add('什么都填的表');
    for (let first = 0; first < sources.length; first += AT_ONCE) {
      await point(uid, allOf(sources.slice(first, first + AT_ONCE)));
      const preview = await resultOf<FilledPreview>(client.foreignForms.preview({ uid, ...choice }));
      expect(preview.filled[0]?.cells.length).toBeGreaterThan(200);
      expect(preview.remarks.filter((remark) => remark.includes('重新指定'))).toEqual([]);
    }
  });
});

function allOf(sources: readonly OfferedSource[]): Pointing {
  const rows = sources.filter(({ kind }) => kind === 'rows');
  const blocks = rows.map(
    ({ key, fields }, index): PointedBlock => ({
      sheet: '填表说明',
      top: 10 + index,
      bottom: 10 + index,
      source: key,
      columns: fields
        .slice(0, 40)
        .map((field, place) => ({ column: place + 1, field: field.key, format: 'asIs', heading: '' })),
      filters: [],
      order: null,
      match: null,
      below: '',
    }),
  );
  const cells = sources
    .filter(({ kind }) => kind === 'single')
    .flatMap(({ key, fields }, index) =>
      fields.map((field, place) => ({
        sheet: '填表说明',
        row: 5,
        column: index * 20 + place + 1,
        source: key,
        field: field.key,
        format: 'asIs' as const,
        heading: '',
      })),
    );
  return { cells, blocks, repeats: [] };
}
