import { addMonths } from '#shared/calendar/days.ts';
import { PLACE } from '#shared/rules/ledgers/values.ts';
import type { SampleLedger } from './load-ledgers.ts';

const items: readonly (readonly [item: string, measure: string, number: number])[] = [
  ['消防水带', '盘', 20],
  ['消防水枪', '支', 4],
  ['消防头盔', '顶', 10],
  ['灭火防护服', '套', 10],
  ['空气呼吸器', '具', 4],
  ['手持对讲机', '部', 5],
  ['手抬机动消防泵', '台', 1],
];

/** What the brigade of each county's first township has: something is short in most, in one there is none at all. */
export const equipmentRows: SampleLedger = {
  ledger: 'equipment',
  rows: (counties) =>
    counties.flatMap(({ townships }, place) => {
      const [town] = townships;
      if (town === undefined) return [];
      return items.map(([item, measure, number], index) => ({
        [PLACE]: town.uid,
        item,
        station: `${town.name}专职消防队`,
        kind: 'town',
        number: Math.max(0, number - ((place + index) % 4 === 0 ? 2 : 0)),
        measure,
        madeOn: addMonths('2023-06-12', place),
        inspectedOn: index > 3 ? addMonths('2025-11-05', (place + index) % 12) : null,
        expiresOn: item === '消防头盔' ? addMonths('2026-12-10', place * 2) : null,
      }));
    }),
};

const points = ['电气火灾监控', '独立烟感', '消防物联网', '视频监控', '电动自行车充电'];
const places = ['老年公寓', '沿街商铺', '批发市场', '中心小学', '安置小区'];

/** A few in the first township of each county, some not joined yet. */
export const smartPointRows: SampleLedger = {
  ledger: 'smartPoints',
  rows: (counties, term) =>
    counties.flatMap(({ townships }, place) => {
      const [town] = townships;
      if (town === undefined) return [];
      return points.slice(0, 2 + (place % 3)).map((kind, index) => {
        const isJoined = (place + index) % 4 !== 1;
        const site = index === 0 ? town.site : null;
        const devices = 40 + 25 * ((place + index) % 5);
        return {
          [PLACE]: town.uid,
          name: site?.name ?? `${town.name}${places[index] ?? ''}`,
          site: site?.uid ?? null,
          kind: term('kind', kind),
          joined: isJoined ? 'joined' : 'waiting',
          platform: isJoined ? '市消防远程监控平台' : '',
          devices,
          online: isJoined ? devices - ((place * 3 + index) % 9) : null,
          checkedOn: addMonths('2026-06-16', (place + index) % 5),
        };
      });
    }),
};
