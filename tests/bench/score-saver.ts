import type { GroupFrame } from '#shared/contract/assessment.ts';
import { createUnpacker } from '#shared/rules/assessment/group-scores.ts';
import { spelledScores } from '#shared/rules/assessment/shared-entries.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import type { Client } from '#tests/support/core.ts';

/** Saves one score after another in the open period's group. */
export interface ScoreSaver {
  groupUid: string;
  /** Each save changes a score that is there. */
  save: () => Promise<void>;
}

/** @param share first object; several savers take objects of their own, so that none has a conflict */
export async function createScoreSaver(client: Client, share: number): Promise<ScoreSaver> {
  const period = (await client.assessment.periods()).find(({ status }) => status === 'open');
  if (period === undefined) throw new Error('no period is open');
  const { groups } = await client.assessment.period({ uid: period.uid });
  const groupUid = groups[0]!.uid;
  const frame = await client.assessment.frame({ groupUid });
  const packed = await client.assessment.scores({ groupUid, stage: 'checked' });
  const { keys, byObject } = spelledScores(packed);
  const cells = cellsOf(frame, createUnpacker(keys)(byObject[share] ?? ''), share);
  let saved = 0;
  return {
    groupUid,
    async save() {
      const cell = cells[saved % cells.length]!;
      saved += 1;
      const entry: ScoreEntry = { ...cell.base, reason: `第${saved}次复核后修改` };
      const { objectUid, indicatorUid, base } = cell;
      const changes = [{ objectUid, indicatorUid, base, entry }];
      await client.assessment.setScores({ groupUid, stage: 'checked', changes });
      cell.base = entry;
    },
  };
}

function cellsOf({ objects }: GroupFrame, stored: ReadonlyMap<string, ScoreEntry>, share: number) {
  const objectUid = objects[share]!.uid;
  return [...stored].map(([indicatorUid, base]) => ({ objectUid, indicatorUid, base }));
}
