import { join } from 'node:path';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportGroup } from '#main/features/assessment/export/export-group.ts';
import { yearStandings } from '#shared/rules/assessment/year-rows.ts';
import { fractionOf, roundHalfUp } from '#shared/rules/fraction.ts';
import type { PartScore } from '#shared/rules/scoring/year.ts';
import { anEntry, aRule, points } from '#tests/support/builders/scheme.ts';
import { convertAllWithLibreOffice } from '#tests/support/libreoffice.ts';
import { findTool, notRun } from '#tests/support/tools.ts';
import type { ExportOptions } from '#shared/rules/assessment/export-form/model.ts';
import {
  anExportIndicator,
  anExportObject,
  columnsNamed,
  composedGroup,
  randomGroup,
  sheetsWith,
  withLossSheets,
} from './composed-group.ts';
import { type FormulaCell, formulasOf, readBack, textsOf, writeGroups } from './written-workbook.ts';

const tool = findTool('libreoffice');
if (tool === null)
  process.stdout.write(`${notRun('recalculation of the exported workbook', 'libreoffice')}\n`);
const minutes = 60_000;

/** Rounded ones to the last digit; a quotient is written with 15 digits by the one and 17 by the other. */
function isSame({ formula, result }: FormulaCell, other: unknown): boolean {
  if (formula.startsWith('ROUND(')) return other === result;
  return Math.abs(Number(result) - Number(other)) < 1e-12 * Math.max(1, Math.abs(Number(result)));
}

/** One without score sheets, one with columns in quite another order. */
const forms = {
  'for the city government': {
    decimals: 1,
    sheets: sheetsWith(
      {
        summary: {
          orientation: 'portrait',
          columns: columnsNamed({
            number: '序号',
            unit: '单位',
            total: '得分',
            converted: '折算得分',
            bonus: '加分',
            categories: '其中',
            rank: '位次',
            grade: '等次',
          }),
        },
        objects: { shown: false },
      },
      ['list', 'summary', 'objects'],
    ),
  },
  'for the province': {
    decimals: 2,
    sheets: sheetsWith(
      {
        summary: { columns: columnsNamed({ total: '总分', unit: '单位', rank: '名次', categories: '分项' }) },
        objects: {
          columns: columnsNamed({
            reason: '理由',
            score: '得分',
            content: '内容',
            self: '自评',
            points: '分值',
          }),
        },
      },
      ['objects', 'summary', 'list'],
    ),
  },
} satisfies Record<string, Partial<ExportOptions>>;

const silent = { previous: null, lastYear: null, texts: new Map<string, string>() };
const kinds = ['losses', 'objects'] as const;
const sixGroups = () =>
  Array.from({ length: 6 }, (_, seed) => ({ ...randomGroup(seed), name: `第${seed}组` }));
const losses = { shown: true };

interface Wanted {
  groups: readonly ExportGroup[];
  form?: Partial<ExportOptions>;
}

const wanted = {
  usual: { groups: sixGroups() },
  'for the city government': { groups: sixGroups(), form: forms['for the city government'] },
  'for the province': { groups: sixGroups(), form: forms['for the province'] },
  losses: {
    groups: sixGroups()
      .slice(0, 3)
      .map((group) => ({ ...group, says: silent })),
    form: withLossSheets,
  },
  'losses without score sheets': {
    groups: [{ ...randomGroup(1), says: silent }],
    form: { sheets: sheetsWith({ losses, objects: { shown: false } }, kinds) },
  },
  'losses beside other score sheets': {
    groups: [{ ...randomGroup(1), says: silent }],
    form: {
      sheets: sheetsWith(
        { losses, objects: { columns: columnsNamed({ score: '得分', content: '内容' }) } },
        kinds,
      ),
    },
  },
  halves: { groups: [halfThousandths(30)] },
  year: { groups: [aYear(halfThousandths(20))] },
} satisfies Record<string, Wanted>;
type Name = keyof typeof wanted;

let folder = '';
const pathOf = (name: Name, kind: 'written' | 'recalculated') => join(folder, kind, `${name}.xlsx`);

/** What the formulas of a workbook are worth after another program has worked them out, beside what they carried. */
async function recalculated(name: Name) {
  const carried = formulasOf(await readBack(pathOf(name, 'written')));
  const after = formulasOf(await readBack(pathOf(name, 'recalculated')));
  const byPlace = new Map(after.map(({ place, result }) => [place, result]));
  const differing = carried.filter((cell) => !isSame(cell, byPlace.get(cell.place)));
  return {
    carried,
    differing: differing.map((cell) => ({ ...cell, recalculated: byPlace.get(cell.place) })),
  };
}

describe.runIf(tool !== null)('a workbook calculated anew by another program', () => {
  /** All in one run: to start the other program takes longer than most of them. */
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'recalculation-'));
    for (const kind of ['written', 'recalculated']) mkdirSync(join(folder, kind));
    const names = Object.keys(wanted) as Name[];
    for (const name of names) {
      const { groups, form }: Wanted = wanted[name];
      renameSync(await writeGroups(folder, groups, form), pathOf(name, 'written'));
    }
    const paths = names.map((name) => pathOf(name, 'written'));
    await convertAllWithLibreOffice(tool ?? '', paths, 'xlsx', join(folder, 'recalculated'));
  }, 3 * minutes);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has the value that the program worked out in every formula, whatever rules, floors, bonus, vetoes and ties it holds', {
    timeout: 3 * minutes,
  }, async () => {
    const { carried, differing } = await recalculated('usual');
    expect(carried.length).toBeGreaterThan(700);
    expect(carried.some(({ formula }) => formula.includes('SUMPRODUCT'))).toBe(true);
    expect(carried.some(({ formula }) => formula.includes('RANK'))).toBe(true);
    expect(carried.some(({ formula }) => /^\d+\/\d+$/.test(formula))).toBe(true);
    expect(differing).toEqual([]);
  });

  it.each(['for the city government', 'for the province'] as const)(
    'keeps every value in the form %s too',
    async (name) => {
      const { carried, differing } = await recalculated(name);
      expect(carried.length).toBeGreaterThan(100);
      const hasScoreSheets = carried.some(({ formula }) => formula.includes('!'));
      expect(hasScoreSheets).toBe(name === 'for the province');
      for (const ending of ['SUMPRODUCT', 'RANK', 'SUM'])
        expect(carried.some(({ formula }) => formula.includes(ending))).toBe(true);
      expect(differing).toEqual([]);
    },
    3 * minutes,
  );
  it('has them in the sheets of 失分分析 as well', { timeout: 3 * minutes }, async () => {
    const { carried, differing } = await recalculated('losses');
    const places = carried.map(({ place }) => place.slice(0, 4));
    for (const name of ['失分情况', '失分指标', '失分明细']) expect(places).toContain(name);
    expect(differing).toEqual([]);
  });

  it('has them there without score sheets too, and wherever the scores stand on these', {
    timeout: 3 * minutes,
  }, async () => {
    for (const name of ['losses without score sheets', 'losses beside other score sheets'] as const) {
      const { carried, differing } = await recalculated(name);
      expect(carried.filter(({ place }) => place.startsWith('失分')).length, name).toBeGreaterThan(50);
      expect(differing, name).toEqual([]);
    }
  });

  it('rounds totals that lie exactly on half a thousandth as the program does', {
    timeout: 2 * minutes,
  }, async () => {
    const group = wanted.halves.groups[0]!;
    const halves = group.objects.filter(({ uid }) => {
      const { total } = group.scorer.score(uid);
      return total !== null && total.d === 2n;
    });
    expect(halves.length).toBeGreaterThan(12);
    const { carried, differing } = await recalculated('halves');
    expect(differing).toEqual([]);
    const totals = carried.filter(
      ({ place, formula }) => place.startsWith('汇总表') && formula.includes('!'),
    );
    const expected = group.objects.map(({ uid }) => roundHalfUp(group.scorer.score(uid).total!) / 1000);
    for (const total of expected) expect(totals.map(({ result }) => result)).toContain(total);
  });

  it('adds the parts of a year up to the totals that the program worked out, and lists who got which grade by them', {
    timeout: 2 * minutes,
  }, async () => {
    const { carried, differing } = await recalculated('year');
    expect(differing).toEqual([]);
    expect(carried.filter(({ formula }) => formula.includes('*33.333+')).length).toBeGreaterThan(25);
    expect(carried.every(({ place }) => place.startsWith('年度成绩表'))).toBe(true);
    const workbook = await readBack(pathOf('year', 'written'));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['年度成绩表', '结果名单']);
    const failed = yearStandings(wanted.year.groups[0]!.year!.inputs).filter(
      ({ standing }) => standing.grade?.name === '不合格',
    );
    const text = textsOf(workbook.getWorksheet('结果名单')!).find(([grade]) => grade === '不合格');
    expect(text?.[1]).toBe(String(failed.length));
  });
});

/** Two thirds of points in a part, bonus points, missing parts and vetoes of each effect. */
function aYear(group: ExportGroup): ExportGroup {
  const parts = [
    { sourceUid: 'q1', name: '平时', label: '第一季度', weight: 33_333, status: 'final' as const },
    { sourceUid: null, name: '年终', label: '年终评分', weight: 66_667, status: null },
  ];
  const effects = ['zeroTotal', 'lowestGrade', 'deductAndLimit'] as const;
  const scoreOf = (place: number, part: number): PartScore => {
    const base = fractionOf(200_000 + 137 * place * (part + 1), 3);
    const bonus = fractionOf(place % 3 === 0 ? 1500 : 0);
    const effect = effects[place % 5];
    const vetoes =
      effect === undefined
        ? []
        : [{ rule: aRule('veto', { effect, points: 20_000, bestGrade: 1 }), count: 1 }];
    return { base, bonus, vetoed: { base, bonus }, vetoes, full: points(90), complete: true };
  };
  const scores = parts.map(
    (_part, part) =>
      new Map(
        group.objects.map(({ organizationUid }, place) => [
          organizationUid,
          place % 7 === 6 && part === 0 ? null : scoreOf(place, part),
        ]),
      ),
  );
  const settings = { missing: 'rescale', bonus: 'apart', veto: 'year' } as const;
  const frame = {
    full: points(100),
    negativeTotals: false,
    settings: { ...group.scheme.settings, convertTo: points(30) },
  };
  const scheme = { ...group.scheme, settings: frame.settings };
  const inputs = { parts, settings, frame, objects: group.objects, scores };
  return { ...group, scheme, year: { inputs, isScoredItself: false } };
}

/** A fifth of the points does not apply: what is left is multiplied by 1.25, which makes halves of thousandths. */
function halfThousandths(count: number): ExportGroup {
  const indicators = [
    anExportIndicator('1', { maxPoints: points(50) }),
    anExportIndicator('2', { maxPoints: points(20) }),
    anExportIndicator('3', { maxPoints: points(10), rules: [aRule('rate', { points: 125, per: '1' })] }),
    anExportIndicator('4', { maxPoints: points(20) }),
  ];
  const objects = Array.from({ length: count }, (_, index) => anExportObject(`o${index}`, `第${index}县`));
  const entries = Object.fromEntries(
    objects.map(({ uid }, index) => [
      uid,
      {
        1: anEntry({ direct: 31_002 + 156 * index }),
        2: anEntry({ direct: 7_000 + 4 * index }),
        3: anEntry({ inputs: { rule: { value: (95 - 0.32 * index).toFixed(2) } } }),
        4: anEntry({ notApplicable: true }),
      },
    ]),
  );
  const categories = [{ uid: 'duty', name: '责任落实', maxPoints: points(100), bonus: false }];
  return composedGroup({ categories, indicators, objects, entries, settings: { decimals: 3 } });
}
