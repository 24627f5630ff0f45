import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupFrame } from '#shared/contract/assessment.ts';
import {
  cellChange,
  entry,
  everyCell,
  openPeriod,
  putSchemeInForce,
} from '#tests/support/builders/period.ts';
import { startTestOffice } from '#tests/support/core.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

describe('the analysis of a group', () => {
  let office: Office;
  let earlier: { uid: string; frame: GroupFrame };
  let later: { uid: string; frame: GroupFrame };

  const save = (frame: GroupFrame, changes: ReturnType<typeof cellChange>[]) =>
    office.client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes });

  beforeAll(async () => {
    office = await startTestOffice({ name: '漯河市', code: '4111' });
    await putSchemeInForce(office.client);
    earlier = await openPeriod(office.client);
    await save(earlier.frame, everyCell(earlier.frame));
    await save(earlier.frame, [
      cellChange(
        earlier.frame,
        [0, 0],
        entry({ inputs: { a: { count: 2 } } }),
        everyCell(earlier.frame)[0]!.entry,
      ),
    ]);
    await office.client.assessment.finalize({ uid: earlier.uid });
    later = await openPeriod(office.client);
    await save(later.frame, everyCell(later.frame));
  });
  afterAll(() => office.close());

  it('tells what was lost where, in rank order', async () => {
    const { objects, indicators, previous } = await office.client.analysis.group({
      groupUid: earlier.frame.uid,
    });
    const last = objects.at(-1)!;
    expect(last).toMatchObject({
      objectUid: earlier.frame.objects[0]!.uid,
      lost: 6_000,
      byCategory: [6_000, 0],
      cells: [6_000, 0, 0, 0, 0],
      previous: null,
      lastYear: null,
    });
    expect(indicators[0]).toMatchObject({ losing: 1, counted: objects.length, lost: 6_000 });
    expect(previous).toBeNull();
  });

  it('compares with how the same organization stood in the last period of the kind', async () => {
    const { objects, previous } = await office.client.analysis.group({ groupUid: later.frame.uid });
    expect(previous).toMatchObject({
      periodUid: earlier.uid,
      groupUid: earlier.frame.uid,
      fullPoints: 100_000,
      objectCount: objects.length,
    });
    const own = objects.find(({ objectUid }) => objectUid === later.frame.objects[0]!.uid)!;
    expect(own).toMatchObject({ rank: 1, total: 100_000 });
    expect(own.previous).toMatchObject({
      objectUid: earlier.frame.objects[0]!.uid,
      total: 94_000,
      rank: objects.length,
    });
  });

  it('follows the scores of an open period', async () => {
    const change = cellChange(later.frame, [1, 0], entry({ inputs: { a: { count: 1 } } }));
    await save(later.frame, [{ ...change, base: everyCell(later.frame)[5]!.entry }]);
    const { objects } = await office.client.analysis.group({ groupUid: later.frame.uid });
    expect(objects.at(-1)).toMatchObject({ objectUid: later.frame.objects[1]!.uid, lost: 3_000 });
  });
});
