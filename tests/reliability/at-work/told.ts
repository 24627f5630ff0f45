/**
 * What a working store says of itself, line by line, each only after it is done: the words between the child that works
 * and whoever kills it, cuts its power or lets its disk fail.
 */
export type Told =
  | readonly ['loaded']
  /** The store is open at this version. */
  | readonly ['opened', version: number]
  /** An operation with its rows, and the kept file where there is one, is saved. */
  | readonly ['saved', operation: number]
  | readonly ['backed', name: string]
  /** Begins to prepare a restore: until `prepared` the next opening may find either. */
  | readonly ['restoring', name: string]
  | readonly ['prepared', name: string]
  | readonly ['restored']
  | readonly ['refused', message: string, isPlain: boolean]
  | readonly ['ended'];

export function readTold(line: string): Told {
  return JSON.parse(line) as Told;
}

/** The ground and the table of items. */
const FIRST_VERSION = 2;

/** What a data folder must hold by what was told of it. */
export class Expected {
  /** Numbers of the operations whose rows are in the store. */
  saved: Set<number>;
  readonly backups = new Map<string, ReadonlySet<number>>();
  /** The backup that is on its way into the store's place, and whether that was acknowledged. */
  coming: { name: string; isPrepared: boolean } | null = null;
  isMigrated = false;

  constructor(saved: Iterable<number> = []) {
    this.saved = new Set(saved);
  }

  hear(told: Told): void {
    if (told[0] === 'saved') this.saved.add(told[1]);
    if (told[0] === 'backed') this.backups.set(told[1], new Set(this.saved));
    if (told[0] === 'restoring') this.coming = { name: told[1], isPrepared: false };
    if (told[0] === 'prepared') this.coming = { name: told[1], isPrepared: true };
    if (told[0] === 'opened') this.isMigrated = told[1] > FIRST_VERSION;
    if (told[0] === 'restored') this.#restored();
  }

  /** @returns what is missing, empty where the operations found are those that must be there */
  missingFrom(found: ReadonlySet<number>): number[] {
    const { coming } = this;
    const restored = coming === null ? undefined : this.backups.get(coming.name);
    const asRestored = restored === undefined ? null : lacking(restored, found);
    if (coming?.isPrepared === true) return asRestored ?? [];
    const isRestored = asRestored?.length === 0 && restored?.size === found.size;
    return isRestored ? [] : lacking(this.saved, found);
  }

  /** The folder was opened and found whole: this is what it holds from now on. */
  found(operations: ReadonlySet<number>): void {
    this.saved = new Set(operations);
    this.coming = null;
  }

  #restored(): void {
    if (this.coming !== null) this.saved = new Set(this.backups.get(this.coming.name));
    this.coming = null;
  }
}

function lacking(wanted: ReadonlySet<number>, found: ReadonlySet<number>): number[] {
  return [...wanted].filter((operation) => !found.has(operation));
}
