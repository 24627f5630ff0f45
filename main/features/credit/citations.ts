import type { CitationSource } from '#main/features/library/index.ts';
import { allKinds, allMeasures } from './own-list-queries.ts';
import { creditSettings } from './settings.ts';

/** What credit is judged by: its terms and lines, kinds of events, incentives and penalties. */
export const creditCitations: CitationSource = (db) => {
  const { basis, objection, publicitySource, repairSource, lines } = creditSettings(db);
  const settings = [
    ['认定依据', basis],
    ['陈述申辩期', objection.source],
    ['公示期', publicitySource],
    ['信用修复', repairSource],
    ['分数线', lines.source],
  ] as const;
  return [
    ...settings.map(([name, text]) => ({ name, text })),
    ...db.all(allKinds).map(({ name, source }) => ({ name, text: source })),
    ...db.all(allMeasures).map(({ text, source }) => ({ name: text, text: source })),
  ].map((place) => ({ kind: '信用监管', ...place, path: '/credit' }));
};
