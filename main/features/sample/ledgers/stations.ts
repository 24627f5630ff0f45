import { addMonths } from '#shared/calendar/days.ts';
import { PLACE } from '#shared/rules/ledgers/values.ts';
import type { SampleLedger } from './load-ledgers.ts';
import { positionIn } from './water-sources.ts';

const FIRST_BUILT_ON = '2006-05-20';
const FIRST_CHECKED_ON = '2026-03-02';
const leaders = ['陈志远', '林国强', '黄伟明', '吴海涛', '郑文斌', '何建军'];
const pick = <Item>(items: readonly Item[], at: number) => items[at % items.length] as Item;

/** A station for each county, of another kind in every third, and a small one for its second township. */
export const fireStationRows: SampleLedger = {
  ledger: 'fireStations',
  rows: (counties) =>
    counties.flatMap(({ uid, name, townships }, place) => {
      const builtOn = addMonths(FIRST_BUILT_ON, place * 17);
      const main = {
        [PLACE]: uid,
        name: `${name}消防救援站`,
        kind: pick(['first', 'second', 'special'], place),
        area: 380 + 90 * (place % 6),
        isOutskirts: 0,
        address: `${name}消防路${place + 1}号`,
        coordinates: positionIn(place, 0, { east: 9_000, north: 6_000 }),
        builtOn,
        dutyOn: addMonths(builtOn, 3),
        people: 24 + 3 * (place % 5),
        vehicles: 3 + (place % 3),
        leader: pick(leaders, place),
        phone: `0750-555${String(1190 + place)}`,
      };
      const second = townships[1];
      if (second === undefined) return [main];
      const isOnDuty = place % 2 === 0;
      return [
        main,
        {
          [PLACE]: second.uid,
          name: `${second.name}小型消防站`,
          kind: 'small',
          area: 150 + 40 * (place % 4),
          isOutskirts: 0,
          address: `${second.name}中心街${place + 8}号`,
          coordinates: positionIn(place, 1, { east: 5_200, north: 4_100 }),
          builtOn: isOnDuty ? addMonths('2024-02-10', place) : null,
          dutyOn: isOnDuty ? addMonths('2024-04-18', place) : null,
          people: isOnDuty ? 15 : null,
          vehicles: isOnDuty ? 2 : null,
          leader: pick(leaders, place + 3),
          phone: '',
        },
      ];
    }),
};

/** One for the first two townships of each county; some fall short of the standard. */
export const microStationRows: SampleLedger = {
  ledger: 'microStations',
  rows: (counties) =>
    counties.flatMap(({ townships }, place) =>
      townships.slice(0, 2).map(({ uid, name, site }, index) => {
        const ofSite = index === 1 ? site : null;
        const where = ofSite?.name ?? `${name}中心社区`;
        return {
          [PLACE]: uid,
          name: `${where}微型消防站`,
          kind: ofSite === null ? 'community' : 'keySite',
          site: ofSite?.uid ?? null,
          address: `${where}一楼`,
          coordinates: positionIn(place, index, { east: 3_000 + 700 * (place % 5), north: 7_300 }),
          people: 5 + ((place + index) % 4),
          arrival: 25 + 5 * ((place * 2 + index) % 3),
          isEquipped: (place + index) % 5 === 3 ? 0 : 1,
          leader: pick(leaders, place + index),
          phone: `1380000${String(1000 + place * 10 + index)}`,
          checkedOn: addMonths(FIRST_CHECKED_ON, (place + index * 3) % 7),
        };
      }),
    ),
};
