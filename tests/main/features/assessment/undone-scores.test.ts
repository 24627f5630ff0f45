import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupFrame } from '#shared/contract/assessment.ts';
import { createUnpacker } from '#shared/rules/assessment/group-scores.ts';
import { spelledScores } from '#shared/rules/assessment/shared-entries.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import {
  cellChange,
  entry,
  everyCell,
  openPeriod,
  putSchemeInForce,
} from '#tests/support/builders/period.ts';
import { startTestOffice } from '#tests/support/core.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

const MOST_EDITS = 6;

/** What may be entered into any of the usual items. */
const anyEntry = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 20_000 }).map((direct) => entry({ direct, reason: '现场核对' })),
  fc.boolean().map((notApplicable) => entry({ notApplicable, reason: notApplicable ? '辖区没有' : '' })),
);

describe('scores that are taken back', () => {
  let office: Office;
  let uid: string;
  let frame: GroupFrame;

  beforeAll(async () => {
    office = await startTestOffice({ name: '漯河市', code: '4111' });
    await putSchemeInForce(office.client);
    ({ uid, frame } = await openPeriod(office.client, 'spotCheck'));
    const changes = everyCell(frame);
    await office.client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes });
  });
  afterAll(() => office.close());

  const results = () => office.client.assessment.results({ periodUid: uid });

  async function enteredAt(object: number, indicator: number): Promise<ScoreEntry | null> {
    const packed = spelledScores(
      await office.client.assessment.scores({ groupUid: frame.uid, stage: 'checked' }),
    );
    const { uid: indicatorUid } = frame.scheme.indicators[indicator]!;
    return createUnpacker(packed.keys)(packed.byObject[object]!).get(indicatorUid) ?? null;
  }

  it('leave every total, grade and rank as it was before, whatever was entered and in whatever order', async () => {
    const edit = fc.record({
      object: fc.nat({ max: frame.objects.length - 1 }),
      indicator: fc.nat({ max: frame.scheme.indicators.length - 1 }),
      wanted: anyEntry,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: MOST_EDITS }), async (edits) => {
        const seen = [await results()];
        for (const { object, indicator, wanted } of edits) {
          const base = await enteredAt(object, indicator);
          const change = cellChange(frame, [object, indicator], wanted, base);
          const { changed } = await office.client.assessment.setScores({
            groupUid: frame.uid,
            stage: 'checked',
            changes: [change],
          });
          if (changed > 0) seen.push(await results());
        }
        seen.pop();
        for (const before of seen.toReversed()) {
          await office.client.history.undo({});
          expect(await results()).toEqual(before);
        }
      }),
      { numRuns: 20 },
    );
  });
});
