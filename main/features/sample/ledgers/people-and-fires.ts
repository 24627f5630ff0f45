import { addDays, addMonths } from '#shared/calendar/days.ts';
import { PLACE } from '#shared/rules/ledgers/values.ts';
import type { SampleLedger } from './load-ledgers.ts';

const TOWNSHIPS_WITH_POSTS = 3;

/** A body of each county and of its first townships; one has more people than posts. */
const postRows: SampleLedger = {
  ledger: 'posts',
  rows: (counties) =>
    counties.flatMap(({ uid, name, townships }, place) => [
      {
        [PLACE]: uid,
        name: `${name}消防安全服务中心`,
        level: 'county',
        approved: 8 + (place % 5),
        filled: place === 2 ? 12 : 6 + (place % 4),
        document: `示编〔2026〕${10 + place}号`,
        approvedOn: addDays('2026-03-10', place * 3),
      },
      ...townships.slice(0, TOWNSHIPS_WITH_POSTS).map((town, index) => ({
        [PLACE]: town.uid,
        name: `${town.name}消防工作站`,
        level: 'township',
        approved: 2 + ((place + index) % 2),
        filled: (place + index) % 3,
        document: `示编〔2026〕${40 + place}号`,
        approvedOn: addDays('2026-05-08', place * 2 + index),
      })),
    ]),
};

const people = ['陈示例', '李示例', '王示例', '张示例', '刘示例', '黄示例', '周示例', '吴示例'];
const certificateKinds = ['消防设施操作员', '注册消防工程师', '消防安全管理人', '灭火救援员'];

/** Four people of each county; some certificates are over, some soon. */
const certificateRows: SampleLedger = {
  ledger: 'certificates',
  rows: (counties, term) =>
    counties.flatMap(({ uid, name }, place) =>
      certificateKinds.map((kind, index) => {
        const issuedOn = addMonths('2023-06-15', ((place * 5 + index * 7) % 36) - 2);
        return {
          [PLACE]: uid,
          person: people[(place * 3 + index) % people.length] ?? '',
          unit: index === 1 ? `${name}消防技术服务中心` : `${name}消防救援站`,
          kind: term('kind', kind),
          number: `2026${String(place + 1).padStart(2, '0')}${String(index + 1).padStart(2, '0')}`,
          issuedOn,
          expiresOn: index === 0 ? null : addMonths(issuedOn, 36),
          hours: index === 3 ? 240 : 24 + index * 8,
        };
      }),
    ),
};

const years = [2024, 2025];

/** Each county in two years, a little more in the later. */
const populationRows: SampleLedger = {
  ledger: 'population',
  rows: (counties) =>
    counties.flatMap(({ uid }, place) =>
      years.map((year, later) => {
        const permanent = 312_400 + ((place * 83_700) % 410_000) + later * 2_150;
        return {
          [PLACE]: uid,
          year,
          permanent,
          households: Math.round(permanent / 3.1),
          area: 38_000 + ((place * 27_500) % 160_000),
          state: 'verified',
          source: `示例统计公报(${year}年)`,
        };
      }),
    ),
};

const fires = [
  {
    name: '示例家具厂',
    trade: '厂房',
    cause: 'electrical',
    day: '2026-03-18',
    time: '02:40',
    dead: 1,
    injured: 3,
    loss: 186_000_000,
    area: 8_600,
  },
  {
    name: '幸福路 8 号自建房',
    trade: '住宅',
    cause: 'household',
    day: '2026-07-09',
    time: '19:15',
    dead: 0,
    injured: 0,
    loss: 620_000,
    area: 180,
  },
  {
    name: '示例物流仓库',
    trade: '仓储物流',
    cause: 'production',
    day: '2026-05-22',
    time: '14:05',
    dead: 0,
    injured: 1,
    loss: 74_500_000,
    area: 12_000,
  },
  {
    name: '便民早餐店',
    trade: '餐饮',
    cause: 'household',
    day: '2026-08-03',
    time: '05:50',
    dead: 0,
    injured: 0,
    loss: 350_000,
    area: 120,
  },
  {
    name: '示例花园 3 栋 1202 房',
    trade: '住宅',
    cause: 'smoking',
    day: '2026-09-14',
    time: '23:20',
    dead: 0,
    injured: 0,
    loss: 480_000,
    area: 150,
  },
  {
    name: '滨江停车棚',
    trade: '交通工具',
    cause: 'electrical',
    day: '2026-10-11',
    time: '04:30',
    dead: 0,
    injured: 0,
    loss: 900_000,
    area: 300,
  },
] as const;
const GRAVEST_PLACE = 0;

/** One fire of each county, the first of them with people dead. */
const fireRows: SampleLedger = {
  ledger: 'notableFires',
  rows: (counties, term) =>
    counties.map(({ uid, name, townships: [town] }, place) => {
      const { trade, ...fire } = fires[place % fires.length] ?? fires[0];
      const isVerified = fire.day < '2026-10';
      return {
        [PLACE]: town?.uid ?? uid,
        ...fire,
        name: place < fires.length ? fire.name : `${name}${fire.name}`,
        place: `${town?.name ?? name}示例路 ${place * 11 + 6} 号`,
        trade: term('trade', trade),
        severe: fire.injured === 0 ? null : 1,
        state: isVerified ? 'verified' : 'flash',
        handledOn: isVerified ? addDays(fire.day, 45) : null,
        course: '接警后消防救援站和乡镇专职消防队到场扑救，明火扑灭后开展现场勘验和走访。(示例)',
        liability:
          place === GRAVEST_PLACE
            ? '单位消防安全责任人、管理人已移送有关部门处理，属地和行业部门已约谈。(示例)'
            : '',
      };
    }),
};

export const peopleAndFires: readonly SampleLedger[] = [postRows, certificateRows, populationRows, fireRows];
