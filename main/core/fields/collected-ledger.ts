import type { CollectionDefinition, GivenRow, RowValues } from '#shared/rules/collections/definition.ts';
import type { ReturnedRow } from '#shared/rules/collections/returns/model.ts';
import type { OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import type { Caller, WriteContext } from '../handlers.ts';
import type { ReadStore } from '../store/read-store.ts';

/*
 * What units fill in for the office (下发收集), as the feature whose own it is tells it. Those that are always there are
 * listed in `main/features/collected-ledgers.ts`.
 */

export interface LedgerScope {
  db: ReadStore;
  caller: Pick<Caller, 'userUid' | 'secretKey'>;
  today: string;
}

/** What came back of one unit, each value in its canonical form. */
export interface LandedUnit {
  organizationUid: string;
  rows: LandedRow[];
}

export interface LandedRow {
  /** Of the given row; null: written by the unit. */
  key: string | null;
  /** What is to be stored; empty: it is taken out. A column that is not named stays as it is. */
  values: RowValues;
}

/** What stands in the way of storing a row that came back. */
export interface RowProblem {
  /** Among the rows of its table, from 0. */
  place: number;
  /** Key of the column; null: it is about the whole row. */
  column: string | null;
  /** What is wrong and what to do, in Chinese. */
  text: string;
}

/** Looks through the rows of a unit's table before anything is merged. */
export type CheckRows = (organizationUid: string, rows: readonly ReturnedRow[]) => RowProblem[];

/** Of the store as it is; made once for many tables. */
export type RowChecks = (scope: Pick<LedgerScope, 'db' | 'today'>) => CheckRows;

export interface CollectedLedger {
  /** Stays the same for ever: collections name it. */
  key: string;
  /** 督办任务反馈. */
  name: string;
  /** What to do with the table, proposed for its cover. */
  instruction: string;
  /** YYYY-MM, where what is asked is about another month than this one. */
  monthAsked?: (today: string) => string;
  /** Whether a unit is chosen until the clerk chooses himself; without it, all of them are. */
  usuallyAsks?: (unit: { level: OrganizationLevel; givenRows: number }) => boolean;
  /** @throws AppError notFound, where what it hangs on is gone */
  definition(scope: LedgerScope): CollectionDefinition;
  /** What is stored now, by the unit's uid; a unit that has nothing is missing, unless it may write rows of its own. */
  rowsOf(scope: LedgerScope): ReadonlyMap<string, GivenRow[]>;
  /**
   * What is stored of a row that the unit was handed, where `rowsOf` tells it no more though it is still there; null: it
   * is not, or is another unit's. Missing where that cannot be.
   */
  keptRow?(scope: LedgerScope): (organizationUid: string, key: string) => GivenRow | null;
  /**
   * The ledger's own checks, told when a table is read and when a cell of it is answered. The job that reads finds them
   * in `main/features/returned-checks.ts`. Missing where `land` alone knows what it refuses.
   */
  rowChecks?: RowChecks;
  /**
   * A key is one record, whichever unit's table names it: what two units say of it is decided. Missing where each unit
   * answers for itself under a key, as for a month.
   */
  keysAreRecords?: true;
  /**
   * Finds the stored record that a row of a unit's own is about, so that it is held against that; null: it is new.
   * Missing where all rows are given.
   */
  knownBy?(scope: LedgerScope): (organizationUid: string, values: RowValues) => GivenRow | null;
  /**
   * By what rows of units' own are known to be about the same new record: two that share a text are. Missing where all
   * rows are given.
   */
  newBy?(scope: LedgerScope): (organizationUid: string, values: RowValues) => string[];
  /**
   * Stores what came back, through the feature's own rules.
   * @returns how many values changed
   * @throws AppError refused, naming the row
   */
  land(units: readonly LandedUnit[], context: WriteContext): number;
}
