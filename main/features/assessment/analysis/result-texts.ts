import type { ResultText } from '#shared/contract/analysis.ts';
import type { GroupResultRow } from '#shared/contract/assessment.ts';
import { AppError } from '#shared/errors.ts';
import { resultText } from '#shared/rules/assessment/analysis/result-text.ts';
import { resultRows } from '#shared/rules/assessment/result-rows.ts';
import { planScheme } from '#shared/rules/scoring/object.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { type GroupGrounds, groundsInGroup } from '../deductions.ts';
import { derivedInPeriod } from '../derived.ts';
import { printed } from '../export/texts.ts';
import { requireGroup, type ScoredGroup } from '../load-group.ts';
import type { OutwardReasons } from '../outward-reasons.ts';
import type { GroupRow, PeriodRow } from '../queries.ts';
import { earlierGroups } from './group-analysis.ts';
import { placeOfObject, textsOfGroup } from './queries.ts';
import { groundedReasons, type ObjectReasons, reasonsOf } from './reasons.ts';

/** Of a whole group; the reasons of large groups take some room. */
const KEPT_GROUPS = 8;
const knownReasonsOf = derivedInPeriod(reasonsInGroup, KEPT_GROUPS);

/** What is said of each object of a group, in rank order. @throws AppError notFound */
export function resultTextsOf(db: ReadStore, groupUid: string): ResultText[] {
  const { row, period } = requireGroup(db, groupUid);
  return textsFrom(db, { row, period }, knownReasonsOf(db, row, period), groundsInGroup(db, row.id));
}

/** The same of a group that is scored already, for outside of the office. */
export function textsOfScored(
  db: ReadStore,
  group: ScoredGroup,
  { entries, grounds }: OutwardReasons,
): ResultText[] {
  return textsFrom(db, group, reasonsInGroup({ ...group, entries }), grounds);
}

interface OfPeriod {
  row: GroupRow;
  period: PeriodRow;
}

function textsFrom(
  db: ReadStore,
  group: OfPeriod,
  reasons: GroupReasons,
  grounds: GroupGrounds,
): ResultText[] {
  const kept = new Map(
    db.all(textsOfGroup, { groupId: group.row.id }).map((text) => [text.object_uid, text]),
  );
  return draftsOf(db, group, reasons, grounds).map(({ objectUid, name, draft }) => {
    const own = kept.get(objectUid);
    const isBehind = own !== undefined && own.draft !== draft;
    return { objectUid, name, draft, text: own?.text ?? null, isBehind };
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
  const drafts = draftsOf(db, { row, period }, knownReasonsOf(db, row, period), groundsInGroup(db, row.id));
  const { name = '', draft = '' } = drafts.find(({ objectUid }) => objectUid === uid) ?? {};
  if (text === null && known !== undefined) db.remove('result_text', known.id);
  if (text === null || text === undefined) return { name };
  if (known === undefined) db.insert('result_text', { object_id: place.id, text, draft });
  else db.update('result_text', known.id, { text, draft });
  return { name };
}

interface ReasonedRow {
  row: GroupResultRow;
  organizationUid: string;
  reasons: ObjectReasons;
}

interface GroupReasons {
  fullPoints: number;
  decimals: number;
  /** In rank order. */
  rows: ReasonedRow[];
}

function reasonsInGroup({ scheme, objects, entries, scorer }: ScoredGroup): GroupReasons {
  const organizations = new Map(objects.map(({ uid, organizationUid }) => [uid, organizationUid]));
  const rows = resultRows({ scheme, objects }, scorer).map((row): ReasonedRow => {
    const { objectUid } = row;
    const object = { scheme, objectUid, score: scorer.score(objectUid), entries: entries.get(objectUid) };
    return { row, organizationUid: organizations.get(objectUid) ?? '', reasons: reasonsOf(object) };
  });
  return { fullPoints: planScheme(scheme).full, decimals: scheme.settings.decimals, rows };
}

function draftsOf(
  db: ReadStore,
  { row: group, period }: OfPeriod,
  { fullPoints, decimals, rows }: GroupReasons,
  grounds: GroupGrounds,
): { objectUid: string; name: string; draft: string }[] {
  const { previous } = earlierGroups(db, group, period);
  return rows.map(({ row, organizationUid, reasons }) => {
    const { objectUid, name, total, rank, grade, remark, complete } = row;
    const { losses, bonuses } = groundedReasons(reasons, objectUid, grounds);
    const draft = resultText({
      name,
      periodTitle: period.title,
      groupName: group.name,
      objectCount: rows.length,
      decimals,
      fullPoints,
      total,
      rank,
      grade,
      remark,
      complete,
      losses,
      bonuses,
      previous: previous?.standingOf(organizationUid) ?? null,
    });
    return { objectUid, name, draft: printed(draft) };
  });
}
