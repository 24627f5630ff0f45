import type { GroupFrame } from '#shared/contract/assessment.ts';
import type { ScoredIndicator } from '#shared/rules/scoring/model.ts';
import { someSettings } from './scheme.ts';

/** A frame of two counties and one category with these indicators. */
export function aFrame(indicators: readonly ScoredIndicator[]): GroupFrame {
  return {
    uid: 'group',
    name: '县(市、区)',
    period: {
      uid: 'period',
      code: '2026Q3',
      kind: 'quarter',
      title: '2026年第三季度消防工作考核',
      status: 'open',
      firstDay: '2026-07-01',
      lastDay: '2026-09-30',
    },
    scheme: {
      uid: 'scheme',
      title: '考核细则',
      categories: [{ uid: 'category', name: '一、责任落实', maxPoints: 100_000, bonus: false }],
      indicators: indicators.map((indicator, place) => ({
        ...indicator,
        rules: [...indicator.rules],
        number: `1.${place + 1}`,
        content: `考评内容${place + 1}`,
        ruleText: '',
        method: '',
        source: '',
      })),
      settings: someSettings(),
    },
    objects: ['城东区', '城西区'].map((name, place) => ({
      uid: `object${place}`,
      organizationUid: `organization${place}`,
      name,
      shortName: name,
      initials: '',
      remark: '',
      inapplicable: [],
    })),
    judges: [],
  };
}
