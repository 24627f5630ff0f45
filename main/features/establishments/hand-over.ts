import { defineQuery, integer, nullableText, text } from '#main/core/store/query.ts';
import type { HandOver } from '#main/features/organizations/index.ts';

const columns = {
  id: integer,
  uid: text,
  organization_id: integer,
  kind_uid: text,
  kind_name: text,
  planned_on: nullableText,
  established_on: nullableText,
};

const select = `SELECT body.id, body.uid, body.organization_id, kind.uid AS kind_uid, kind.name AS kind_name,
    body.planned_on, body.established_on
  FROM establishment AS body JOIN establishment_kind AS kind ON kind.id = body.kind_id`;

const bodiesOfUnits = defineQuery<typeof columns, { ids: string }>({
  name: 'establishments.ofUnits',
  sql: `${select} WHERE body.organization_id IN (SELECT value FROM json_each(@ids)) ORDER BY kind.position, body.id`,
  columns,
});

const bodyByUid = defineQuery<typeof columns, { uid: string }>({
  name: 'establishments.body',
  sql: `${select} WHERE body.uid = @uid`,
  columns,
});

/** A unit has one body of each kind, so that a successor takes over that of one only. */
export const establishmentHandOver: HandOver = {
  kind: 'establishments',
  kindName: '基层机构',
  find: (db, organizationIds) =>
    db.all(bodiesOfUnits, { ids: JSON.stringify(organizationIds) }).map((body) => ({
      uid: body.uid,
      organizationId: body.organization_id,
      slot: body.kind_uid,
      slotName: body.kind_name,
      exclusive: true,
      state: stateOf(body),
      stays: '仍记在原名下，在“已撤并”里查看',
    })),
  give(db, itemUid, toId) {
    const body = db.get(bodyByUid, { uid: itemUid });
    if (body !== undefined) db.update('establishment', body.id, { organization_id: toId });
  },
};

function stateOf({
  planned_on,
  established_on,
}: {
  planned_on: string | null;
  established_on: string | null;
}): string {
  if (established_on !== null) return `${established_on} 挂牌`;
  return planned_on === null ? '没有挂牌' : `计划 ${planned_on} 挂牌`;
}
