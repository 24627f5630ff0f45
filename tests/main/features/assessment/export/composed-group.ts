import type { SheetObject } from '#shared/contract/assessment.ts';
import type { Indicator, SchemeCategory } from '#shared/contract/schemes.ts';
import type { ColumnKey, SheetKind } from '#shared/rules/assessment/export-form/definitions.ts';
import type { ExportOptions, SheetForm } from '#shared/rules/assessment/export-form/model.ts';
import { usualForm } from '#shared/rules/assessment/export-form/usual-form.ts';
import { scorerOf } from '#shared/rules/assessment/group-scores.ts';
import type { RuleInput, SchemeSettings, ScoreEntry, ScoringRule } from '#shared/rules/scoring/model.ts';
import type { ExportGroup, ExportPeriod } from '#main/features/assessment/export/export-group.ts';
import { anEntry, aRule, points, someSettings } from '#tests/support/builders/scheme.ts';

/*
 * Groups composed for the workbook: every kind of rule, and whatever makes the way to a total hard to repeat in a
 * spreadsheet. The same seed gives the same group.
 */

export const openPeriod: ExportPeriod = {
  title: '2026年第三季度消防工作考核',
  firstDay: '2026-07-01',
  lastDay: '2026-09-30',
  status: 'open',
  fingerprint: null,
};

export function someOptions(given: Partial<ExportOptions> = {}): ExportOptions {
  return {
    ...usualForm('临川市消防安全委员会办公室'),
    title: '临川市2026年第三季度消防工作考核',
    fileName: '考核结果',
    date: '2026-10-08',
    ...given,
  };
}

/** The usual sheets, some of them changed; those not named stay as they are. */
export function sheetsWith(
  changes: Partial<Record<SheetKind, Partial<SheetForm>>>,
  order: readonly SheetKind[] = ['summary', 'list', 'objects'],
): SheetForm[] {
  const { sheets } = usualForm('');
  return order.flatMap((kind) =>
    sheets.filter((sheet) => sheet.kind === kind).map((sheet) => ({ ...sheet, ...changes[kind] })),
  );
}

/** 失分分析 as the program offers it, in front of the score sheets. */
export const withLossSheets: Pick<ExportOptions, 'sheets'> = {
  sheets: sheetsWith({ losses: { shown: true } }, ['summary', 'list', 'losses', 'objects']),
};

/** Columns by key, each under a name of its own. */
export function columnsNamed(columns: Partial<Record<ColumnKey, string>>): SheetForm['columns'] {
  return Object.entries(columns).map(([key, name]) => ({ key: key as ColumnKey, name }));
}

export function anExportIndicator(uid: string, given: Partial<Indicator> = {}): Indicator {
  return {
    uid,
    categoryUid: 'duty',
    number: uid,
    content: `落实第${uid}项消防安全责任`,
    maxPoints: 10_000,
    ruleText: '',
    method: '查阅资料',
    source: '',
    floor: 'zero',
    notApplicable: 'rescale',
    condition: null,
    rules: [],
    ...given,
  };
}

export function anExportObject(uid: string, name: string, inapplicable: string[] = []): SheetObject {
  return { uid, organizationUid: uid, name, shortName: name, initials: '', remark: '', inapplicable };
}

interface Composition {
  name?: string;
  categories: readonly SchemeCategory[];
  indicators: readonly Indicator[];
  settings?: Partial<SchemeSettings>;
  objects: SheetObject[];
  /** By object, then by indicator. */
  entries: Readonly<Record<string, Readonly<Record<string, ScoreEntry>>>>;
  selfEntries?: Composition['entries'];
}

export function composedGroup(given: Composition): ExportGroup {
  const scheme = {
    uid: 'scheme',
    title: '县级消防工作考核办法',
    categories: [...given.categories],
    indicators: [...given.indicators],
    settings: someSettings(given.settings),
  };
  const entries = mapsOf(given.entries);
  return {
    name: given.name ?? '县区',
    scheme,
    objects: given.objects,
    entries,
    selfEntries: mapsOf(given.selfEntries ?? {}),
    scorer: scorerOf({ scheme, objects: given.objects }, entries),
    grounds: new Map(),
  };
}

function mapsOf(entries: Composition['entries']) {
  return new Map(Object.entries(entries).map(([uid, own]) => [uid, new Map(Object.entries(own))]));
}

/** A small generator of its own, so that a failing group can be made again from its number. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    return (state >>> 0) % below;
  };
}

const RULES: readonly ScoringRule[] = [
  aRule('failed'),
  aRule('each', { points: 250 }),
  aRule('growing', { series: [1000, 2000] }),
  aRule('steps'),
  aRule('belowMinimum', { points: 700 }),
  aRule('rate', { points: 333, per: '0.7' }),
  aRule('rate', {
    target: '0.19',
    direction: 'atMost',
    points: 1500,
    per: '0.03',
    scale: '100000',
    unit: '',
  }),
  aRule('discretion', { min: 500, max: 4000 }),
  aRule('earn', { otherwise: { min: 1000, max: 2000 } }),
];

function someInput(rule: ScoringRule, random: (below: number) => number): RuleInput {
  switch (rule.kind) {
    case 'failed':
      return { held: random(4) === 0 };
    case 'each':
    case 'growing':
      return { count: random(5) };
    case 'steps':
    case 'belowMinimum':
      return { value: String(rule.kind === 'steps' ? 85 + random(15) : random(4)) };
    case 'rate':
      return {
        numerator: String(1 + random(97)),
        denominator: String(rule.scale === '100' ? 97 + random(9) : 9_700_000),
      };
    case 'discretion':
      return { points: rule.min + random(5) * 500 };
    case 'earn':
      return random(2) === 0 ? { held: true } : { held: false, points: 1500 };
    case 'bonus':
      return { counts: [random(2), random(2)] };
    case 'veto':
      return { count: random(8) === 0 ? 1 : 0 };
    default:
      return rule satisfies never;
  }
}

/** Every kind of rule, both ways of not applying, bonus and veto, floors below zero, missing entries. */
export function randomGroup(seed: number): ExportGroup {
  const random = randomFrom(seed);
  const categories: SchemeCategory[] = [
    { uid: 'duty', name: '一、责任落实', maxPoints: points(60), bonus: false },
    { uid: 'building', name: '二、基础建设', maxPoints: points(40), bonus: false },
    { uid: 'empty', name: '三、其他', maxPoints: 0, bonus: false },
    { uid: 'bonus', name: '四、加分项', maxPoints: points(5), bonus: true },
  ];
  const vetoes = [
    aRule('veto', { id: 'zero', effect: 'zeroTotal' }),
    aRule('veto', { id: 'lowest', effect: 'lowestGrade' }),
    aRule('veto', { id: 'deduct', effect: 'deductAndLimit', points: 20_000, bestGrade: 1 }),
  ];
  const indicators = Array.from({ length: 14 }, (_, index) => {
    const chosen = RULES[random(RULES.length)]!;
    const rules: ScoringRule[] = [{ ...chosen, id: 'own' }];
    if (random(4) === 0) rules.push({ ...RULES[random(RULES.length)]!, id: 'second' });
    if (random(4) === 0) rules.push(aRule('bonus', { id: 'extra' }));
    if (random(8) === 0) rules.push(vetoes[random(vetoes.length)]!);
    return anExportIndicator(`${index + 1}`, {
      categoryUid: index < 8 ? 'duty' : index < 12 ? 'building' : 'bonus',
      maxPoints: [7_000, 7_500, 6_250, 9_333][random(4)]!,
      floor: seed % 3 === 0 && random(2) === 0 ? 'negative' : 'zero',
      notApplicable: random(2) === 0 ? 'rescale' : 'fullMarks',
      rules,
    });
  });
  const objects = Array.from({ length: 9 }, (_, index) =>
    anExportObject(`o${index}`, `第${index + 1}县`, index === 8 ? indicators.map(({ uid }) => uid) : []),
  );
  const entry = (indicator: Indicator): ScoreEntry =>
    random(9) === 0
      ? anEntry({ notApplicable: true, reason: '本县没有此类场所' })
      : random(7) === 0
        ? anEntry({ direct: random(6) * 1001 })
        : anEntry({
            inputs: Object.fromEntries(indicator.rules.map((rule) => [rule.id, someInput(rule, random)])),
            reason: '见检查记录',
          });
  const entries = Object.fromEntries(
    objects.map(({ uid }) => [
      uid,
      Object.fromEntries(indicators.filter(() => random(15) > 0).map((one) => [one.uid, entry(one)])),
    ]),
  );
  // Equal to another one, so that ranks are shared.
  entries['o1'] = entries['o0']!;
  return composedGroup({
    categories,
    indicators,
    objects,
    entries,
    selfEntries: { o0: { 1: anEntry({ direct: 5_000 }) } },
    settings: {
      decimals: seed % 4,
      ties: seed % 2 === 0 ? 'skip' : 'dense',
      bonusCap: seed % 3 === 0 ? null : points(4),
      convertTo: seed % 2 === 0 ? points(30) : null,
    },
  });
}
