import type { PartnerFields } from '#shared/contract/partner-units.ts';
import { partnerColumns, type PartnerMeaning } from '#shared/rules/duty/partner-columns.ts';
import type { ListImport, Understood } from '#main/core/table-import/list-import.ts';
import { type RecordRow, understandRecords } from '#main/core/table-import/records.ts';
import { columnsOf } from './columns.ts';
import { partnerFieldsOf, partnerSettings } from './list.ts';
import { allPartners } from './queries.ts';

interface ReadPartners extends Understood {
  rows: readonly RecordRow<PartnerFields>[];
}

const labels = {
  kind: '类别',
  dutyPhone: '值班电话',
  contact: '联系人',
  contactPhone: '联系人电话',
  confirmedOn: '核实日期',
  note: '备注',
};

/** By name: those that are known are changed where the table says anything. */
export const partnerImport: ListImport<PartnerMeaning, null, ReadPartners> = {
  key: 'partnerUnits',
  what: '联动单位',
  unit: '家',
  columns: () => partnerColumns,
  withoutHeading: () => ['kind', 'name', 'dutyPhone', 'contact', 'contactPhone', 'note'],
  understand(db, table) {
    const otherKind = partnerSettings(db).kinds.at(-1) ?? '其他';
    const known = db
      .all(allPartners)
      .map((record) => [record.name, { id: record.id, fields: partnerFieldsOf(record) }] as const);
    const read = understandRecords<PartnerMeaning, PartnerFields>(table, {
      columns: partnerColumns,
      subject: 'name',
      read: (texts, source, name) => ({
        kind: texts.text(source, 'kind'),
        name,
        dutyPhone: texts.text(source, 'dutyPhone'),
        contact: texts.text(source, 'contact'),
        contactPhone: texts.text(source, 'contactPhone'),
        note: texts.text(source, 'note'),
        confirmedOn: texts.day(source, 'confirmedOn'),
      }),
      keyOf: ({ name }) => name,
      known: new Map(known),
      labels,
      whenNew: (said) => (said.kind === '' ? { ...said, kind: otherKind } : said),
    });
    return { ...read, notes: [] };
  },
  write({ rows }, { db }) {
    for (const { action, id, fields } of rows) {
      if (action === 'add') db.insert('partner_unit', columnsOf(fields));
      if (action === 'change' && id !== null) db.update('partner_unit', id, columnsOf(fields));
    }
  },
};
