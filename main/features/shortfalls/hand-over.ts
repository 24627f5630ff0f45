import { defineQuery, integer, nullableInteger, text } from '#main/core/store/query.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import type { HandOver } from '#main/features/organizations/index.ts';

const countColumns = { uid: text, organization_id: integer, count: integer };

const countOfUnits = defineQuery<typeof countColumns, { ids: string }>({
  name: 'shortfalls.ofUnits',
  sql: `SELECT organization.uid AS uid, organization.id AS organization_id, count(*) AS count
    FROM organization JOIN (
      SELECT organization_id FROM shortfall_figure UNION ALL SELECT organization_id FROM shortfall_plan
    ) AS entered ON entered.organization_id = organization.id
    WHERE organization.id IN (SELECT value FROM json_each(@ids)) GROUP BY organization.id`,
  columns: countColumns,
});

const figureColumns = {
  id: integer,
  item_id: integer,
  organization_id: integer,
  required: nullableInteger,
  existing: nullableInteger,
  note: text,
};
const planColumns = {
  id: integer,
  item_id: integer,
  organization_id: integer,
  year: integer,
  planned: nullableInteger,
  done: nullableInteger,
  money_planned: nullableInteger,
  money_spent: nullableInteger,
  note: text,
};

const OF_BOTH =
  'organization_id = @toId OR organization_id = (SELECT id FROM organization WHERE uid = @fromUid)';

const figuresOfBoth = defineQuery<typeof figureColumns, { fromUid: string; toId: number }>({
  name: 'shortfalls.figuresOfBoth',
  sql: `SELECT ${Object.keys(figureColumns).join(', ')} FROM shortfall_figure WHERE ${OF_BOTH} ORDER BY id`,
  columns: figureColumns,
});

const plansOfBoth = defineQuery<typeof planColumns, { fromUid: string; toId: number }>({
  name: 'shortfalls.plansOfBoth',
  sql: `SELECT ${Object.keys(planColumns).join(', ')} FROM shortfall_plan WHERE ${OF_BOTH} ORDER BY id`,
  columns: planColumns,
});

/** What a place has and plans goes together to what takes its ground over, and is added to what that has. */
export const shortfallHandOver: HandOver = {
  kind: 'shortfalls',
  kindName: '欠账填报数和补建计划',
  find: (db, organizationIds) =>
    db.all(countOfUnits, { ids: JSON.stringify(organizationIds) }).map((row) => ({
      uid: row.uid,
      organizationId: row.organization_id,
      slot: 'shortfalls',
      slotName: '欠账',
      exclusive: false,
      state: `${row.count} 条，与承接单位的相加`,
      stays: '仍记在原名下',
    })),
  give(db, itemUid, toId) {
    const both = { fromUid: itemUid, toId };
    const give = { db, toId };
    addUp(give, 'shortfall_figure', db.all(figuresOfBoth, both), ['required', 'existing'], ({ item_id }) =>
      String(item_id),
    );
    addUp(
      give,
      'shortfall_plan',
      db.all(plansOfBoth, both),
      ['planned', 'done', 'money_planned', 'money_spent'],
      ({ item_id, year }) => `${item_id} ${year}`,
    );
  },
};

/** @param keyOf rows with the same one become one */
function addUp<
  Key extends string,
  Row extends { id: number; organization_id: number; note: string } & Record<Key, number | null>,
>(
  { db, toId }: { db: WriteStore; toId: number },
  table: 'shortfall_figure' | 'shortfall_plan',
  rows: readonly Row[],
  amounts: readonly Key[],
  keyOf: (row: Row) => string,
): void {
  const there = new Map(
    rows.filter(({ organization_id: of }) => of === toId).map((row) => [keyOf(row), row] as const),
  );
  for (const row of rows.filter(({ organization_id: of }) => of !== toId)) {
    const own = there.get(keyOf(row));
    if (own === undefined) {
      db.update(table, row.id, { organization_id: toId });
      continue;
    }
    const sums = amounts.map((key) => [key, sumOf(own[key], row[key])] as const);
    const note = [...new Set([own.note, row.note])].filter((each) => each !== '').join('；');
    db.remove(table, row.id);
    db.update(table, own.id, { ...Object.fromEntries(sums), note });
  }
}

/** Null says nothing. */
function sumOf(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : one + other;
}
