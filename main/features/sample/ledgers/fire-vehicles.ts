import { addMonths } from '#shared/calendar/days.ts';
import { PLACE } from '#shared/rules/ledgers/values.ts';
import type { SampleLedger } from './load-ledgers.ts';

const kinds = ['水罐车', '泡沫车', '登高车', '抢险救援车', '通信指挥车'];
const FIRST_MADE_ON = '2009-03-15';
const FIRST_INSPECTED_ON = '2025-10-20';

/** A few vehicles for the station of each county, one more for the brigade of its first township. */
export const fireVehicleRows: SampleLedger = {
  ledger: 'fireVehicles',
  rows: (counties, term) =>
    counties.flatMap(({ uid, name, townships }, place) => {
      const [town] = townships;
      return kinds.slice(0, 3 + (place % 3)).map((kind, index) => {
        const isOfTown = index === 0 && town !== undefined;
        const age = (place * 5 + index * 3) % 16;
        return {
          [PLACE]: isOfTown ? town.uid : uid,
          plate: `示A${String(place + 1).padStart(2, '0')}${String(119 + index * 7)}`,
          kind: term('kind', kind),
          station: isOfTown ? `${town.name}专职消防队` : `${name}消防救援站`,
          state: index === 2 && place % 4 === 1 ? 'repair' : 'inUse',
          madeOn: addMonths(FIRST_MADE_ON, age * 12 + index),
          tank: index < 2 ? 60 + 20 * ((place + index) % 4) : null,
          inspectedOn: addMonths(FIRST_INSPECTED_ON, (place + index * 2) % 13),
          note: '',
        };
      });
    }),
};
