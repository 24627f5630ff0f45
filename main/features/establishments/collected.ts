import { type EstablishmentFields, establishmentPatchSchema } from '#shared/contract/establishments.ts';
import { AppError } from '#shared/errors.ts';
import {
  type CollectionDefinition,
  collectedColumn,
  type GivenRow,
} from '#shared/rules/collections/definition.ts';
import { establishmentFieldNames } from '#shared/rules/establishments/field-names.ts';
import type { CollectedLedger, LandedRow } from '#main/core/fields/collected-ledger.ts';
import { landEach } from '#main/core/fields/land-each.ts';
import { changedFields, collectedFields, landPatch } from '#main/core/fields/plain-fields.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { editHandlers, requireUnits } from './edit.ts';
import { allKinds, type KindRecord, recordOf } from './queries.ts';
import { establishmentRows, fieldsOf, requireKind } from './rows.ts';

const names = establishmentFieldNames;
const definition: CollectionDefinition = {
  rows: 'given',
  blankRows: 0,
  columns: [
    collectedColumn('unit', '单位', { locked: true }),
    collectedColumn('kind', '机构', { locked: true }),
    collectedColumn('plannedOn', names.plannedOn, { kind: 'day' }),
    collectedColumn('establishedOn', names.establishedOn, { kind: 'day', hint: '还没有挂牌的写计划日期' }),
    collectedColumn('document', names.document),
    collectedColumn('place', names.place),
    collectedColumn('head', names.head),
    collectedColumn('phone', names.phone),
    collectedColumn('posts', names.posts, { kind: 'whole', min: '0', max: '9999' }),
    collectedColumn('note', names.note),
  ],
};

/** Both parts of a row's key are uids. */
const UID_LENGTH = 36;

/** What has been set up: counties are asked about their townships, townships about their villages. */
export const collectedEstablishments: CollectedLedger = {
  key: 'establishments',
  name: '基层机构进度',
  instruction:
    '请逐个单位填写：已经挂牌的写挂牌日期，没有挂牌的写计划日期；登记过的已经填好，不对的改正、缺的补上。',
  definition: () => definition,

  rowsOf({ db, today }) {
    const asked = db.all(allKinds).flatMap((kind) =>
      establishmentRows(db, kind, today).map((row) => ({
        askedUid: kind.level === 'township' ? row.countyUid : row.townshipUid,
        row: rowOf(kind, row.organizationUid, row.name, row),
      })),
    );
    const byUnit = Map.groupBy(asked, ({ askedUid }) => askedUid);
    return new Map([...byUnit].map(([uid, rows]) => [uid, rows.map(({ row }) => row)]));
  },

  land: (units, context) => landEach(units, (_unit, row) => landBody(row, context)),
};

function rowOf(kind: KindRecord, unitUid: string, unit: string, fields: EstablishmentFields): GivenRow {
  const { plannedOn, establishedOn, document, place, head, phone, posts, note } = fields;
  const told = collectedFields({ plannedOn, establishedOn, document, place, head, phone, posts, note });
  return { key: `${unitUid}-${kind.uid}`, values: { unit, kind: kind.name, ...told }, ranges: {} };
}

/** @returns how many values changed @throws AppError naming the unit and what it sets up */
function landBody({ key, values }: LandedRow, context: WriteContext): number {
  const { db, today } = context;
  const [organizationUid, kindUid] = [key?.slice(0, UID_LENGTH) ?? '', key?.slice(UID_LENGTH + 1) ?? ''];
  const kind = requireKind(db, kindUid);
  const [unit] = requireUnits(db, kind, [organizationUid], today);
  if (unit === undefined) throw new AppError('notFound', { what: '表里的一个单位' });
  const fields = fieldsOf(db.get(recordOf, { kindId: kind.id, organizationId: unit.id }));
  const stored = rowOf(kind, organizationUid, unit.name, fields).values;
  return landPatch(
    {
      name: `${unit.name}${kind.name}`,
      fields,
      changed: changedFields(definition.columns, values, stored),
      schema: establishmentPatchSchema,
    },
    (patch) => editHandlers.update({ kindUid, organizationUid, ...patch }, context),
  );
}
