import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import {
  cellChange,
  entry,
  everyCell,
  openPeriod,
  putSchemeInForce,
} from '#tests/support/builders/period.ts';
import type { Client, TestCore } from '#tests/support/core.ts';

/*
 * A small office made through the program's operations, and what must be found in it for ever. Filling may follow the
 * contract of the release in work; looking must not forget anything that a released data folder shows.
 */

const clerk = '李明';
const document = '临政函〔2026〕8号';

/** @returns the clerk's window */
export async function fillOffice(core: TestCore): Promise<Client> {
  const client = core.window();
  await client.office.setUp({
    officeName: '漯河市消防安全委员会办公室',
    userName: clerk,
    cityName: '漯河市',
    cityCode: '4111',
    memberUnits: true,
  });
  await client.session.state();
  await client.users.add({ name: '王芳', roles: ['reader'], password: 'linchuan-2026' });
  await changeOrganizations(client);
  await putSchemeInForce(client);
  await finishedPeriod(client);
  await runningPeriod(client);
  return client;
}

async function changeOrganizations(client: Client): Promise<void> {
  const uidOf = await finder(client);
  const { mark } = await client.organizations.addMark({ name: '重点行业' });
  await client.organizations.setMarks({
    uids: [uidOf('源汇区')],
    add: [mark],
    remove: [],
    from: null,
    document: '',
  });
  await client.organizations.change({
    uid: uidOf('舞阳县'),
    base: { name: '舞阳县', shortName: '舞阳' },
    set: { name: '舞阳市', shortName: '舞阳' },
    from: '2026-05-01',
    document,
    note: '撤县设市',
  });
}

async function finishedPeriod(client: Client): Promise<void> {
  const { uid, frame } = await openPeriod(client);
  await client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes: everyCell(frame) });
  const seen = entry({ direct: null });
  await client.assessment.setScores({
    groupUid: frame.uid,
    stage: 'checked',
    changes: [cellChange(frame, [0, 0], entry({ inputs: { a: { count: 3 } } }), seen)],
  });
  await client.assessment.finalize({ uid });
  await client.assessment.reopen({ uid, reason: '复核后更正' });
  await client.assessment.setScores({
    groupUid: frame.uid,
    stage: 'checked',
    changes: [cellChange(frame, [1, 2], entry({ inputs: { c: { held: true } } }), seen)],
  });
  await client.assessment.finalize({ uid });
}

async function runningPeriod(client: Client): Promise<void> {
  const { frame } = await openPeriod(client);
  const set = (places: readonly [number, number], wanted: ScoreEntry, base: ScoreEntry | null = null) =>
    client.assessment.setScores({
      groupUid: frame.uid,
      stage: 'checked',
      changes: [cellChange(frame, places, wanted, base)],
    });
  const judged = entry({ inputs: { b: { points: 2500 } } });
  await set([0, 1], judged);
  await set([0, 1], { ...judged, reason: '会议记录不全' }, judged);
  await set([1, 1], entry({ notApplicable: true }));
  await set([2, 3], entry({ direct: 17_250 }));
  await client.history.undo({});
  await client.history.redo();
  await set([2, 4], entry({ inputs: { d: { numerator: '93', denominator: '97' } } }));
  const outdated = set([2, 3], entry({ direct: 1_000 }));
  await outdated.catch(() => undefined);
  const uidOf = await finder(client);
  const uids = [uidOf('郾城区'), uidOf('召陵区')];
  const nodes = await client.organizations.tree({ day: null });
  const parentUid = nodes.find(({ level }) => level === 'city')?.uid ?? '';
  const [running] = await client.organizations.openItems({ uids, day: '2026-06-01' });
  await client.organizations.merge({
    uids,
    into: { new: { name: '郾召区', shortName: '', parentUid, marks: [] } },
    from: '2026-06-01',
    document,
    handOver: running === undefined ? [] : [{ kind: running.kind, uid: running.uid }],
  });
}

async function finder(client: Client): Promise<(name: string) => string> {
  const nodes = await client.organizations.tree({ day: null });
  return (name) => {
    const found = nodes.find((node) => node.name === name);
    if (found === undefined) throw new Error(`${name} is not there`);
    return found.uid;
  };
}

/** What pages show of the office, and the log as it stood then. @param operations how many of the first to look at */
export async function lookAtOffice(client: Client, operations: number) {
  const periods = await client.assessment.periods();
  const { records } = await client.history.list({
    text: '',
    userName: null,
    from: null,
    to: null,
    before: operations + 1,
    limit: 200,
  });
  return {
    organizations: await Promise.all(
      ['2026-01-01', '2026-12-01'].map(async (day) =>
        (await client.organizations.tree({ day })).map(({ level, name, shortName, marks }) =>
          [level, name, shortName, ...marks].join(' '),
        ),
      ),
    ),
    schemes: await Promise.all(
      (await client.schemes.list()).map(async ({ uid, title, status }) => {
        const { indicators } = await client.schemes.get({ uid });
        return { title, status, indicators: indicators.map(({ number, maxPoints }) => [number, maxPoints]) };
      }),
    ),
    periods: await Promise.all(
      periods.map(async ({ uid, code, title, status }) => ({
        code,
        title,
        status,
        fingerprint: (await client.assessment.period({ uid })).fingerprint,
        results: (await client.assessment.results({ periodUid: uid })).map(({ groupName, rows }) => ({
          groupName,
          rows: rows.map(({ name, subtotals, total, rank, grade, remark }) => ({
            name,
            subtotals,
            total,
            rank,
            grade,
            remark,
          })),
        })),
      })),
    ),
    log: records.map(({ number, at, label, userName, summary, outcome, undone }) =>
      [number, at, label, userName, summary, outcome, undone].join(' | '),
    ),
  };
}
