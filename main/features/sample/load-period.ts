import type { CellChange, GroupFrame } from '#shared/contract/assessment.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import type { LoadedOrganization } from './load-organizations.ts';
import { makeSheet, pinnedEntry } from './make-sheet.ts';
import { createRandom } from '#shared/random.ts';
import type { RunOperation } from './run-operation.ts';
import type { GroupScores, SamplePeriod, SampleScheme } from './sample-data.ts';

/** Who is assessed by which scheme. */
export interface GroupToLoad {
  part: 'counties' | 'memberUnits';
  name: string;
  schemeUid: string;
  scheme: SampleScheme;
  organizations: readonly LoadedOrganization[];
}

/** Opens a period, enters its scores, and finalises it where it is over. */
export async function loadPeriod(
  run: RunOperation,
  period: SamplePeriod,
  groups: readonly GroupToLoad[],
  seed: number,
): Promise<void> {
  const { title, firstDay, lastDay } = period;
  const { uid } = await run('assessment', 'openPeriod', {
    kind: 'quarter',
    title,
    firstDay,
    lastDay,
    groups: groups.map(({ name, schemeUid, organizations }) => ({
      name,
      schemeUid,
      organizationUids: organizations.map((organization) => organization.uid),
    })),
  });
  const opened = await run('assessment', 'period', { uid });
  const corrections: { groupUid: string; changes: CellChange[] }[] = [];
  for (const [place, group] of groups.entries()) {
    const groupUid = opened.groups[place]?.uid ?? '';
    const frame = await run('assessment', 'frame', { groupUid });
    const scores = period[group.part];
    const changes = scoresOf(frame, group, scores, seed + place * GROUP_SEEDS);
    await run('assessment', 'setScores', { groupUid, stage: 'checked', changes });
    if (scores.corrections.length > 0) {
      corrections.push({ groupUid, changes: correctionsOf(frame, group, scores, changes) });
    }
  }
  if (!period.finalized) return;
  await run('assessment', 'finalize', { uid });
  if (period.reopened === null) return;
  await run('assessment', 'reopen', { uid, reason: period.reopened });
  for (const correction of corrections)
    await run('assessment', 'setScores', { ...correction, stage: 'checked' });
  await run('assessment', 'finalize', { uid });
}

/** Each object has numbers of its own, so that a change in one sheet leaves the others as they are. */
const GROUP_SEEDS = 100;
const PERCENT = 100;

function scoresOf(frame: GroupFrame, group: GroupToLoad, scores: GroupScores, seed: number): CellChange[] {
  const told = new Map(
    group.scheme.categories.flatMap(({ indicators }) => indicators).map((each) => [each.number, each]),
  );
  return frame.objects.flatMap((object, place) => {
    const organization = group.organizations[place];
    if (organization === undefined) return [];
    const { name, population, places } = organization;
    const indicators = frame.scheme.indicators.filter(({ uid }) => !object.inapplicable.includes(uid));
    const sheet = makeSheet(
      {
        indicators,
        told: ({ number }) => told.get(number) ?? { pinnedOnly: true, cases: null, reasons: {} },
        pins: scores.fixed.filter((pin) => pin.object === name),
        lost: scores.lost[place] ?? 0,
        exact: scores.exact.includes(name),
        population,
        places,
      },
      createRandom(seed + place),
    );
    const share = scores.share?.[place] ?? PERCENT;
    const scored = indicators.slice(0, Math.floor((indicators.length * share) / PERCENT));
    return scored.map(({ uid }) => changeOf(object.uid, uid, null, sheet.get(uid) ?? null));
  });
}

function changeOf(
  objectUid: string,
  indicatorUid: string,
  base: ScoreEntry | null,
  entry: ScoreEntry | null,
): CellChange {
  return { objectUid, indicatorUid, base, entry };
}

function correctionsOf(
  frame: GroupFrame,
  { organizations }: GroupToLoad,
  { corrections }: GroupScores,
  scored: readonly CellChange[],
): CellChange[] {
  return corrections.flatMap((pin) => {
    const object = frame.objects[organizations.findIndex(({ name }) => name === pin.object)];
    const indicator = frame.scheme.indicators.find(({ number }) => number === pin.indicator);
    const before = scored.find(
      (change) => change.objectUid === object?.uid && change.indicatorUid === indicator?.uid,
    );
    return before === undefined
      ? []
      : [changeOf(before.objectUid, before.indicatorUid, before.entry, pinnedEntry(pin))];
  });
}
