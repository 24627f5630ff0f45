import { PLACE } from '#shared/rules/ledgers/values.ts';
import type { LedgerValues } from '#shared/rules/ledgers/definition.ts';
import type { RunOperation } from '../run-operation.ts';
import { fireVehicleRows } from './fire-vehicles.ts';
import { peopleAndFires } from './people-and-fires.ts';
import { services } from './services.ts';
import { waterSourceRows } from './water-sources.ts';

/** A county with its townships, in protocol order. */
export interface SampleCounty {
  uid: string;
  name: string;
  townships: readonly { uid: string; name: string }[];
}

/** The rows of one ledger; `term` gives the uid of a word of a term column. */
export interface SampleLedger {
  ledger: string;
  rows: (counties: readonly SampleCounty[], term: (list: string, name: string) => string) => LedgerValues[];
}

const sampleLedgers: readonly SampleLedger[] = [
  waterSourceRows,
  fireVehicleRows,
  ...peopleAndFires,
  ...services,
];

/** Some rows of every ledger; invented. */
export async function loadLedgers(run: RunOperation): Promise<void> {
  const nodes = await run('organizations', 'tree', { day: null });
  const counties = nodes
    .filter(({ level }) => level === 'county')
    .map(({ uid, name }) => ({
      uid,
      name,
      townships: nodes.filter(({ level, parentUid }) => level === 'township' && parentUid === uid),
    }));
  for (const { ledger, rows } of sampleLedgers) {
    const terms = await run('ledgers', 'terms', { ledger });
    const term = (list: string, name: string): string => {
      const uid = terms[list]?.find((each) => each.name === name)?.uid;
      if (uid === undefined) throw new Error(`${ledger} has no word ${name} in ${list}`);
      return uid;
    };
    const added = rows(counties, term).map((values) => ({ ...values, [PLACE]: values[PLACE] ?? null }));
    await run('ledgers', 'enter', { ledger, added, changed: [], removed: [] });
  }
}
