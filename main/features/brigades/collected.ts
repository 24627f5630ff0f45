import { type BrigadeFields, brigadePatchSchema } from '#shared/contract/brigades.ts';
import { AppError } from '#shared/errors.ts';
import {
  type CollectionDefinition,
  collectedColumn,
  type GivenRow,
} from '#shared/rules/collections/definition.ts';
import { blankBrigade } from '#shared/rules/brigades/course.ts';
import {
  brigadeClasses,
  brigadeClassNames,
  brigadeStageNames,
  brigadeStages,
} from '#shared/rules/brigades/model.ts';
import type { CollectedLedger, LandedRow } from '#main/core/fields/collected-ledger.ts';
import { landEach } from '#main/core/fields/land-each.ts';
import { changedFields, collectedFields, landPatch, unfit } from '#main/core/fields/plain-fields.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { brigades } from './index.ts';
import { brigadeOfTown, listBrigades } from './rows.ts';

const everyTown = { denominator: 'townships', view: 'all', text: '' } as const;
const most = { people: '9999', drivers: '9999', tenders: '999' };

const definition: CollectionDefinition = {
  rows: 'given',
  blankRows: 0,
  columns: [
    collectedColumn('town', '乡镇(街道)', { locked: true }),
    collectedColumn('class', '类别', {
      kind: 'choice',
      choices: brigadeClasses.map((each) => brigadeClassNames[each]),
    }),
    collectedColumn('leader', '队长'),
    collectedColumn('phone', '电话'),
    collectedColumn('people', '人员', { kind: 'whole', min: '0', max: most.people }),
    collectedColumn('drivers', '其中驾驶员', { kind: 'whole', min: '0', max: most.drivers }),
    collectedColumn('tenders', '水罐车', { kind: 'whole', min: '0', max: most.tenders }),
    ...brigadeStages.flatMap((stage) => [
      collectedColumn(`${stage}PlannedOn`, `${brigadeStageNames[stage]}计划日期`, { kind: 'day' }),
      collectedColumn(`${stage}DoneOn`, `${brigadeStageNames[stage]}完成日期`, { kind: 'day' }),
    ]),
    collectedColumn('note', '备注'),
  ],
};

/** How far the full-time brigades of a county's towns are; a row is known by its town. */
export const collectedBrigades: CollectedLedger = {
  key: 'brigades',
  name: '专职消防队进度',
  instruction:
    '请逐个乡镇(街道)填写专职消防队建到了哪一步：已经完成的写完成日期，没有完成的写计划日期；登记过的已经填好，不对的改正。',
  definition: () => definition,

  rowsOf({ db, today }) {
    const { rows } = listBrigades(db, everyTown, today);
    const byCounty = Map.groupBy(rows, ({ countyUid }) => countyUid);
    return new Map(
      [...byCounty].map(([uid, towns]) => [
        uid,
        towns.map(({ organizationUid, name, fields }) => rowOf(organizationUid, name, fields)),
      ]),
    );
  },

  land: (units, context) => landEach(units, (_county, row) => landTown(row, context)),
};

function rowOf(key: string, town: string, fields: BrigadeFields | null): GivenRow {
  if (fields === null) return { key, values: { town }, ranges: {} };
  const told = { ...fields, class: brigadeClassNames[fields.class] };
  return { key, values: { town, ...collectedFields(told) }, ranges: {} };
}

/** @returns how many values changed @throws AppError naming the town */
function landTown({ key, values }: LandedRow, context: WriteContext): number {
  const town = key === null ? null : brigadeOfTown(context.db, context.today, key);
  if (key === null || town === null) throw new AppError('notFound', { what: '表里的一个乡镇(街道)' });
  const changed = changedFields(definition.columns, values, rowOf(key, town.name, town.fields).values);
  const kind = brigadeClasses.find((each) => brigadeClassNames[each] === changed['class']);
  // None is taken for granted.
  if (town.fields === null && kind === undefined && Object.keys(changed).length > 0)
    throw unfit(town.name, `没有写类别(${Object.values(brigadeClassNames).join('、')})`);
  const { class: _name, ...rest } = changed;
  return landPatch(
    {
      name: town.name,
      fields: town.fields ?? blankBrigade,
      changed: kind === undefined ? rest : { ...rest, class: kind },
      schema: brigadePatchSchema,
    },
    (patch) => brigades.update({ organizationUid: key, ...patch }, context),
  );
}
