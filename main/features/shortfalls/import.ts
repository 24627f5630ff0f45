import { v7 } from 'uuid';
import type { ShortfallFigure } from '#shared/contract/shortfalls.ts';
import {
  shortfallFieldNames,
  type ShortfallMeaning,
  shortfallTableColumns,
} from '#shared/rules/shortfalls/table-columns.ts';
import type { RowTexts, TableRow } from '#shared/rules/tables/row-texts.ts';
import type { ListImport, Understood } from '#main/core/table-import/list-import.ts';
import { type RecordRow, understandRecords } from '#main/core/table-import/records.ts';
import { organizationsOfLevel, organizationsOn, unitFinder } from '#main/features/organizations/index.ts';
import { figuresOfItem } from './queries.ts';
import { requireItem, toFigure } from './table.ts';

/** The id of the place; where the row names none, below 0 and of this row alone. */
type Fields = ShortfallFigure & { organizationId: number };

interface ReadFigures extends Understood {
  itemId: number;
  rows: readonly RecordRow<Fields>[];
}

/** Of a place of which nothing is stored yet. */
const NOT_YET = 0;

/** By place; of which item the table is, the page knows. */
export const shortfallImport: ListImport<ShortfallMeaning, { itemUid: string }, ReadFigures> = {
  key: 'shortfalls',
  what: '应建和现有数',
  unit: '个单位',
  columns: () => shortfallTableColumns,
  understand(db, table, { options, today }) {
    const item = requireItem(db, options.itemUid);
    const units = unitFinder(db, item.level, today);
    const stored = new Map(
      db.all(figuresOfItem, { itemId: item.id }).map((record) => [record.organization_id, record]),
    );
    const known = new Map(
      organizationsOfLevel(organizationsOn(db, today), item.level).map(({ id: organizationId }) => {
        const record = stored.get(organizationId);
        const fields = { ...toFigure(record), organizationId };
        return [String(organizationId), { id: record?.id ?? NOT_YET, fields }];
      }),
    );
    const read = understandRecords<ShortfallMeaning, Fields>(table, {
      columns: shortfallTableColumns,
      subject: 'unit',
      read: (texts, source, name) => ({
        organizationId: units(texts, source, name),
        required: countIn(texts, source, 'required'),
        existing: countIn(texts, source, 'existing'),
        note: texts.text(source, 'note'),
      }),
      keyOf: ({ organizationId }) => String(organizationId),
      known,
      labels: shortfallFieldNames,
      // Only a row whose unit was not found, which is an error.
      whenNew: (said) => said,
    });
    return { ...read, itemId: item.id, notes: [] };
  },
  write({ rows, itemId }, { db }) {
    for (const { action, id, fields } of rows) {
      const { organizationId, ...own } = fields;
      if (action !== 'change' || id === null) continue;
      if (id === NOT_YET)
        db.insert('shortfall_figure', {
          uid: v7(),
          item_id: itemId,
          organization_id: organizationId,
          ...own,
        });
      else db.update('shortfall_figure', id, own);
    }
  },
};

const MOST = 1_000_000;

/** An empty cell says nothing, and is no 0. */
function countIn(
  texts: RowTexts<ShortfallMeaning>,
  source: TableRow,
  meaning: 'required' | 'existing',
): number | null {
  const written = texts.text(source, meaning);
  const digits = /^(\d{1,7})\s*[个座支辆具套人处台]?$/u.exec(
    written.normalize('NFKC').replaceAll(',', ''),
  )?.[1];
  if (digits !== undefined && Number(digits) <= MOST) return Number(digits);
  if (digits !== undefined) {
    texts.note('error', source.row, meaning, `“${written}”太大，最多 ${MOST}。`);
    return null;
  }
  if (written !== '') texts.note('error', source.row, meaning, `“${written}”不是整数，请写成 3 这样的整数。`);
  return null;
}
