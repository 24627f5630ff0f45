import { v7 } from 'uuid';
import type { ledgers as contract } from '#shared/contract/ledgers.ts';
import { AppError } from '#shared/errors.ts';
import { type Workdays, workdaysOf } from '#shared/rules/calendar/workdays.ts';
import type { LedgerDefinition, LedgerValue, LedgerValues } from '#shared/rules/ledgers/definition.ts';
import { ledgerOf } from '#shared/rules/ledgers/definitions/index.ts';
import { newcomer, problemsOf, PLACE } from '#shared/rules/ledgers/values.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { holidayCalendar } from '#main/features/holidays/index.ts';
import { tableOf } from './columns.ts';
import { notAlone, type WrittenRow } from './not-alone.ts';
import { patched } from './patched.ts';
import { requireRecord, Rows, titleOf } from './rows.ts';
import { setStandards } from './set-standards.ts';
import { storedOf } from './stored-row.ts';
import { setTerms } from './terms.ts';

type Names = 'setTerms' | 'setStandards' | 'add' | 'update' | 'enter' | 'remove';

const SAID_TITLES = 3;

export const editHandlers: Pick<Handlers<typeof contract>, Names> = {
  setTerms,
  setStandards,

  add({ ledger, values }, context) {
    const writer = new LedgerWriter(ledgerOf(ledger), context);
    const uid = writer.add(values);
    writer.summarize(context);
    return { uid };
  },

  update({ ledger, uid, base, set }, context) {
    const writer = new LedgerWriter(ledgerOf(ledger), context);
    writer.update(uid, base, set);
    writer.summarize(context);
    return { uid };
  },

  enter({ ledger, added, changed, removed }, context) {
    const writer = new LedgerWriter(ledgerOf(ledger), context);
    const uids = writer.together(() => {
      for (const uid of removed) writer.remove(uid);
      for (const { uid, base, set } of changed) writer.update(uid, base, set);
      return added.map((values) => writer.add(values));
    });
    writer.summarize(context);
    return { uids, changed: changed.length, removed: removed.length };
  },

  remove({ ledger, uids }, context) {
    const writer = new LedgerWriter(ledgerOf(ledger), context);
    for (const uid of uids) writer.remove(uid);
    writer.summarize(context);
    return { removed: uids.length };
  },
};

/** Stores rows of one ledger, each sound by its definition. Many rows at once are looked over once. */
export class LedgerWriter {
  readonly #definition: LedgerDefinition;
  readonly #db: WriteStore;
  readonly #rows: Rows;
  readonly #workdays: Workdays;
  readonly #titles: string[] = [];
  /** Rows whose likeness to others is looked at when all of them are written; null: at once. */
  #written: WrittenRow[] | null = null;

  constructor(definition: LedgerDefinition, { db, today, resourcesFolder }: WriteContext) {
    this.#definition = definition;
    this.#db = db;
    this.#rows = new Rows(db, definition, today);
    this.#workdays = workdaysOf(holidayCalendar(db, resourcesFolder));
  }

  /** @throws AppError badInput naming the field, duplicate */
  add(given: LedgerValues): string {
    const values = this.#sound(newcomer(this.#definition, given, this.#rows.around.today));
    const uid = v7();
    const id = this.#db.insert(tableOf(this.#definition), { uid, ...this.#stored(values) });
    this.#noteWritten({ id, values, before: null });
    return uid;
  }

  /** Numbers may change places among rows that are written together. @throws as `update` does */
  together<Result>(write: () => Result): Result {
    this.#written = [];
    const result = write();
    const written = this.#written;
    this.#written = null;
    for (const row of written) this.#requireAlone(row);
    return result;
  }

  /** @throws AppError notFound */
  read(uid: string): { id: number; values: LedgerValues } {
    const record = requireRecord(this.#db, this.#definition, uid);
    return { id: record.id, values: this.#rows.valuesOf(record) };
  }

  /** What another feature knows anew of a row, whatever stood there. @throws as `update` does */
  set(uid: string, values: Readonly<Record<string, LedgerValue>>): void {
    const { values: stored } = this.read(uid);
    const base = Object.fromEntries(Object.keys(values).map((key) => [key, stored[key] ?? null]));
    this.update(uid, base, values);
  }

  /** @throws AppError notFound, conflict, badInput naming the field, duplicate */
  update(uid: string, base: LedgerValues, set: LedgerValues): void {
    const record = requireRecord(this.#db, this.#definition, uid);
    const stored = this.#rows.valuesOf(record);
    const wanted = this.#sound(patched(stored, base, set));
    this.#db.update(tableOf(this.#definition), record.id, this.#stored(wanted));
    this.#noteWritten({ id: record.id, values: wanted, before: stored });
  }

  /** @throws AppError notFound */
  remove(uid: string): void {
    const record = requireRecord(this.#db, this.#definition, uid);
    this.#titles.push(titleOf(this.#definition, this.#rows.valuesOf(record)));
    this.#db.remove(tableOf(this.#definition), record.id);
  }

  /** 消防车辆 3 辆：粤A1234、…… */
  summarize({ summarize }: Pick<WriteContext, 'summarize'>): void {
    const { name, unit } = this.#definition;
    const count = this.#titles.length;
    const said = this.#titles.slice(0, SAID_TITLES).join('、');
    const list = count > SAID_TITLES ? `${said}等 ${count} ${unit}` : said;
    summarize(`${name} ${list}`);
  }

  #stored(values: LedgerValues) {
    const { standards } = this.#rows.around;
    return storedOf(this.#definition, values, this.#rows, { standards, workdays: this.#workdays });
  }

  #sound(values: LedgerValues): LedgerValues {
    const title = titleOf(this.#definition, values);
    this.#titles.push(title);
    this.#requireKnownColumns(values);
    const error = problemsOf(this.#definition, values, this.#rows.around).find(
      ({ severity }) => severity === 'error',
    );
    if (error !== undefined)
      throw new AppError('badInput', {
        detail: `${title === '' ? '' : `“${title}”`}${error.text}`,
        field: error.field,
      });
    return values;
  }

  #noteWritten(row: WrittenRow): void {
    if (this.#written === null) this.#requireAlone(row);
    else this.#written.push(row);
  }

  #requireKnownColumns(values: LedgerValues): void {
    const { columns, kept = [] } = this.#definition;
    const known = new Set([PLACE, ...[...columns, ...kept].map(({ key }) => key)]);
    const unknown = Object.keys(values).find((key) => !known.has(key));
    if (unknown !== undefined)
      throw new AppError('badInput', { detail: `${this.#definition.name}没有“${unknown}”这一项` });
  }

  #requireAlone(row: WrittenRow): void {
    const around = { db: this.#db, standards: this.#rows.around.standards };
    const problem = notAlone(this.#definition, row, around);
    if (problem === null) return;
    const { field, text } = problem;
    const own = field === this.#definition.title ? '' : `“${titleOf(this.#definition, row.values)}”的`;
    throw new AppError('badInput', { detail: `${own}${text}`, field });
  }
}
