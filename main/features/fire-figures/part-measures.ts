import type { FireFigures } from '#shared/rules/fire-figures/figures.ts';
import { fireSplits, splitNames, UNCLASSIFIED } from '#shared/rules/fire-figures/parts.ts';
import { FEN_IN_TEN_THOUSAND_YUAN } from '#shared/rules/money.ts';
import type { Amounts, Measure } from '#shared/rules/reports/measure.ts';
import { measureSource } from '#main/core/measures/measure-source.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { type CountedFigures, figureRecordOf, fireTables, figuresOfLevel } from './measures.ts';
import { partsByFigure } from './parts.ts';
import type { PartRecord } from './queries.ts';
import { shareOf } from './split.ts';
import { wordsBySplit } from './words.ts';

interface ClassifiedFigures extends CountedFigures {
  amounts: Amounts;
}

const figures = [
  { figure: 'fires', name: '起数', unit: '起', kind: 'count' },
  { figure: 'deaths', name: '死亡', unit: '人', kind: 'count' },
  { figure: 'injuries', name: '受伤', unit: '人', kind: 'count' },
  { figure: 'loss', name: '直接财产损失', unit: '万元', kind: 'sum' },
] as const;

/** What counties report by trade and by cause; what they do not tell apart has measures too. */
export const firePartMeasures = measureSource<ClassifiedFigures>({
  key: 'fireParts',
  name: '火灾数据(按场所、原因)',
  by: ['county'],
  tables: [...fireTables, 'fire_figure_part', 'fire_word'],
  measures: (db) =>
    classesOf(db).flatMap(({ key, name }) =>
      figures.map(
        ({ figure, name: told, unit, kind }): Measure => ({
          key: measureKey(key, figure),
          name: `火灾${told}(${name})`,
          unit,
          kind,
        }),
      ),
    ),
  read(scope) {
    const entries = figuresOfLevel(scope, 'county');
    const parts = partsByFigure(scope.db, entries);
    const classes = classesOf(scope.db);
    return entries.map((entry) => ({
      ...entry,
      amounts: amountsOf(entry, parts.get(entry.id) ?? [], classes),
    }));
  },
  amounts: ({ amounts }) => amounts,
  rows: ({ place }) => [place.uid],
  record: figureRecordOf,
});

function amountsOf(
  entry: FireFigures,
  parts: readonly PartRecord[],
  classes: ReturnType<typeof classesOf>,
): Amounts {
  const amounts: Record<string, number> = {};
  for (const { key, split, word } of classes) {
    const { loss, ...counts } = shareOf(entry, parts, split, word);
    const share: FireFigures = { ...counts, loss: loss / FEN_IN_TEN_THOUSAND_YUAN };
    for (const { figure } of figures) amounts[measureKey(key, figure)] = share[figure];
  }
  return amounts;
}

/** Each word, and of each split what falls to none. */
function classesOf(db: ReadStore) {
  const words = wordsBySplit(db);
  return fireSplits.flatMap((split) => [
    ...words[split].map(({ uid, name }) => ({ key: uid, split, word: uid, name })),
    { key: split, split, word: '', name: `${splitNames[split]}${UNCLASSIFIED}` },
  ]);
}

function measureKey(key: string, figure: keyof FireFigures): string {
  return `${key} ${figure}`;
}
