import { addDays } from '#shared/calendar/days.ts';
import { PLACE } from '#shared/rules/ledgers/values.ts';
import type { SampleLedger } from './load-ledgers.ts';

const items = ['公众聚集场所检查', '消防验收备案', '大型活动检查'];
const applicants = ['示例商场有限公司', '示例实业有限公司', '示例文化活动中心'];
const LATE_PLACE = 3;

/** Three applications of each county: done in time, done late in one county, and still open. */
const approvalRows: SampleLedger = {
  ledger: 'approvals',
  rows: (counties, term) =>
    counties.flatMap(({ uid, name }, place) =>
      items.map((item, index) => {
        const receivedOn = addDays('2026-06-15', place * 7 + index * 28);
        const isOpen = index === 2 && place % 2 === 0;
        const days = place === LATE_PLACE && index === 0 ? 11 : 2 + index;
        return {
          [PLACE]: uid,
          applicant: `${name}${applicants[index] ?? ''}`,
          item: term('item', item),
          state: isOpen ? 'open' : 'granted',
          receivedOn: isOpen ? '2026-10-28' : receivedOn,
          promised: index === 0 ? 3 : 5,
          doneOn: isOpen ? null : addDays(receivedOn, days),
          byCommitment: Number(index === 0),
        };
      }),
    ),
};

const requests = [
  {
    request: '新建厂房的消防车道怎样留',
    problem: '消防车道被货物占用一半',
    solution: '现场画线，货物当天移走',
  },
  { request: '老旧设备更新改造', problem: '消火栓泵不能自动启动', solution: '联系维保单位更换控制柜' },
  { request: '员工消防培训', problem: '新员工不会用灭火器', solution: '现场培训并组织一次疏散演练' },
];

/** Two of each county: one solved, one on the way. */
const guidanceRows: SampleLedger = {
  ledger: 'guidance',
  rows: (counties) =>
    counties.flatMap(({ uid, name }, place) =>
      [0, 1].map((index) => {
        const day = addDays('2026-08-03', place * 4 + index * 40);
        const isSolved = index === 0 || place % 3 === 0;
        return {
          [PLACE]: uid,
          enterprise: `${name}示例${index === 0 ? '电子' : '食品'}厂`,
          origin: index === 0 ? 'asked' : 'offered',
          day,
          ...(requests[(place + index) % requests.length] ?? { request: '' }),
          visitedOn: addDays(day, index),
          people: '监督员两名、专家一名',
          solvedOn: isSolved ? addDays(day, 4 + (place % 5)) : null,
        };
      }),
    ),
};

const events = [
  { name: '消防站开放体验', kind: '站点开放', people: 160, materials: 300, isLegal: 0 },
  { name: '消防法律法规进企业', kind: '普法宣传', people: 85, materials: 200, isLegal: 1 },
  { name: '社区疏散演练', kind: '应急演练', people: 240, materials: 150, isLegal: 0 },
];

/** One of each kind in each county, spread over two quarters. */
const eventRows: SampleLedger = {
  ledger: 'publicityEvents',
  rows: (counties, term) =>
    counties.flatMap(({ uid, name, townships }, place) =>
      events.map(({ kind, people, materials, ...event }, index) => {
        const town = townships[index];
        return {
          [PLACE]: town?.uid ?? uid,
          ...event,
          kind: term('kind', kind),
          day: addDays('2026-05-12', place * 6 + index * 31),
          venue: index === 0 ? `${name}消防救援站` : `${town?.name ?? name}文化广场`,
          organiser: `${name}消防安全委员会办公室`,
          people: people + place * 10,
          materials: materials + place * 20,
        };
      }),
    ),
};

const practices = [
  { title: '“一栋一长”管好自建房消防安全', kind: '基层力量' },
  { title: '沿街门店消防安全承诺公示', kind: '制度机制' },
  { title: '电动自行车集中充电全覆盖', kind: '隐患整治' },
  { title: '消防宣传员进村入户', kind: '宣传培训' },
];

/** One of every county but the last few; the first went as far as the province. */
const practiceRows: SampleLedger = {
  ledger: 'goodPractices',
  rows: (counties, term) =>
    practices.flatMap(({ title, kind }, place) => {
      const county = counties[place];
      if (county === undefined) return [];
      const collectedOn = addDays('2026-04-16', place * 12);
      const reached = practices.length - place;
      return [
        {
          [PLACE]: county.uid,
          title,
          kind: term('kind', kind),
          author: `${county.name}消防安全委员会办公室`,
          collectedOn,
          reportedOn: reached > 1 ? addDays(collectedOn, 15) : null,
          forwardedOn: reached > 2 ? addDays(collectedOn, 42) : null,
          promotedOn: reached > 3 ? addDays(collectedOn, 96) : null,
        },
      ];
    }),
};

export const services: readonly SampleLedger[] = [approvalRows, guidanceRows, eventRows, practiceRows];
