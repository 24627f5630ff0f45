import { addMonths } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import type { GivenRow } from '#shared/rules/collections/definition.ts';
import { collectedColumns } from '#shared/rules/ledgers/collected-columns.ts';
import { type LedgerColumn, type LedgerDefinition, storedName } from '#shared/rules/ledgers/definition.ts';
import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import type { CollectedLedger, LandedRow, LedgerScope } from '#main/core/fields/collected-ledger.ts';
import { landEach } from '#main/core/fields/land-each.ts';
import { CollectedRows } from './collected-rows.ts';
import type { LedgerRecord } from './columns.ts';
import { LedgerWriter } from './edit.ts';
import { ledgerQueries } from './queries.ts';
import { rowChecksOf } from './returned-checks.ts';

const BLANK_ROWS = 20;
/** Of what happens again and again, units are shown what has been entered in so many months. */
const SHOWN_MONTHS = 12;

/** Every ledger as units fill it in: each row by the county or township where it is, new ones below. */
export const collectedLedgers: readonly CollectedLedger[] = ledgerDefinitions.map(collectedLedgerOf);

function collectedLedgerOf(definition: LedgerDefinition): CollectedLedger {
  const { key, name, levels } = definition;
  const rowsIn = ({ db, today }: LedgerScope) => new CollectedRows(db, definition, today);
  const usual = levels.at(-1) === 'county' ? 'county' : 'township';
  const isAsked = (level: 'county' | 'township') =>
    levels.includes(level) || (level === 'township' && levels.includes('village'));
  return {
    key,
    name,
    instruction: instructionOf(definition),
    usuallyAsks: ({ level, givenRows }) => level === usual || givenRows > 0,
    definition(scope) {
      const rows = rowsIn(scope);
      const columns = collectedColumns(definition, rows);
      return { rows: 'givenAndFree', blankRows: BLANK_ROWS, columns };
    },

    rowsOf(scope) {
      const rows = rowsIn(scope);
      const shown = scope.db
        .all(ledgerQueries(definition).all)
        .filter((record) => isShown(definition, record, scope.today));
      const byUnit = Map.groupBy(shown, (record) => rows.unitOf(record));
      const asked = rows.units.filter(({ uid, level }) => isAsked(level) || byUnit.has(uid));
      return new Map(
        asked.map(({ uid }) => [uid, (byUnit.get(uid) ?? []).map((record) => rows.rowOf(record))]),
      );
    },

    keptRow(scope) {
      const rows = rowsIn(scope);
      return (unitUid, uid) => {
        const record = scope.db.get(ledgerQueries(definition).byUid, { uid });
        return record !== undefined && rows.unitOf(record) === unitUid ? rows.rowOf(record) : null;
      };
    },

    rowChecks: rowChecksOf(definition),
    keysAreRecords: true,

    knownBy(scope) {
      const rows = rowsIn(scope);
      return (unitUid, values): GivenRow | null => {
        const record = rows.recordOf(unitUid, values);
        return record === undefined || rows.isOfAnother(unitUid, record) ? null : rows.rowOf(record);
      };
    },

    newBy(scope) {
      const rows = rowsIn(scope);
      return (unitUid, values) => [rows.keyOf(unitUid, values)].filter((each) => each !== '');
    },

    land(units, context) {
      const landing = { rows: rowsIn(context), writer: new LedgerWriter(definition, context), definition };
      return landing.writer.together(() =>
        landEach(units, (organizationUid, row) => landRow(organizationUid, row, landing)),
      );
    },
  };
}

function instructionOf(definition: LedgerDefinition): string {
  const { unit, columns } = definition;
  const added = '不对的改正、缺的补上；没有列到的，写在下面的空行里。';
  if (dayOf(definition) !== undefined) return `近 ${SHOWN_MONTHS} 个月登记过的已经列出，请核对，${added}`;
  const gone = columns.some(({ name }) => name === '备注') ? '已经没有了的，在备注里写明。' : '';
  return `请逐${unit}核对，${added}${gone}`;
}

function isShown(definition: LedgerDefinition, record: LedgerRecord, today: string): boolean {
  const column = dayOf(definition);
  const day = column === undefined ? null : record[storedName(column)];
  return typeof day !== 'string' || day >= addMonths(today, -SHOWN_MONTHS);
}

/** Of ledgers of what happens: the day that a row belongs to. */
function dayOf({ columns, countedOn, unique = [] }: LedgerDefinition): LedgerColumn | undefined {
  return columns.find(
    ({ key, kind, required }) =>
      key === countedOn || (kind === 'day' && required === true && unique.includes(key)),
  );
}

interface Landing {
  rows: CollectedRows;
  writer: LedgerWriter;
  definition: LedgerDefinition;
}

/** @returns how many values were stored @throws AppError naming the row */
function landRow(
  unitUid: string,
  { key, values: said }: LandedRow,
  { rows, writer, definition }: Landing,
): number {
  if (key !== null) {
    const stored = rows.requireRow(key).values;
    const news = Object.entries(said).filter(([column, value]) => value !== (stored[column] ?? ''));
    const { values, problems } = rows.readCells(Object.fromEntries(news));
    requireNone(problems, stored[definition.title] ?? '');
    if (Object.keys(values).length > 0) writer.set(key, values);
    return Object.keys(values).length;
  }
  const known = rows.recordOf(unitUid, said);
  if (known !== undefined) {
    if (rows.isOfAnother(unitUid, known))
      throw new AppError('badInput', { detail: rows.ofAnotherWords(unitUid, known) });
    // It was entered here meanwhile: what is stored is not overwritten unasked.
    return 0;
  }
  const { values, problems } = rows.read(unitUid, said);
  requireNone(problems, said[definition.title] ?? '');
  writer.add(values);
  return Object.keys(said).length;
}

function requireNone(problems: readonly { text: string }[], title: string): void {
  if (problems.length === 0) return;
  const said = problems.map(({ text }) => text).join('；');
  throw new AppError('badInput', { detail: `“${title}”：${said}` });
}
