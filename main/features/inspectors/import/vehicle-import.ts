import { type VehicleMeaning, vehicleTableColumns } from '#shared/rules/inspectors/vehicle-columns.ts';
import type { RowTexts, TableRow } from '#shared/rules/tables/row-texts.ts';
import { writtenCount } from '#shared/rules/tables/written-count.ts';
import type { ListImport, Understood } from '#main/core/table-import/list-import.ts';
import { type RecordRow, understandRecords } from '#main/core/table-import/records.ts';
import { allVehicles, type VehicleRecord } from '../queries.ts';
import { unitNameOf } from '../rows.ts';
import { vehicleColumnsOf } from '../vehicles.ts';
import { NamedUnits, type WrittenUnit } from './named-units.ts';

/** The unit goes by its name; a newcomer without seats is an error. */
type Fields = Record<'name' | 'unitName' | 'note', string> & {
  seats: number | null;
  retiredOn: string | null;
};

interface ReadVehicles extends Understood {
  /** With what the unit of the row is; it says nothing where both are empty. */
  rows: readonly (RecordRow<Fields> & WrittenUnit)[];
}

const labels = { seats: '座位数', unitName: '单位', retiredOn: '停用日期', note: '备注' };
const MOST_SEATS = 60;

/** By number plate, however it is spaced. */
export const vehicleImport: ListImport<VehicleMeaning, null, ReadVehicles> = {
  key: 'inspectionVehicles',
  what: '督查车辆',
  unit: '辆',
  columns: () => vehicleTableColumns,
  withoutHeading: () => ['name', 'seats', 'unit'],
  understand(db, table, { today }) {
    const units = new NamedUnits(db, today);
    const written = new Map<number, WrittenUnit>();
    // Of two vehicles with one plate the first, which is in use.
    const stored = db.all(allVehicles).toReversed();
    const known = new Map(stored.map((record) => [plate(record.name), knownOf(record)]));

    function unitNameIn(texts: RowTexts<VehicleMeaning>, source: TableRow): string {
      const name = texts.text(source, 'unit');
      const unit = units.named(name);
      if (typeof unit === 'string') texts.note('error', source.row, 'unit', unit);
      else written.set(source.row, unit);
      return typeof unit === 'string' ? name : units.shownName(unit);
    }

    const read = understandRecords<VehicleMeaning, Fields>(table, {
      columns: vehicleTableColumns,
      subject: 'name',
      read: (texts, source, name) => ({
        name,
        seats: readSeats(texts, source, known.has(plate(name))),
        unitName: unitNameIn(texts, source),
        retiredOn: texts.day(source, 'retiredOn'),
        note: texts.text(source, 'note'),
      }),
      keyOf: ({ name }) => plate(name),
      known,
      labels,
      whenNew: (said) => said,
    });
    const ofNothing: WrittenUnit = { organizationUid: null, unit: '' };
    return {
      rows: read.rows.map((row) => ({ ...row, ...(written.get(row.row) ?? ofNothing) })),
      problems: read.problems,
      notes: [],
    };
  },
  write({ rows }, { db }) {
    const stored = new Map(db.all(allVehicles).map((record) => [record.id, record]));
    for (const { action, id, fields, organizationUid, unit } of rows) {
      const { name, seats, note, retiredOn } = fields;
      if (seats === null || (action !== 'add' && action !== 'change')) continue;
      const saysUnit = organizationUid !== null || unit !== '';
      const before = stored.get(id ?? 0);
      const kept = { organizationUid: before?.organization_uid ?? null, unit: before?.unit ?? '' };
      const columns = vehicleColumnsOf(db, {
        name: before?.name ?? name,
        seats,
        ...(saysUnit ? { organizationUid, unit } : kept),
        note,
        retiredOn,
      });
      if (id === null) db.insert('vehicle', columns);
      else db.update('vehicle', id, columns);
    }
  },
};

/** 冀A·12345 and 冀a 12345 are one. */
function plate(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s·•.-]/gu, '');
}

function knownOf(record: VehicleRecord): { id: number; fields: Fields } {
  const { id, name, seats, note, retired_on: retiredOn } = record;
  return { id, fields: { name, seats, unitName: unitNameOf(record), note, retiredOn } };
}

function readSeats(texts: RowTexts<VehicleMeaning>, source: TableRow, isKnown: boolean): number | null {
  const written = texts.text(source, 'seats');
  if (written === '') {
    if (!isKnown) texts.note('error', source.row, 'seats', '没有写座位数(含驾驶员)，请补上。');
    return null;
  }
  const seats = writtenCount(written, 3, '座人个');
  if (seats !== null && seats >= 1 && seats <= MOST_SEATS) return seats;
  texts.note('error', source.row, 'seats', `“${written}”不是座位数，请写成 1 到 ${MOST_SEATS} 的整数。`);
  return null;
}
