import type { PartnerUnit } from '#shared/contract/partner-units.ts';
import { column, fieldSource } from '#main/core/fields/field-source.ts';
import { listPartners } from './list.ts';

/** Units to be called in an emergency, for forms of other offices. */
export const partnerFields = [
  fieldSource<PartnerUnit>({
    key: 'partnerUnits',
    name: '联动单位通讯录(每个一行)',
    columns: [
      column('number', '序号', 'number', (_row, place) => place + 1),
      column('kind', '类别', 'text', ({ kind }) => kind),
      column('name', '单位名称', 'text', ({ name }) => name),
      column('dutyPhone', '值班电话', 'text', ({ dutyPhone }) => dutyPhone),
      column('contact', '联系人', 'text', ({ contact }) => contact),
      column('contactPhone', '联系人电话', 'text', ({ contactPhone }) => contactPhone),
      column('confirmedOn', '核实日期', 'day', ({ confirmedOn }) => confirmedOn),
      column('note', '备注', 'text', ({ note }) => note),
    ],
    rows: ({ db, today }) => listPartners(db, today).units,
  }),
];
