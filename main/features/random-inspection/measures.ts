import type { RandomTarget } from '#shared/contract/random-results.ts';
import { publicationKindNames, targetResultNames } from '#shared/rules/random-inspection/model.ts';
import { measureSource } from '#main/core/measures/measure-source.ts';
import { allPublications, type PublicationRecord } from './draw-queries.ts';
import { targetsOfTime } from './targets.ts';

/** Drawn objects of the months that end within the time. */
export const randomReportMeasures = measureSource<RandomTarget>({
  key: 'randomInspection',
  name: '双随机抽查',
  by: ['county'],
  tables: [
    'random_target',
    'random_draw',
    'random_class',
    'random_item',
    'random_object',
    'key_site',
    'organization',
    'finding',
  ],
  measures: [
    { key: 'drawn', name: '双随机抽取对象', unit: '家', kind: 'count' },
    { key: 'inspected', name: '双随机已检查', unit: '家', kind: 'count' },
    { key: 'problems', name: '双随机发现问题', unit: '家', kind: 'count' },
    { key: 'rate', name: '双随机检查完成率', unit: '%', kind: 'share', part: 'inspected', whole: 'drawn' },
  ],
  read: targetsOfTime,
  amounts: ({ inspectedOn, result }, { to }) => {
    const isInspected = inspectedOn !== null && inspectedOn <= to;
    return {
      drawn: 1,
      inspected: Number(isInspected),
      problems: Number(isInspected && result === 'problems'),
    };
  },
  rows: ({ countyUid }) => (countyUid === null ? [] : [countyUid]),
  record: ({ uid, name, place, inspectedOn, result, month }) => ({
    uid,
    name,
    day: inspectedOn,
    note: `${place}，${result === null ? '未检查' : targetResultNames[result]}`,
    path: `/random-inspection/results/${month}`,
  }),
});

/** Publications of the time. */
export const randomPublicationMeasures = measureSource<PublicationRecord>({
  key: 'randomPublications',
  name: '双随机公示',
  by: [],
  tables: ['random_publication'],
  measures: [
    { key: 'published', name: '双随机公示次数', unit: '次', kind: 'count' },
    { key: 'inTime', name: '双随机按时公示次数', unit: '次', kind: 'count' },
    { key: 'rate', name: '双随机按时公示率', unit: '%', kind: 'share', part: 'inTime', whole: 'published' },
  ],
  read: ({ db, from, to }) =>
    db.all(allPublications).filter(({ published_on: day }) => day >= from && day <= to),
  amounts: (record) => ({ published: 1, inTime: Number(record.published_on <= record.due_on) }),
  rows: () => null,
  record: ({ uid, month, kind, published_on: day, due_on: dueOn }) => ({
    uid,
    name: `${month} ${publicationKindNames[kind]}`,
    day,
    note: `最迟 ${dueOn}`,
    path: '/random-inspection/publications',
  }),
});
