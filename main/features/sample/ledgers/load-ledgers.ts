import { PLACE } from '#shared/rules/ledgers/values.ts';
import type { LedgerValues } from '#shared/rules/ledgers/definition.ts';
import type { RunOperation } from '../run-operation.ts';
import { equipmentRows, smartPointRows } from './equipment.ts';
import { fireVehicleRows } from './fire-vehicles.ts';
import { firefighterCareRows, trainingRows } from './people.ts';
import { fireStationRows, microStationRows } from './stations.ts';
import { waterSourceRows } from './water-sources.ts';

/** A county with its townships, in protocol order. */
export interface SampleCounty {
  uid: string;
  name: string;
  townships: readonly SampleTownship[];
}

interface SampleTownship {
  uid: string;
  name: string;
  /** A key site there; null where there is none. */
  site: { uid: string; name: string } | null;
}

/** The rows of one ledger; `term` gives the uid of a word of a term column. */
export interface SampleLedger {
  ledger: string;
  rows: (counties: readonly SampleCounty[], term: (list: string, name: string) => string) => LedgerValues[];
}

const sampleLedgers: readonly SampleLedger[] = [
  fireStationRows,
  microStationRows,
  waterSourceRows,
  fireVehicleRows,
  equipmentRows,
  smartPointRows,
  trainingRows,
  firefighterCareRows,
];

/** Some rows of every ledger; invented. */
export async function loadLedgers(run: RunOperation): Promise<void> {
  const counties = await countiesOf(run);
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

async function countiesOf(run: RunOperation): Promise<SampleCounty[]> {
  const nodes = await run('organizations', 'tree', { day: null });
  const sites = await firstSites(run);
  return nodes
    .filter(({ level }) => level === 'county')
    .map(({ uid, name }) => ({
      uid,
      name,
      townships: nodes
        .filter(({ level, parentUid }) => level === 'township' && parentUid === uid)
        .map((township) => ({ ...township, site: sites.get(township.uid) ?? null })),
    }));
}

/** Of each township, by its uid. */
async function firstSites(run: RunOperation): Promise<Map<string, { uid: string; name: string }>> {
  const filter = { view: 'active', placeUid: null, tradeUid: null, kindUid: null, text: '' } as const;
  const { rows } = await run('keySites', 'list', { filter, after: null, limit: 500 });
  return new Map(rows.toReversed().map(({ organizationUid, uid, name }) => [organizationUid, { uid, name }]));
}
