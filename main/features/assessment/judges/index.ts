import { hash } from 'node:crypto';
import type { judges as contract } from '#shared/contract/judges.ts';
import { cellWith, readCell } from '#shared/rules/assessment/judged-cell.ts';
import { packEntry } from '#shared/rules/assessment/pack-entry.ts';
import { shareEntries } from '#shared/rules/assessment/shared-entries.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { keysOf, requireGroup } from '../load-group.ts';
import { objectsOfGroup } from '../queries.ts';
import { settingsOfScheme } from '../scheme.ts';
import { judgesAt, judgesOf } from './cells.ts';
import { requireJudge } from './column.ts';
import { idsOfCell, judgedCellAt, judgedCells, usersAtWork } from './queries.ts';
import { setJudgeScores } from './set-scores.ts';
import { setJudges } from './set-judges.ts';

/** Several judges of a group, each with scores of his own; the checked scores follow from them. */
export const judges: Handlers<typeof contract> = {
  ofGroup({ groupUid }, { db }) {
    const { row } = requireGroup(db, groupUid);
    const { judges: way, judgesSource: waySource } = settingsOfScheme(db, row.scheme_id);
    const scored = new Map<string, number>();
    for (const { said } of db.all(judgedCells, { groupId: row.id }))
      for (const part of readCell(said).parts)
        if (part.said !== null) scored.set(part.judgeUid, (scored.get(part.judgeUid) ?? 0) + 1);
    return {
      judges: judgesOf(db, row.id).map((judge) => ({ ...judge, scored: scored.get(judge.uid) ?? 0 })),
      way,
      waySource,
      users: db.all(usersAtWork).map(({ uid, name }) => ({ uid, name })),
    };
  },

  set: setJudges,

  scores({ groupUid, judgeUid, known = [] }, { db }) {
    const { row } = requireGroup(db, groupUid);
    const { recusals } = requireJudge(judgesOf(db, row.id), judgeUid);
    const lines = new Map<number, string[]>();
    for (const { object_id, indicator_id, said } of db.all(judgedCells, { groupId: row.id })) {
      const own = readCell(said).parts.find((part) => part.judgeUid === judgeUid)?.said;
      if (own === undefined || own === null) continue;
      const ofObject = lines.get(object_id) ?? [];
      ofObject.push(`${indicator_id} ${packEntry(own.entry)}`);
      lines.set(object_id, ofObject);
    }
    const packed = db
      .all(objectsOfGroup, { groupId: row.id })
      .filter(({ uid }) => !recusals.includes(uid))
      .map(({ id, uid }) => ({ uid, entries: (lines.get(id) ?? []).join('\n') }));
    const digests = packed.map(({ uid, entries }) => hash('sha1', uid + entries, 'base64'));
    const spelled = packed.map(({ entries }, place) => (known[place] === digests[place] ? null : entries));
    return { stage: 'checked', keys: keysOf(db, row), ...shareEntries(spelled), digests };
  },

  setScores: setJudgeScores,

  ofCell({ groupUid, objectUid, indicatorUid }, { db }) {
    const { row } = requireGroup(db, groupUid);
    const { judges: way } = settingsOfScheme(db, row.scheme_id);
    const ids = db.get(idsOfCell, { groupId: row.id, objectUid, indicatorUid });
    const stored = ids && db.get(judgedCellAt, { objectId: ids.object_id, indicatorId: ids.indicator_id });
    const expected = judgesAt(judgesOf(db, row.id), objectUid);
    const { parts } = cellWith(stored === undefined ? null : readCell(stored.said), expected, way);
    return { way, entries: [...parts] };
  },
};
