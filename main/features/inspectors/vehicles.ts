import { v7 } from 'uuid';
import type { inspectors as contract, Vehicle, VehicleFields } from '#shared/contract/inspectors.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { unitColumns } from './columns.ts';
import { allVehicles, vehicleByUid, type VehicleRecord } from './queries.ts';
import { unitNameOf } from './rows.ts';

type Names = 'vehicles' | 'addVehicle' | 'updateVehicle' | 'removeVehicles';

export const vehicleHandlers: Pick<Handlers<typeof contract>, Names> = {
  vehicles: (_input, { db }) => listVehicles(db),

  addVehicle(fields, { db, summarize }) {
    const uid = v7();
    db.insert('vehicle', { uid, ...vehicleColumnsOf(db, { ...fields, retiredOn: null }) });
    summarize(fields.name);
    return { uid };
  },

  updateVehicle({ uid, base, set }, { db, summarize }) {
    const record = requireVehicle(db, uid);
    const stored = fieldsOf(record);
    const wanted = { ...stored, ...decidePatch<VehicleFields>(stored, base, set) };
    db.update('vehicle', record.id, vehicleColumnsOf(db, wanted));
    summarize(wanted.name);
    return { uid };
  },

  removeVehicles({ uids }, { db, summarize }) {
    const records = uids.map((uid) => requireVehicle(db, uid));
    for (const { id } of records) db.remove('vehicle', id);
    summarize(records.map(({ name }) => name).join('、'));
    return { removed: records.length };
  },
};

/** Those in use first. */
export function listVehicles(db: ReadStore): Vehicle[] {
  return db.all(allVehicles).map((record) => ({
    uid: record.uid,
    name: record.name,
    seats: record.seats,
    organizationUid: record.organization_uid,
    unitName: unitNameOf(record),
    note: record.note,
    retiredOn: record.retired_on,
  }));
}

function fieldsOf(record: VehicleRecord): VehicleFields {
  const { name, seats, organization_uid: organizationUid, unit, note, retired_on: retiredOn } = record;
  return { name, seats, organizationUid, unit, note, retiredOn };
}

export function vehicleColumnsOf(db: ReadStore, { name, seats, note, retiredOn, ...unit }: VehicleFields) {
  return { name, seats, ...unitColumns(db, unit), note, retired_on: retiredOn };
}

function requireVehicle(db: ReadStore, uid: string): VehicleRecord {
  const record = db.get(vehicleByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '这辆车' });
  return record;
}
