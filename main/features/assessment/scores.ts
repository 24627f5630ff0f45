import { createHash } from 'node:crypto';
import type { assessment as contract } from '#shared/contract/assessment.ts';
import { unpackEntry } from '#shared/rules/assessment/pack-entry.ts';
import { scoreStages } from '#shared/rules/assessment/stages.ts';
import { shareEntries } from '#shared/rules/assessment/shared-entries.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { frameOf, keysOf, loadGroup, requireGroup } from './load-group.ts';
import { cellEvents, packedScores, recentReasons, stagesOfCell } from './score-queries.ts';
import { setScores } from './set-scores.ts';

type Names =
  | 'frame'
  | 'scores'
  | 'setSelfScores'
  | 'setScores'
  | 'setReviewedScores'
  | 'setFinalScores'
  | 'recentReasons'
  | 'cellHistory'
  | 'cellStages';

/** What a score sheet shows and sends. */
export const scoreHandlers: Pick<Handlers<typeof contract>, Names> = {
  frame: ({ groupUid }, { db }) => frameOf(loadGroup(db, groupUid)),

  scores({ groupUid, stage, known = [] }, { db }) {
    const { row } = requireGroup(db, groupUid);
    const packed = db.all(packedScores, { groupId: row.id, stage });
    const digests = packed.map(({ uid, entries }) =>
      createHash('sha1').update(uid).update(entries).digest('base64'),
    );
    const spelled = packed.map(({ entries }, place) =>
      known[place] === digests[place] ? null : entries.toString(),
    );
    return { stage, keys: keysOf(db, row), ...shareEntries(spelled), digests };
  },

  setSelfScores: setScores,
  setScores,
  setReviewedScores: setScores,
  setFinalScores: setScores,

  recentReasons: ({ indicatorUid }, { db }) =>
    db.all(recentReasons, { indicatorUid }).map(({ reason }) => reason),

  cellHistory: (cell, { db }) =>
    db.all(cellEvents, cell).map(({ at, user_name, label, before, after }) => ({
      at,
      userName: user_name,
      label,
      before: before === null ? null : unpackEntry(before),
      after: after === null ? null : unpackEntry(after),
    })),

  cellStages: (cell, { db }) =>
    db
      .all(stagesOfCell, cell)
      .map(({ stage, entry, at, user_name }) => ({
        stage,
        entry: unpackEntry(entry),
        at,
        userName: user_name,
      }))
      .toSorted((one, other) => scoreStages.indexOf(one.stage) - scoreStages.indexOf(other.stage)),
};
