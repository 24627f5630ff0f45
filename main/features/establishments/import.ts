import type { EstablishmentFields } from '#shared/contract/establishments.ts';
import {
  type EstablishmentMeaning,
  establishmentTableColumns,
} from '#shared/rules/establishments/table-columns.ts';
import type { RowTexts, TableRow } from '#shared/rules/tables/row-texts.ts';
import { writtenCount } from '#shared/rules/tables/written-count.ts';
import { establishmentFieldNames } from '#shared/rules/establishments/field-names.ts';
import type { ListImport, Understood } from '#main/core/table-import/list-import.ts';
import { type RecordRow, understandRecords } from '#main/core/table-import/records.ts';
import { organizationsOfLevel, organizationsOn, unitFinder } from '#main/features/organizations/index.ts';
import { columnsOf } from './edit.ts';
import { closePressed } from './pressed-tasks.ts';
import { type KindRecord, recordsOfKind } from './queries.ts';
import { fieldsOf, requireKind } from './rows.ts';

/** The id of the unit; where the row names none, below 0 and of this row alone. */
type Fields = EstablishmentFields & { organizationId: number };

interface ReadEstablishments extends Understood {
  kind: KindRecord;
  rows: readonly RecordRow<Fields>[];
}

/** Of a unit of which nothing is stored yet. */
const NOT_YET = 0;

/** By unit; of which kind of body the table is, the page knows. */
export const establishmentImport: ListImport<EstablishmentMeaning, { kindUid: string }, ReadEstablishments> =
  {
    key: 'establishments',
    what: '基层机构台账',
    unit: '个单位',
    columns: () => establishmentTableColumns,
    understand(db, table, { options, today }) {
      const kind = requireKind(db, options.kindUid);
      const units = unitFinder(db, kind.level, today);
      const stored = new Map(
        db.all(recordsOfKind, { kindId: kind.id }).map((record) => [record.organization_id, record]),
      );
      const known = new Map(
        organizationsOfLevel(organizationsOn(db, today), kind.level).map(({ id: organizationId }) => {
          const record = stored.get(organizationId);
          return [
            String(organizationId),
            { id: record?.id ?? NOT_YET, fields: { ...fieldsOf(record), organizationId } },
          ];
        }),
      );
      const read = understandRecords<EstablishmentMeaning, Fields>(table, {
        columns: establishmentTableColumns,
        subject: 'unit',
        read: (texts, source, name) => readRow(texts, source, units(texts, source, name), today),
        keyOf: ({ organizationId }) => String(organizationId),
        known,
        labels: establishmentFieldNames,
        // Only a row whose unit was not found, which is an error.
        whenNew: (said) => said,
      });
      return { ...read, kind, notes: [] };
    },
    write({ rows, kind }, context) {
      const { db, today } = context;
      const organizations = organizationsOn(db, today);
      const units = [...rows].flatMap(({ action, id, fields }) => {
        const { organizationId, ...own } = fields;
        if (action !== 'change' || id === null) return [];
        if (id === NOT_YET)
          db.insert('establishment', {
            kind_id: kind.id,
            organization_id: organizationId,
            ...columnsOf(own),
          });
        else db.update('establishment', id, columnsOf(own));
        return organizations.get(organizationId) ?? [];
      });
      closePressed(context, kind, units);
    },
  };

function readRow(
  texts: RowTexts<EstablishmentMeaning>,
  source: TableRow,
  organizationId: number,
  today: string,
): Fields {
  const text = (meaning: EstablishmentMeaning): string => texts.text(source, meaning);
  const establishedOn = texts.day(source, 'establishedOn');
  if (establishedOn !== null && establishedOn > today)
    texts.note('error', source.row, 'establishedOn', '挂牌日期还没有到，请填在计划日期一列。');
  return {
    organizationId,
    plannedOn: texts.day(source, 'plannedOn'),
    establishedOn,
    document: text('document'),
    place: text('place'),
    head: text('head'),
    phone: text('phone'),
    posts: readPosts(texts, source),
    note: text('note'),
  };
}

function readPosts(texts: RowTexts<EstablishmentMeaning>, source: TableRow): number | null {
  const written = texts.text(source, 'posts');
  const posts = writtenCount(written, 4, '人名个');
  if (posts === null && written !== '')
    texts.note('error', source.row, 'posts', `“${written}”不是人数，请写成 3 这样的整数。`);
  return posts;
}
