import type { ResultText } from '#shared/contract/analysis.ts';
import { AppError } from '#shared/errors.ts';
import { resultText } from '#shared/rules/assessment/analysis/result-text.ts';
import { resultRows } from '#shared/rules/assessment/result-rows.ts';
import { planScheme } from '#shared/rules/scoring/object.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { groundsInGroup } from '../deductions.ts';
import { printed } from '../export/texts.ts';
import { loadInputs, requireGroup, type ScoredGroup, scoredGroup } from '../load-group.ts';
import { earlierGroups } from './group-analysis.ts';
import { placeOfObject, textsOfGroup } from './queries.ts';
import { reasonsOf } from './reasons.ts';

/** What is said of each object of a group, in rank order. @throws AppError notFound */
export function resultTextsOf(db: ReadStore, groupUid: string): ResultText[] {
  const { row, period } = requireGroup(db, groupUid);
  return textsOfScored(db, scoredGroup(loadInputs(db, row, period)));
}

/** The same of a group that is scored already. */
export function textsOfScored(db: ReadStore, group: ScoredGroup): ResultText[] {
  const kept = new Map(db.all(textsOfGroup, { groupId: group.row.id }).map((row) => [row.object_uid, row]));
  return draftsOf(db, group).map(({ objectUid, name, draft }) => {
    const own = kept.get(objectUid);
    return {
      objectUid,
      name,
      draft,
      text: own?.text ?? null,
      isBehind: own !== undefined && own.draft !== draft,
    };
  });
}

interface TextPatch {
  uid: string;
  base: { text?: string | null | undefined };
  set: { text?: string | null | undefined };
}

/** Said after finalising as well: it changes no score. @throws AppError notFound, conflict */
export function setResultText(db: WriteStore, { uid, base, set }: TextPatch): { name: string } {
  const place = db.get(placeOfObject, { uid });
  if (place === undefined) throw new AppError('notFound', { what: '这个被考评单位' });
  const { row, period } = requireGroup(db, place.group_uid);
  const known = db.all(textsOfGroup, { groupId: row.id }).find(({ object_uid }) => object_uid === uid);
  const { text } = decidePatch<{ text: string | null }>({ text: known?.text ?? null }, base, set);
  const drafts = draftsOf(db, scoredGroup(loadInputs(db, row, period)));
  const { name = '', draft = '' } = drafts.find(({ objectUid }) => objectUid === uid) ?? {};
  if (text === null && known !== undefined) db.remove('result_text', known.id);
  if (text === null || text === undefined) return { name };
  if (known === undefined) db.insert('result_text', { object_id: place.id, text, draft });
  else db.update('result_text', known.id, { text, draft });
  return { name };
}

function draftsOf(db: ReadStore, group: ScoredGroup): { objectUid: string; name: string; draft: string }[] {
  const { row, period, scheme, objects, entries, scorer } = group;
  const { previous } = earlierGroups(db, row, period);
  const grounds = groundsInGroup(db, row.id);
  const organizations = new Map(objects.map(({ uid, organizationUid }) => [uid, organizationUid]));
  return resultRows(group, scorer).map(({ objectUid, name, total, rank, grade, remark, complete }) => {
    const score = scorer.score(objectUid);
    const { losses, bonuses } = reasonsOf({
      scheme,
      objectUid,
      score,
      entries: entries.get(objectUid),
      grounds,
    });
    const plain = resultText({
      name,
      periodTitle: period.title,
      groupName: row.name,
      objectCount: objects.length,
      decimals: scheme.settings.decimals,
      fullPoints: planScheme(scheme).full,
      total,
      rank,
      grade,
      remark,
      complete,
      losses,
      bonuses,
      previous: previous?.standingOf(organizations.get(objectUid) ?? '') ?? null,
    });
    return { objectUid, name, draft: printed(plain) };
  });
}
