import { countOf, type FireFigures, figureKeys, figureNames } from '#shared/rules/fire-figures/figures.ts';
import { type FirePart, type FireParts, fireSplits, isNothing } from '#shared/rules/fire-figures/parts.ts';
import type { FireColumnMeaning, PartMeaning } from '#shared/rules/fire-figures/table-columns.ts';
import { fenOfTenThousands, tenThousandsText } from '#shared/rules/money.ts';
import type { RowTexts, TableRow } from '#shared/rules/tables/row-texts.ts';
import type { wordsBySplit } from './words.ts';

interface ReadParts {
  words: ReturnType<typeof wordsBySplit>;
  /** What the columns of the table mean. */
  given: ReadonlySet<string>;
  /** What is stored of the place's month. */
  stored: FireParts;
}

/** What a row says of the parts: what the table has no column of stays as it is stored; an empty cell is nothing. */
export function readParts(
  texts: RowTexts<FireColumnMeaning>,
  source: TableRow,
  { words, given, stored }: ReadParts,
): FireParts {
  const of = (split: (typeof fireSplits)[number]): readonly FirePart[] =>
    words[split]
      .map(({ uid }) => {
        const before = stored[split].find(({ wordUid }) => wordUid === uid);
        const figure = (name: keyof FireFigures): number =>
          given.has(`${uid}.${name}`) ? numberAt(`${uid}.${name}`, name) : (before?.[name] ?? 0);
        return {
          wordUid: uid,
          fires: figure('fires'),
          deaths: figure('deaths'),
          injuries: figure('injuries'),
          loss: figure('loss'),
        };
      })
      .filter((part) => !isNothing(part));
  return { trade: of('trade'), cause: of('cause') };

  function numberAt(meaning: PartMeaning, figure: keyof FireFigures): number {
    const written = texts.text(source, meaning);
    if (written === '') return 0;
    const value = figure === 'loss' ? fenOfTenThousands(written) : countOf(written);
    const example = figure === 'loss' ? '12.5 这样的万元数' : '3 这样的整数';
    if (value === null) texts.note('error', source.row, meaning, `“${written}”请写成${example}。`);
    return value ?? 0;
  }
}

/** 电气起数 2 → 3 */
export function partChanges(
  words: ReturnType<typeof wordsBySplit>,
  stored: FireParts,
  wanted: FireParts,
): string[] {
  return fireSplits.flatMap((split) =>
    words[split].flatMap(({ uid, name }) => {
      const at = (parts: FireParts, figure: keyof FireFigures): string => {
        const value = parts[split].find(({ wordUid }) => wordUid === uid)?.[figure] ?? 0;
        return figure === 'loss' ? tenThousandsText(value) : String(value);
      };
      return figureKeys.flatMap((figure) => {
        const [now, then] = [at(stored, figure), at(wanted, figure)];
        return now === then ? [] : [`${name}${figureNames[figure]} ${now} → ${then}`];
      });
    }),
  );
}
