import { cellKey } from '#shared/rules/assessment/cell-key.ts';
import type { GroupEntries } from '#shared/rules/assessment/group-scores.ts';
import { NEUTRAL_GROUND, neutralizer, type Untold } from '#shared/rules/deductions/neutral-reason.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import { defineQuery, nullableText, type Row, text } from '#main/core/store/query.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { isSecretSql } from '#main/features/campaigns/index.ts';
import { type GroupGrounds, groundsInGroup } from './deductions.ts';
import type { ScoredGroup } from './load-group.ts';

/** What a group's scores may say outside of the office of why points were taken. */
export interface OutwardReasons {
  entries: GroupEntries;
  grounds: GroupGrounds;
  /** Cells whose reason says less than in the office. */
  withheld: number;
  /** A text about an object that was made of its reasons. */
  textAbout: (objectUid: string, text: string) => string;
}

const columns = {
  object_uid: nullableText,
  indicator_uid: nullableText,
  reason: nullableText,
  title: text,
  place: text,
  what: text,
};
type SecretGround = Row<typeof columns>;

/**
 * Everything that unannounced campaigns found that are not released, each with the deductions of this group that rest on
 * it: a deduction that was taken back leaves its reason in the score.
 */
const secretGrounds = defineQuery<typeof columns, { groupId: number }>({
  name: 'assessment.secretGrounds',
  sql: `SELECT own.object_uid AS object_uid, own.indicator_uid AS indicator_uid, own.reason AS reason,
      task.title AS title, finding.place AS place, finding.what AS what
    FROM campaign
    JOIN finding ON finding.campaign_id = campaign.id
    JOIN task ON task.id = finding.task_id
    LEFT JOIN (SELECT deduction.task_id AS task_id, deduction.reason AS reason, object.uid AS object_uid,
        indicator.uid AS indicator_uid
      FROM assessment_object AS object
      JOIN deduction ON deduction.object_id = object.id AND deduction.state = 'accepted'
      JOIN indicator ON indicator.id = deduction.indicator_id
      WHERE object.group_id = @groupId) AS own ON own.task_id = task.id
    WHERE ${isSecretSql}`,
  columns,
});

export function outwardReasons(db: ReadStore, { row, entries }: ScoredGroup): OutwardReasons {
  const grounds = groundsInGroup(db, row.id);
  const secrets = db.all(secretGrounds, { groupId: row.id });
  if (secrets.length === 0) return { entries, grounds, withheld: 0, textAbout: (_uid, words) => words };
  const titles = new Set(secrets.map(({ title }) => title));
  const byObject = Map.groupBy(secrets, ({ object_uid: uid }) => uid);
  const byCell = Map.groupBy(secrets, ({ object_uid: objectUid, indicator_uid: indicatorUid }) =>
    objectUid === null || indicatorUid === null ? null : cellKey({ objectUid, indicatorUid }),
  );
  const withheld = new Set<string>();
  // Most cells and objects have no such ground of their own.
  const byTitles = neutralizer(untold(titles, []));
  const toldOf = (own: readonly SecretGround[] | undefined) =>
    own === undefined ? byTitles : neutralizer(untold(titles, own));

  function entryOf(key: string, entry: ScoreEntry): ScoreEntry {
    const reason = toldOf(byCell.get(key))(entry.reason);
    if (reason === entry.reason) return entry;
    withheld.add(key);
    return { ...entry, reason };
  }

  const told = new Map(
    [...entries].map(([objectUid, own]) => [
      objectUid,
      new Map(
        [...own].map(([indicatorUid, entry]) => [
          indicatorUid,
          entryOf(cellKey({ objectUid, indicatorUid }), entry),
        ]),
      ),
    ]),
  );
  for (const key of byCell.keys()) if (key !== null) withheld.add(key);
  return {
    entries: told,
    grounds: neutralGrounds(grounds, titles),
    withheld: withheld.size,
    textAbout: (objectUid, words) => toldOf(byObject.get(objectUid))(words),
  };
}

function untold(titles: ReadonlySet<string>, own: readonly SecretGround[]): Untold {
  return {
    passages: [...titles, ...own.flatMap(({ reason, what }) => [reason ?? '', what])],
    places: own.map(({ place }) => place),
  };
}

/** One neutral ground where one or several are not told: a reason that says so already does not name it again. */
function neutralGrounds(grounds: GroupGrounds, titles: ReadonlySet<string>): GroupGrounds {
  return new Map(
    [...grounds].map(([key, own]) => {
      const told = own.filter(({ title }) => !titles.has(title));
      return [key, told.length === own.length ? own : [...told, { title: NEUTRAL_GROUND, isFinding: true }]];
    }),
  );
}
