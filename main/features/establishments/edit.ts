import {
  ESTABLISHMENT_FILES,
  type EstablishmentFields,
  type establishments as contract,
} from '#shared/contract/establishments.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch, sameValue } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { hasFiles } from '#main/features/attachments/index.ts';
import { organizationsOn, type OrganizationOnDay } from '#main/features/organizations/index.ts';
import { closePressed, reopenPressed, withClosed } from './pressed-tasks.ts';
import { type KindRecord, recordOf } from './queries.ts';
import { fieldsOf, nothingKnown, requireKind } from './rows.ts';

type Names = 'update' | 'establish';

export const editHandlers: Pick<Handlers<typeof contract>, Names> = {
  update({ kindUid, organizationUid, base, set }, context) {
    const { db, today, summarize } = context;
    const kind = requireKind(db, kindUid);
    const [organization] = requireUnits(db, kind, [organizationUid], today);
    if (organization === undefined) throw new AppError('notFound', { what: '这个单位' });
    const record = db.get(recordOf, { kindId: kind.id, organizationId: organization.id });
    const stored = fieldsOf(record);
    const changes = decidePatch<EstablishmentFields>(stored, base, set);
    requireDone({ ...stored, ...changes }, today);
    write(context, { kind, organization }, changes);
    const closedTasks = closePressed(context, kind, [organization]);
    const wasCleared = stored.establishedOn !== null && changes.establishedOn === null;
    const reopenedTasks = wasCleared ? reopenPressed(context, kind, organization) : 0;
    const reopened = reopenedTasks === 0 ? '' : `，重新打开任务 ${reopenedTasks} 项`;
    summarize(withClosed(`${organization.name} ${kind.name}${reopened}`, closedTasks));
    return { uid: organizationUid, closedTasks, reopenedTasks };
  },

  establish({ kindUid, organizationUids, establishedOn, document }, context) {
    const { db, today, summarize } = context;
    const kind = requireKind(db, kindUid);
    requireDone({ establishedOn }, today);
    const units = requireUnits(db, kind, organizationUids, today).filter(
      ({ id }) => !hasPlaque(db, kind, id),
    );
    for (const organization of units)
      write(context, { kind, organization }, { establishedOn, ...(document === '' ? {} : { document }) });
    const closedTasks = closePressed(context, kind, units);
    summarize(withClosed(`${kind.name} ${units.length} 个单位`, closedTasks));
    return { changed: units.length, closedTasks };
  },
};

export function hasPlaque(db: ReadStore, kind: KindRecord, organizationId: number): boolean {
  return fieldsOf(db.get(recordOf, { kindId: kind.id, organizationId })).establishedOn !== null;
}

/** @throws AppError notFound, badInput where a unit is not of the kind's level today */
export function requireUnits(
  db: ReadStore,
  kind: KindRecord,
  uids: readonly string[],
  today: string,
): OrganizationOnDay[] {
  const byUid = new Map([...organizationsOn(db, today).values()].map((each) => [each.uid, each]));
  return uids.map((uid) => {
    const organization = byUid.get(uid);
    if (organization === undefined) throw new AppError('notFound', { what: '这个单位' });
    if (organization.level !== kind.level)
      throw new AppError('badInput', { detail: `“${organization.name}”不设立${kind.name}` });
    return organization;
  });
}

/** The row begins with what is first known, and goes when nothing is known any more and no file hangs on it. */
function write(
  { db }: WriteContext,
  { kind, organization }: { kind: KindRecord; organization: OrganizationOnDay },
  changes: Partial<EstablishmentFields>,
): void {
  const record = db.get(recordOf, { kindId: kind.id, organizationId: organization.id });
  const isEmpty = sameValue({ ...fieldsOf(record), ...changes }, nothingKnown);
  const columns = columnsOf(changes);
  if (record === undefined) {
    if (!isEmpty)
      db.insert('establishment', { kind_id: kind.id, organization_id: organization.id, ...columns });
  } else if (isEmpty && !hasFiles(db, { kind: ESTABLISHMENT_FILES, uid: record.uid }))
    db.remove('establishment', record.id);
  else db.update('establishment', record.id, columns);
}

export function columnsOf({ plannedOn, establishedOn, ...same }: Partial<EstablishmentFields>) {
  return {
    ...same,
    ...(plannedOn === undefined ? {} : { planned_on: plannedOn }),
    ...(establishedOn === undefined ? {} : { established_on: establishedOn }),
  };
}

/** A plaque that is still to be hung is a plan. */
function requireDone({ establishedOn }: Pick<EstablishmentFields, 'establishedOn'>, today: string): void {
  if (establishedOn !== null && establishedOn > today)
    throw new AppError('badInput', {
      detail: `挂牌日期 ${establishedOn} 还没有到，请填在计划日期里`,
      field: 'establishedOn',
    });
}
