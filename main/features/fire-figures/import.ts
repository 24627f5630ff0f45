import type { FigureState, FireFigures } from '#shared/rules/fire-figures/figures.ts';
import { countOf } from '#shared/rules/fire-figures/figures.ts';
import { fenOfTenThousands, tenThousandsText } from '#shared/rules/money.ts';
import { excessOf, type FireParts, noParts } from '#shared/rules/fire-figures/parts.ts';
import {
  type FireColumnMeaning,
  fireColumnsWith,
  fireTableColumns,
} from '#shared/rules/fire-figures/table-columns.ts';
import { RowTexts, type TableRow } from '#shared/rules/tables/row-texts.ts';
import { aliasesOf } from '#main/core/terms.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { OrganizationOnDay } from '#main/features/organizations/index.ts';
import type { ListImport, Understood, UnderstoodRow } from '#main/core/table-import/list-import.ts';
import { enterFigures } from './enter.ts';
import { partChanges, readParts } from './import-parts.ts';
import { countiesIn, townshipsIn } from './month.ts';
import { partsByFigure, toParts } from './parts.ts';
import { type FigureRecord, figuresBetween } from './queries.ts';
import { wordsBySplit } from './words.ts';

interface FireRow extends UnderstoodRow, FireFigures {
  organizationUid: string;
  source: string;
  parts: FireParts;
}

interface ReadFires extends Understood {
  month: string;
  state: FigureState;
  rows: FireRow[];
}

type Texts = RowTexts<FireColumnMeaning>;

/** A month of counties and townships. What differs from what is stored becomes a correction; a cell without a number is asked for. */
export const fireImport: ListImport<FireColumnMeaning, { month: string; state: FigureState }, ReadFires> = {
  key: 'fireFigures',
  what: '火灾数据',
  unit: '行',
  columns(db) {
    const { trade, cause } = wordsBySplit(db);
    return fireColumnsWith([...trade, ...cause].map((word) => ({ ...word, aliases: aliasesOf(word) })));
  },
  understand(db, { rows, columns }, { options: { month, state } }) {
    const texts = new RowTexts<FireColumnMeaning>(columns);
    const placeOf = placeFinder(db, month);
    const records = db.all(figuresBetween, { from: month, to: month });
    const stored = new Map(records.map((record) => [record.organization_id, record]));
    const storedParts = partsByFigure(db, records);
    const words = wordsBySplit(db);
    const given: ReadonlySet<string> = new Set(columns.map(({ meaning }) => meaning));
    const met = new Set<number>();
    const read = rows.flatMap((source): FireRow[] => {
      const name = texts.name(source, 'county', '县(市、区)');
      if (name === null || name === '全市') return [];
      texts.check(source, fireTableColumns);
      const township = texts.text(source, 'township');
      const { place, meaning } = placeOf(name, township);
      if (place === undefined || met.has(place.id)) {
        const written = meaning === 'county' ? name : township;
        const problem =
          place === undefined ? `没有找到“${written}”，请写全称或简称。` : `“${written}”写了两行。`;
        texts.note('error', source.row, meaning, problem);
        return [];
      }
      met.add(place.id);
      const figures = readFigures(texts, source);
      if (figures === null) return [];
      const told = { ...figures, source: texts.text(source, 'source') };
      const record = stored.get(place.id);
      const before = record === undefined ? noParts : toParts(storedParts.get(record.id) ?? []);
      const parts = readParts(texts, source, { words, given, stored: before });
      const excess = excessOf(figures, parts);
      if (excess !== null) texts.note('error', source.row, 'fires', excess);
      return [
        {
          row: source.row,
          organizationUid: place.uid,
          ...told,
          parts,
          ...actionOf(told, record, state, partChanges(words, before, parts)),
        },
      ];
    });
    return { month, state, rows: read, problems: texts.problems, notes: [] };
  },
  write({ month, state, rows }, context) {
    for (const { action, organizationUid, fires, deaths, injuries, loss, source, parts } of rows)
      if (action === 'add' || action === 'change')
        enterFigures(context, organizationUid, {
          month,
          state,
          fires,
          deaths,
          injuries,
          loss,
          source,
          parts,
        });
  },
};

/** The county of a line, or its township where it names one; the meaning is that of what is not found. */
function placeFinder(db: ReadStore, month: string) {
  const named = (places: readonly OrganizationOnDay[], written: string) =>
    places.find(({ name, shortName }) => name === written || shortName === written);
  const counties = countiesIn(db, month);
  const townships = Map.groupBy(townshipsIn(db, month), ({ parentId }) => parentId);
  return (
    county: string,
    township: string,
  ): { place: OrganizationOnDay | undefined; meaning: 'county' | 'township' } => {
    const above = named(counties, county);
    if (above === undefined || township === '') return { place: above, meaning: 'county' };
    return { place: named(townships.get(above.id) ?? [], township), meaning: 'township' };
  };
}

function readFigures(texts: Texts, source: TableRow): FireFigures | null {
  const number = (meaning: 'fires' | 'deaths' | 'injuries' | 'loss'): number | null => {
    const written = texts.text(source, meaning);
    const value = meaning === 'loss' ? fenOfTenThousands(written) : countOf(written);
    const example = meaning === 'loss' ? '12.5 这样的万元数' : '3 这样的整数';
    if (value === null)
      texts.note(
        'error',
        source.row,
        meaning,
        written === '' ? `没有填；没有发生的请填 0。` : `“${written}”请写成${example}。`,
      );
    return value;
  };
  const [fires, deaths, injuries, loss] = [
    number('fires'),
    number('deaths'),
    number('injuries'),
    number('loss'),
  ];
  if (fires === null || deaths === null || injuries === null || loss === null) return null;
  return { fires, deaths, injuries, loss };
}

function actionOf(
  { fires, deaths, injuries, loss }: FireFigures,
  stored: FigureRecord | undefined,
  state: FigureState,
  inParts: readonly string[],
): Pick<FireRow, 'action' | 'changes'> {
  if (stored === undefined) return { action: 'add', changes: [] };
  const pairs = [
    ['起数', String(stored.fires), String(fires)],
    ['死亡', String(stored.deaths), String(deaths)],
    ['受伤', String(stored.injuries), String(injuries)],
    ['损失', tenThousandsText(stored.loss), tenThousandsText(loss)],
  ] as const;
  const changes = [
    ...pairs.flatMap(([name, now, wanted]) => (now === wanted ? [] : [`${name} ${now} → ${wanted}`])),
    ...inParts,
  ];
  if (changes.length > 0) return { action: 'change', changes };
  return stored.state === state
    ? { action: 'same', changes }
    : { action: 'change', changes: [state === 'verified' ? '快报 → 核定' : '核定 → 快报'] };
}
