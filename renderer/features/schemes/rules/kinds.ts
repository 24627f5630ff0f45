import type { ScoringRule, ScoringRuleKind } from '#shared/rules/scoring/model.ts';

interface RuleKind {
  name: string;
  explanation: string;
  example: string;
}

/** What the clerk chooses from; in the order of how often schemes use them. */
export const ruleKinds: Readonly<Record<ScoringRuleKind, RuleKind>> = {
  each: {
    name: '按次数扣分',
    explanation: '每少一次、每缺一个、每发现一处扣几分',
    example: '少一次扣3分；每处扣0.2分，扣完为止',
  },
  failed: {
    name: '没做到就扣分',
    explanation: '一件事没做到，扣固定的分或不得分',
    example: '未制定计划的扣6分；未开展的不得分',
  },
  belowMinimum: {
    name: '低于最低次数',
    explanation: '有规定的次数，填实际次数，少了的才扣',
    example: '每年不少于2次，少一次扣3分',
  },
  discretion: {
    name: '酌情评分',
    explanation: '在一个范围里由考核组定，要写理由',
    example: '酌情扣2-6分；按落实情况评分',
  },
  earn: {
    name: '做到才得分',
    explanation: '先没有分，做到了才给',
    example: '有文件和分工表，得2分；记2分，否则扣1-2分',
  },
  steps: {
    name: '分档扣分',
    explanation: '填一个数，落在哪一档就按哪一档',
    example: '低于95%扣1分，低于90%扣3分',
  },
  rate: {
    name: '比率对照目标',
    explanation: '填比率(或分子、分母)，与目标相差多少扣多少',
    example: '整改率不低于95%，每低1个百分点扣0.5分',
  },
  growing: {
    name: '逐次加重',
    explanation: '第一起、第二起、第三起扣得越来越多',
    example: '第一、二、三起分别扣5、6、7分，以此类推',
  },
  bonus: {
    name: '加分',
    explanation: '满分之外另加的分，可按级别',
    example: '被省、市推广经验的分别奖3分、1分',
  },
  veto: {
    name: '一票否决',
    explanation: '发生了就影响总分或等次',
    example: '发生亡人火灾的实行一票否决',
  },
};

const SMALLEST = 1_000;

/** A rule to begin with, worth no more than the item. */
export function newRule(kind: ScoringRuleKind, maxPoints: number): ScoringRule {
  const common = { id: crypto.randomUUID(), text: '' };
  const all = maxPoints > 0 ? maxPoints : SMALLEST;
  const points = Math.min(all, SMALLEST);
  switch (kind) {
    case 'failed':
      return { ...common, kind, points: all };
    case 'each':
      return { ...common, kind, points, per: 1, unit: '次', classes: [], cap: null };
    case 'growing':
      return { ...common, kind, series: [points, points * 2], continues: true, unit: '起', cap: null };
    case 'steps':
      return {
        ...common,
        kind,
        effect: 'deduct',
        unit: '%',
        steps: [{ relation: '<', bound: '95', points }],
      };
    case 'belowMinimum':
      return { ...common, kind, minimum: '2', points, per: 1, unit: '次', cap: null };
    case 'rate': {
      const target = { target: '95', direction: 'atLeast', scale: '100', unit: '%' } as const;
      return { ...common, kind, ...target, points, per: '1', partial: 'proportional', cap: null };
    }
    case 'discretion':
      return { ...common, kind, effect: 'deduct', min: 0, max: all };
    case 'earn':
      return { ...common, kind, points: all, otherwise: null };
    case 'bonus':
      return { ...common, kind, levels: [{ name: '市级', points }], cap: null };
    case 'veto':
      return { ...common, kind, effect: 'lowestGrade', points: 0, bestGrade: 1 };
    default:
      return kind satisfies never;
  }
}
