import type { FindingFilter, FindingSort } from '#shared/contract/findings.ts';

/* Findings as their list asks for them: twelve filters and orders with names. */

export const PAGE = 100;

export const everyFinding: FindingFilter = {
  view: 'open',
  campaignUid: null,
  countyUid: null,
  tradeUid: null,
  severity: null,
  text: '',
  counted: null,
};

export function firstPage(filter: Partial<FindingFilter>, sort: FindingSort = 'due') {
  return { filter: { ...everyFinding, ...filter }, sort, after: null, limit: PAGE };
}

interface NamedList {
  name: string;
  asked: ReturnType<typeof firstPage>;
}

export function namedLists(countyUid: string, tradeUid: string): NamedList[] {
  const major = { view: 'all', severity: 'major' } as const;
  return [
    { name: 'open, by due day', asked: firstPage({}) },
    { name: 'all, by due day', asked: firstPage({ view: 'all' }) },
    { name: 'all, latest found', asked: firstPage({ view: 'all' }, 'found') },
    { name: 'overdue, by due day', asked: firstPage({ view: 'overdue' }) },
    { name: 'overdue, latest found', asked: firstPage({ view: 'overdue' }, 'found') },
    { name: 'waiting, by due day', asked: firstPage({ view: 'waiting' }) },
    { name: 'closed, latest found', asked: firstPage({ view: 'closed' }, 'found') },
    { name: 'open in one county', asked: firstPage({ countyUid }) },
    { name: 'all of one trade, latest found', asked: firstPage({ view: 'all', tradeUid }, 'found') },
    {
      name: 'closed of one trade in one county',
      asked: firstPage({ view: 'closed', countyUid, tradeUid }),
    },
    { name: 'major, by due day', asked: firstPage(major) },
    {
      name: 'major of one trade in one county, latest found',
      asked: firstPage({ ...major, countyUid, tradeUid }, 'found'),
    },
  ];
}
