import type { GroupFrame } from '#shared/contract/assessment.ts';
import type { ScoreEntry, ScoringRule } from '#shared/rules/scoring/model.ts';
import type { Client } from '#tests/support/core.ts';
import { aRule, points } from './scheme.ts';

export interface IndicatorGiven {
  number: string;
  points: number;
  rules?: ScoringRule[];
  condition?: { relation: 'has' | 'lacks' | 'containsAny' | 'containsNone'; mark: string } | null;
}

/** Two categories, five items of the usual kinds: 1.1 each, 1.2 discretion, 1.3 failed; 2.1 without rules, 2.2 rate. */
export const usualIndicators: IndicatorGiven[] = [
  { number: '1.1', points: 20, rules: [aRule('each', { id: 'a', points: 3000, text: '少一次扣3分' })] },
  { number: '1.2', points: 20, rules: [aRule('discretion', { id: 'b', text: '酌情扣2-6分' })] },
  {
    number: '1.3',
    points: 20,
    rules: [aRule('failed', { id: 'c', points: 6000, text: '未制定计划的扣6分' })],
  },
  { number: '2.1', points: 20 },
  { number: '2.2', points: 20, rules: [aRule('rate', { id: 'd', text: '整改率' })] },
];

/** A scheme in force since the beginning of the year. @returns its uid */
export async function putSchemeInForce(
  client: Client,
  indicators: readonly IndicatorGiven[] = usualIndicators,
  given: { title?: string; appliesTo?: 'county' | 'township' | 'village' | 'memberUnit' } = {},
): Promise<string> {
  const { title = '县(市、区)消防工作考核细则', appliesTo = 'county' } = given;
  const { uid } = await client.schemes.create({ title, appliesTo });
  const byCategory = Map.groupBy(indicators, ({ number }) => number.split('.')[0] ?? '');
  for (const [name, items] of byCategory) {
    const total = items.reduce((sum, item) => sum + points(item.points), 0);
    const category = { name: `第${name}部分`, maxPoints: total, bonus: false };
    const { uid: categoryUid } = await client.schemes.addCategory({ schemeUid: uid, ...category });
    let afterUid: string | null = null;
    for (const item of items) {
      const added: { uid: string } = await client.schemes.addIndicator({
        categoryUid,
        afterUid,
        number: item.number,
        content: `考评内容${item.number}`,
        maxPoints: points(item.points),
        ruleText: '',
        method: '查阅资料',
        source: '',
        floor: 'zero',
        notApplicable: 'rescale',
        condition: item.condition ?? null,
        rules: item.rules ?? [],
      });
      afterUid = added.uid;
    }
  }
  await client.schemes.putInForce({ uid, from: '2026-01-01' });
  return uid;
}

/** Opens the proposed period of a kind. @returns its uid and the frame of its first group */
export async function openPeriod(client: Client, kind: 'quarter' | 'year' | 'spotCheck' = 'quarter') {
  const proposal = await client.assessment.proposePeriod({ kind });
  const { uid } = await client.assessment.openPeriod({ ...proposal, kind });
  const { groups } = await client.assessment.period({ uid });
  const frame = await client.assessment.frame({ groupUid: groups[0]!.uid });
  return { uid, frame };
}

export function entry(given: Partial<ScoreEntry> = {}): ScoreEntry {
  return { direct: null, inputs: {}, notApplicable: false, reason: '', ...given };
}

/** A change of the cell at these places of the frame. */
export function cellChange(
  frame: GroupFrame,
  [object, indicator]: readonly [number, number],
  wanted: ScoreEntry | null,
  base: ScoreEntry | null = null,
) {
  return {
    objectUid: frame.objects[object]!.uid,
    indicatorUid: frame.scheme.indicators[indicator]!.uid,
    base,
    entry: wanted,
  };
}

/** Full marks in every cell. */
export function everyCell(frame: GroupFrame, wanted: ScoreEntry = entry({ inputs: { d: { value: '96' } } })) {
  return frame.objects.flatMap((_object, object) =>
    frame.scheme.indicators.map((indicator, place) => {
      const known = indicator.rules.map(({ id }) => id);
      const inputs = Object.fromEntries(Object.entries(wanted.inputs).filter(([id]) => known.includes(id)));
      const direct = indicator.rules.length === 0 ? indicator.maxPoints : wanted.direct;
      return cellChange(frame, [object, place], { ...wanted, direct, inputs });
    }),
  );
}
