import type { Client } from './core.ts';

/* What the pages ask for, of an office with an open period. */

const TURNED_PERIODS = 4;

/** One call of a page. */
export interface Read {
  name: string;
  call: (client: Client, turn: number) => Promise<unknown>;
}

/** What the calls are about: taken from the office, so that each turn asks for another period. */
export async function knownOf(client: Client) {
  const periods = await client.assessment.periods();
  const chosen = periods.slice(0, TURNED_PERIODS);
  const details = await Promise.all(chosen.map(({ uid }) => client.assessment.period({ uid })));
  const [frame] = await Promise.all(
    details.slice(0, 1).map((detail) => client.assessment.frame({ groupUid: detail.groups[0]!.uid })),
  );
  const open = periods.find(({ status }) => status === 'open');
  return {
    periodUids: details.map(({ uid }) => uid),
    groupUids: details.map(({ groups }) => groups[0]!.uid),
    openUid: open!.uid,
    schemeUid: frame!.scheme.uid,
    objectUid: frame!.objects[0]!.uid,
    organizationUid: frame!.objects[0]!.organizationUid,
    indicatorUids: frame!.scheme.indicators.map(({ uid }) => uid),
    lastDay: frame!.period.lastDay,
  };
}

type Known = Awaited<ReturnType<typeof knownOf>>;

const anyOperation = { text: '', userName: null, from: null, to: null, before: null, limit: 50 };

export function readsOf(known: Known): Read[] {
  const turned = (uids: readonly string[], turn: number) => uids[turn % uids.length]!;
  const { openUid: uid, objectUid, lastDay, indicatorUids } = known;
  return [
    { name: 'session.state', call: (client) => client.session.state() },
    { name: 'history.state', call: (client) => client.history.state() },
    { name: 'assessment.periods', call: (client) => client.assessment.periods() },
    {
      name: 'assessment.period',
      call: (client, turn) => client.assessment.period({ uid: turned(known.periodUids, turn) }),
    },
    {
      name: 'assessment.frame',
      call: (client, turn) => client.assessment.frame({ groupUid: turned(known.groupUids, turn) }),
    },
    {
      name: 'assessment.scores',
      call: (client, turn) =>
        client.assessment.scores({ groupUid: turned(known.groupUids, turn), stage: 'checked' }),
    },
    {
      name: 'assessment.results',
      call: (client, turn) => client.assessment.results({ periodUid: turned(known.periodUids, turn) }),
    },
    {
      name: 'analysis.group',
      call: (client, turn) => client.analysis.group({ groupUid: turned(known.groupUids, turn) }),
    },
    { name: 'analysis.profile', call: (client) => client.analysis.profile({ objectUid }) },
    { name: 'analysis.profileStandings', call: (client) => client.analysis.profileStandings({ objectUid }) },
    {
      name: 'analysis.resultTexts',
      call: (client, turn) => client.analysis.resultTexts({ groupUid: turned(known.groupUids, turn) }),
    },
    { name: 'assessment.finalizeCheck', call: (client) => client.assessment.finalizeCheck({ uid }) },
    {
      name: 'assessment.recentReasons',
      call: (client, turn) => client.assessment.recentReasons({ indicatorUid: turned(indicatorUids, turn) }),
    },
    {
      name: 'assessment.cellHistory',
      call: (client, turn) =>
        client.assessment.cellHistory({
          stage: 'checked',
          objectUid,
          indicatorUid: turned(indicatorUids, turn),
        }),
    },
    {
      name: 'assessment.objectChoices',
      call: (client) => client.assessment.objectChoices({ appliesTo: 'township', day: lastDay }),
    },
    {
      name: 'assessment.proposePeriod',
      call: (client) => client.assessment.proposePeriod({ kind: 'quarter' }),
    },
    {
      name: 'exportForms.list',
      call: (client) => client.exportForms.list({ periodKind: 'quarter' }),
    },
    { name: 'organizations.tree', call: (client) => client.organizations.tree({ day: null }) },
    { name: 'organizations.get', call: (client) => client.organizations.get({ uid: known.organizationUid }) },
    { name: 'organizations.marks', call: (client) => client.organizations.marks() },
    { name: 'schemes.list', call: (client) => client.schemes.list() },
    { name: 'schemes.get', call: (client) => client.schemes.get({ uid: known.schemeUid }) },
    { name: 'history.list', call: (client) => client.history.list(anyOperation) },
    { name: 'history.list, text', call: (client) => client.history.list({ ...anyOperation, text: '季度' }) },
    { name: 'search.find, characters', call: (client) => client.search.find({ text: '街道', limit: 20 }) },
    { name: 'search.find, initials', call: (client) => client.search.find({ text: 'cgz', limit: 20 }) },
    {
      name: 'overview.show',
      call: (client) =>
        client.overview.show({ countyUid: null, from: `${lastDay.slice(0, 4)}-01-01`, to: lastDay }),
    },
    { name: 'users.list', call: (client) => client.users.list() },
    { name: 'office.settings', call: (client) => client.office.settings() },
  ];
}
