import type { Places } from './reasons.ts';
import type { RunOperation } from './run-operation.ts';
import type { SampleCity } from './sample-data.ts';

/** Uids in the order of the city's file, and what score sheets want to know. */
export interface LoadedOrganizations {
  counties: LoadedOrganization[];
  memberUnits: LoadedOrganization[];
  /** Key of the own mark of units that supervise a trade. */
  tradeMark: string;
}

export interface LoadedOrganization {
  uid: string;
  name: string;
  population: number;
  places: Places;
}

/** The city as it was before the year began. */
export async function loadOrganizations(run: RunOperation, city: SampleCity): Promise<LoadedOrganizations> {
  const { mark } = await run('organizations', 'addMark', { name: city.tradeMark });
  const root = (await run('organizations', 'tree', { day: null })).find(({ level }) => level === 'city');
  const parentUid = root?.uid ?? '';
  const add = (items: Parameters<typeof run<'organizations', 'add'>>[2]['items']) =>
    run('organizations', 'add', { items, from: null, document: '', afterUid: null });

  const counties = await add(
    city.counties.map(({ name, shortName, marks }) => ({
      level: 'county',
      parentUid,
      name,
      shortName,
      marks,
    })),
  );
  await add(
    city.counties.flatMap(({ townships }, place) =>
      townships.map(({ name, marks }) => ({
        level: 'township' as const,
        parentUid: counties.uids[place] ?? '',
        name,
        shortName: '',
        marks,
      })),
    ),
  );
  const units = await add(
    city.memberUnits.map(({ name, shortName, trade }) => ({
      level: 'memberUnit',
      parentUid,
      name,
      shortName,
      marks: trade ? [mark] : [],
    })),
  );
  return {
    tradeMark: mark,
    counties: city.counties.map(({ name, population, townships }, place) => ({
      uid: counties.uids[place] ?? '',
      name,
      population,
      places: placesOf(townships, city.merge.township),
    })),
    memberUnits: city.memberUnits.map(({ name }, place) => ({
      uid: units.uids[place] ?? '',
      name,
      population: 0,
      places: { townships: [], keyTowns: [] },
    })),
  };
}

/** The township that is merged away is not named: its reasons would outlive it. */
function placesOf(townships: SampleCity['counties'][number]['townships'], merged: string): Places {
  const named = townships.filter(({ name }) => name !== merged);
  const keyTowns = named.filter(({ marks }) => marks.includes('nationalKeyTown'));
  return { townships: named.map(({ name }) => name), keyTowns: keyTowns.map(({ name }) => name) };
}

/** One township goes into another one within the year. */
export async function mergeTownship(
  run: RunOperation,
  { merge }: SampleCity,
  { counties }: LoadedOrganizations,
): Promise<void> {
  const county = counties.find(({ name }) => name === merge.county);
  const nodes = await run('organizations', 'tree', { day: null });
  const uidOf = (township: string): string =>
    nodes.find(({ name, parentUid }) => name === township && parentUid === county?.uid)?.uid ?? '';
  const { from, document } = merge;
  const into = { uid: uidOf(merge.into) };
  await run('organizations', 'merge', {
    uids: [uidOf(merge.township)],
    into,
    from,
    document,
    handOver: [],
  });
}

/** One member unit changes its name within the year. */
export async function renameUnit(
  run: RunOperation,
  { rename, memberUnits: files }: SampleCity,
  { memberUnits }: LoadedOrganizations,
): Promise<void> {
  const { unit, name, shortName, from, document, note } = rename;
  const uid = memberUnits.find((each) => each.name === unit)?.uid ?? '';
  const before = files.find((each) => each.name === unit);
  const base = { name: unit, shortName: before?.shortName ?? '' };
  await run('organizations', 'change', { uid, base, set: { name, shortName }, from, document, note });
}
