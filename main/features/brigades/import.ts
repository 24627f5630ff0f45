import { blankBrigade } from '#shared/rules/brigades/course.ts';
import { brigadeClassNames } from '#shared/rules/brigades/model.ts';
import { type BrigadeMeaning, brigadeTableColumns } from '#shared/rules/brigades/table-columns.ts';
import type { ListImport, Understood } from '#main/core/table-import/list-import.ts';
import { type RecordRow, understandRecords } from '#main/core/table-import/records.ts';
import { organizationsOfLevel, organizationsOn, unitFinder } from '#main/features/organizations/index.ts';
import { columnsOf, fieldsOf } from './columns.ts';
import { brigadeFieldNames, noteDoubts, readBrigade, type SaidBrigade } from './import-row.ts';
import { allBrigades } from './queries.ts';

/** The id of the town; where the row names none, below 0 and of this row alone. */
type Fields = SaidBrigade & { organizationId: number };

interface ReadBrigades extends Understood {
  rows: readonly RecordRow<Fields>[];
}

/** Of a town of which nothing is stored yet. */
const NOT_YET = 0;

/** By town. */
export const brigadeImport: ListImport<BrigadeMeaning, null, ReadBrigades> = {
  key: 'brigades',
  what: '专职消防队',
  unit: '支',
  columns: () => brigadeTableColumns,
  understand(db, table, { today }) {
    const towns = unitFinder(db, 'township', today);
    const stored = new Map(db.all(allBrigades).map((record) => [record.organization_id, record]));
    const known = new Map(
      organizationsOfLevel(organizationsOn(db, today), 'township').map(({ id: organizationId }) => {
        const record = stored.get(organizationId);
        const fields: SaidBrigade =
          record === undefined ? { ...blankBrigade, class: null } : fieldsOf(record);
        return [String(organizationId), { id: record?.id ?? NOT_YET, fields: { ...fields, organizationId } }];
      }),
    );
    const read = understandRecords<BrigadeMeaning, Fields>(table, {
      columns: brigadeTableColumns,
      subject: 'unit',
      read: (texts, source, name) => {
        const organizationId = towns(texts, source, name);
        const said = readBrigade(texts, source);
        const { fields } = known.get(String(organizationId)) ?? {};
        if (fields !== undefined) noteDoubts(texts, source, { said, stored: fields, today });
        return { ...said, organizationId };
      },
      keyOf: ({ organizationId }) => String(organizationId),
      known,
      labels: brigadeFieldNames,
      shown: (value, field) =>
        field === 'class'
          ? (new Map<unknown, string>(Object.entries(brigadeClassNames)).get(value) ?? '')
          : String(value),
      // Only a row whose town was not found, which is an error.
      whenNew: (said) => said,
    });
    return { ...read, notes: [] };
  },
  write({ rows }, { db }) {
    for (const { action, id, fields } of rows) {
      const { organizationId, class: kind, ...own } = fields;
      if (action !== 'change' || id === null || kind === null) continue;
      const columns = columnsOf({ ...own, class: kind });
      if (id === NOT_YET) db.insert('brigade', { organization_id: organizationId, ...columns });
      else db.update('brigade', id, columns);
    }
  },
};
