import { defineQuery, integer, nullableText, type Row, text } from '#main/core/store/query.ts';

const columns = {
  id: integer,
  uid: text,
  kind: text,
  name: text,
  duty_phone: text,
  contact: text,
  contact_phone: text,
  note: text,
  confirmed_on: nullableText,
};
export type PartnerRecord = Row<typeof columns>;
const select = `SELECT ${Object.keys(columns).join(', ')} FROM partner_unit`;

export const allPartners = defineQuery({
  name: 'partnerUnits.all',
  sql: `${select} ORDER BY name`,
  columns,
});

export const partnerByUid = defineQuery<typeof columns, { uid: string }>({
  name: 'partnerUnits.byUid',
  sql: `${select} WHERE uid = @uid`,
  columns,
});

export const partnerByName = defineQuery<typeof columns, { name: string }>({
  name: 'partnerUnits.byName',
  sql: `${select} WHERE name = @name`,
  columns,
});
