import { addMonths } from '#shared/calendar/days.ts';
import { PLACE } from '#shared/rules/ledgers/values.ts';
import type { SampleLedger } from './load-ledgers.ts';

/** A training and a drill in each county, over the year. */
export const trainingRows: SampleLedger = {
  ledger: 'trainings',
  rows: (counties, term) =>
    counties.flatMap(({ uid, name, townships }, place) => [
      {
        [PLACE]: uid,
        topic: `${name}基层消防监管人员业务培训`,
        form: 'training',
        kind: term('kind', '业务培训'),
        heldOn: addMonths('2026-01-15', place % 10),
        hours: 60,
        people: 45 + 6 * place,
        audience: '各乡镇(街道)消防工作站人员',
        venue: `${name}会议中心`,
        organiser: `${name}消安办`,
        result: '现场测试全部合格。',
      },
      ...townships.slice(0, 1).map((town) => ({
        [PLACE]: town.uid,
        topic: `${town.name}人员密集场所疏散演练`,
        form: 'drill',
        kind: term('kind', place % 2 === 0 ? '疏散演练' : '灭火演练'),
        heldOn: addMonths('2026-02-20', place % 9),
        hours: 15,
        people: 120 + 15 * place,
        audience: '商户、员工和居民',
        venue: `${town.name}商贸城`,
        organiser: town.name,
        result: place % 3 === 1 ? '疏散用时偏长，已要求商贸城重新划定集结点。' : '',
      })),
    ]),
};

/** Insurance and a medical check for the station of each county; two complaints, one of them still open. */
export const firefighterCareRows: SampleLedger = {
  ledger: 'firefighterCare',
  rows: (counties) =>
    counties.flatMap(({ uid, name }, place) => {
      const common = { [PLACE]: uid, station: `${name}消防救援站`, people: 24 + 3 * (place % 5) };
      return [
        {
          ...common,
          person: `${name}消防救援站全体队员`,
          kind: 'accident',
          doneOn: addMonths('2025-11-01', place),
          insuredUntil: addMonths('2026-10-31', place),
          amount: common.people * 30_000,
        },
        {
          ...common,
          person: `${name}消防救援站全体队员`,
          kind: 'medical',
          doneOn: addMonths('2026-04-10', place % 6),
          amount: common.people * 60_000,
        },
        ...(place < 2
          ? [
              {
                ...common,
                people: 1,
                person: place === 0 ? '陈志远' : '林国强',
                kind: 'complaint',
                matter: place === 0 ? '子女入学' : '家属随调',
                raisedOn: addMonths('2026-09-08', place),
                solvedOn: place === 0 ? '2026-09-25' : null,
              },
            ]
          : []),
      ];
    }),
};
