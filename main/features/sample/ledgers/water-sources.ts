import { addDays } from '#shared/calendar/days.ts';
import { coordinatesText } from '#shared/rules/ledgers/coordinates.ts';
import { PLACE } from '#shared/rules/ledgers/values.ts';
import { waterStateValues } from '#shared/rules/water-sources/states.ts';
import type { SampleLedger } from './load-ledgers.ts';

const roads = ['人民路', '解放路', '滨江路', '建设路'];
const people = ['周伟', '吴敏', '郑强', '王磊', '冯静'];
const CHECKED_ON = '2026-11-20';
/** Degrees in 1e-6; of an invented city. */
const WEST = 112_900_000;
const SOUTH = 30_100_000;
const COUNTY_SIZE = 120_000;
const TOWN_SIZE = 26_000;
const PER_TOWN = 6;

/** Hydrants along the roads of each township, a tank and a pond in some. */
export const waterSourceRows: SampleLedger = {
  ledger: 'waterSources',
  rows: (counties) =>
    counties.flatMap(({ townships }, countyPlace) =>
      townships.flatMap(({ uid, name }, townPlace) =>
        Array.from({ length: PER_TOWN }, (_, index) => {
          const seed = countyPlace * 31 + townPlace * 7 + index * 5;
          const isHydrant = index < PER_TOWN - 1;
          const other = seed % 2 === 0 ? 'fireWaterTank' : 'natural';
          const state = seed % 6 === 0 ? waterStateValues[seed % waterStateValues.length] : 'good';
          const road = roads[(townPlace + index) % roads.length] ?? '';
          const spot = { east: index * 1_900 + (seed % 5) * 310, north: ((seed * 13) % 17) * 620 };
          return {
            [PLACE]: uid,
            number: `${name.slice(0, 1)}${String(index + 1).padStart(3, '0')}`,
            kind: isHydrant ? 'hydrant' : other,
            spot: `${road}${12 + seed}号旁`,
            road,
            state: state ?? 'good',
            position: seed % 11 === 4 ? null : positionIn(countyPlace, townPlace, spot),
            diameter: isHydrant ? 150 : null,
            pressure: isHydrant ? (state === 'weak' ? 60 : 150 + (seed % 12) * 10) : null,
            flow: isHydrant ? 150 + (seed % 9) * 10 : null,
            sign: Number(seed % 7 !== 0),
            personInCharge: people[seed % people.length] ?? '',
            phone: `0500-${2_610_000 + seed}`,
            builtOn: `20${String(10 + (seed % 14))}-06-01`,
            checkedOn: addDays(CHECKED_ON, -((seed * 3) % 110)),
            note: '',
          };
        }),
      ),
    ),
};

/** A spot of a township, told in 1e-6 degrees from its corner, as coordinates. */
export function positionIn(
  countyPlace: number,
  townPlace: number,
  { east, north }: { east: number; north: number },
): string {
  const longitude = WEST + (countyPlace % 4) * COUNTY_SIZE + (townPlace % 4) * TOWN_SIZE + east;
  const latitude =
    SOUTH + Math.floor(countyPlace / 4) * COUNTY_SIZE + Math.floor(townPlace / 4) * TOWN_SIZE + north;
  return coordinatesText({ longitude, latitude });
}
