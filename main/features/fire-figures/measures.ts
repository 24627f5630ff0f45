import { figureStateNames } from '#shared/rules/fire-figures/figures.ts';
import { FEN_IN_TEN_THOUSAND_YUAN, tenThousandsText } from '#shared/rules/money.ts';
import { measureSource } from '#main/core/measures/measure-source.ts';
import { organizationsOn } from '#main/features/organizations/index.ts';
import { type FigureRecord, figuresBetween } from './queries.ts';

interface CountedFigures extends FigureRecord {
  countyUid: string;
  countyName: string;
}

/** Whole months, of which the time touches each. */
export const fireReportMeasures = measureSource<CountedFigures>({
  key: 'fires',
  name: '火灾数据',
  by: ['county'],
  tables: ['fire_figure', 'organization', 'organization_state'],
  measures: [
    { key: 'fires', name: '火灾起数', unit: '起', kind: 'count' },
    { key: 'deaths', name: '火灾死亡', unit: '人', kind: 'count' },
    { key: 'injuries', name: '火灾受伤', unit: '人', kind: 'count' },
    { key: 'loss', name: '火灾直接财产损失', unit: '万元', kind: 'sum' },
  ],
  read({ db, from, to }) {
    const counties = organizationsOn(db, to);
    return db.all(figuresBetween, { from: from.slice(0, 7), to: to.slice(0, 7) }).map((record) => {
      const county = counties.get(record.organization_id);
      return { ...record, countyUid: county?.uid ?? '', countyName: county?.name ?? '' };
    });
  },
  amounts: ({ fires, deaths, injuries, loss }) => ({
    fires,
    deaths,
    injuries,
    loss: loss / FEN_IN_TEN_THOUSAND_YUAN,
  }),
  rows: ({ countyUid }) => (countyUid === '' ? [] : [countyUid]),
  record: ({ uid, countyName, month, fires, deaths, injuries, loss, state }) => ({
    uid,
    name: `${countyName} ${month}`,
    day: `${month}-01`,
    note: `${fires} 起，死亡 ${deaths}，受伤 ${injuries}，损失 ${tenThousandsText(loss)} 万元，${figureStateNames[state]}`,
    path: `/fire-figures/${month}`,
  }),
});
