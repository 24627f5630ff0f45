import type { ObjectProfile, ProfilePeriod, ProfileStanding } from '#shared/contract/analysis.ts';
import type { GroupFrame, PackedScores } from '#shared/contract/assessment.ts';
import { AppError } from '#shared/errors.ts';
import { createUnpacker, scorerOf } from '#shared/rules/assessment/group-scores.ts';
import { remarksOf } from '#shared/rules/assessment/result-rows.ts';
import { countedStages, countedText } from '#shared/rules/assessment/stages.ts';
import { planScheme } from '#shared/rules/scoring/object.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { groundsInGroup } from '../deductions.ts';
import { latestKept } from '../derived.ts';
import { keysOf, requireGroup } from '../load-group.ts';
import { loadObjects, readUids } from '../objects.ts';
import type { GroupRow, PeriodRow } from '../queries.ts';
import { loadScheme } from '../scheme.ts';
import { assessedAs, type AssessedRow, packedOfObject } from './queries.ts';
import { groundedReasons, reasonsOf } from './reasons.ts';
import { standingsOf } from './standings.ts';

/** An organization over the years: of each period only its own scores are read. @throws AppError notFound */
export function objectProfile(db: ReadStore, objectUid: string): ObjectProfile {
  const rows = requireAssessed(db, objectUid);
  const schemes = schemeReader(db);
  const periods = rows.map((row) => profilePeriod(db, row, schemes));
  return { name: nameOf(db, rows, objectUid), periods };
}

/** @throws AppError notFound */
export function profileStandings(db: ReadStore, objectUid: string): ProfileStanding[] {
  return requireAssessed(db, objectUid).map((assessed) => {
    const { row, period } = requireGroup(db, assessed.group_uid);
    const { objectCount, byOrganization } = standingsOf(db, row, period);
    const { rank = null, grade = '' } = byOrganization.get(assessed.organization_uid) ?? {};
    return { objectUid: assessed.uid, rank, grade, objectCount };
  });
}

function requireAssessed(db: ReadStore, uid: string): AssessedRow[] {
  const rows = db.all(assessedAs, { uid });
  if (rows.length === 0) throw new AppError('notFound', { what: '这个被考评单位' });
  return rows;
}

interface ReadScheme {
  scheme: GroupFrame['scheme'];
  keys: PackedScores['keys'];
}

type SchemeReader = (group: GroupRow) => ReadScheme;

/** Many periods are scored by the same scheme. */
function schemeReader(db: ReadStore): SchemeReader {
  const known = new Map<number, ReadScheme>();
  return (group) => {
    const found = known.get(group.scheme_id) ?? {
      scheme: loadScheme(db, group.scheme_id),
      keys: keysOf(db, group),
    };
    known.set(group.scheme_id, found);
    return found;
  };
}

/** Five years of quarters of some objects. */
const KEPT_PERIODS = 200;
const ofFinal = latestKept<ProfilePeriod>(KEPT_PERIODS);

function profilePeriod(db: ReadStore, assessed: AssessedRow, schemeOf: SchemeReader): ProfilePeriod {
  const { row, period } = requireGroup(db, assessed.group_uid);
  const work = (): ProfilePeriod => periodOf(db, assessed, { row, period }, schemeOf);
  const { fingerprint } = period;
  const found = fingerprint === null ? work() : ofFinal(`${assessed.uid} ${fingerprint}`, work);
  return { ...found, ...groundedReasons(found, assessed.uid, groundsInGroup(db, row.id)) };
}

function periodOf(
  db: ReadStore,
  assessed: AssessedRow,
  { row, period }: { row: GroupRow; period: PeriodRow },
  schemeOf: SchemeReader,
): ProfilePeriod {
  const { scheme, keys } = schemeOf(row);
  const packed = countedStages(scheme.settings).map(
    (stage) => db.get(packedOfObject, { objectId: assessed.id, stage })?.entries ?? '',
  );
  const entries = createUnpacker(keys)(countedText(packed));
  const object = { uid: assessed.uid, inapplicable: inapplicableOf(db, assessed, row, period, scheme) };
  const score = scorerOf({ scheme, objects: [object] }, new Map([[object.uid, entries]])).score(object.uid);
  return {
    periodUid: period.uid,
    title: period.title,
    code: period.code,
    kind: period.kind,
    isFinal: period.status === 'final',
    groupUid: row.uid,
    groupName: row.name,
    objectUid: assessed.uid,
    fullPoints: planScheme(scheme).full,
    decimals: scheme.settings.decimals,
    total: score.totalPoints,
    complete: score.complete,
    remark: remarksOf(score).join('；'),
    ...reasonsOf({ scheme, objectUid: object.uid, score, entries }),
  };
}

/** Stored when the period was finalised; of an open one it follows from the marks of the day. */
function inapplicableOf(
  db: ReadStore,
  { id, inapplicable }: AssessedRow,
  row: GroupRow,
  period: PeriodRow,
  scheme: GroupFrame['scheme'],
): string[] {
  if (inapplicable !== null) return readUids(inapplicable);
  if (scheme.indicators.every(({ condition }) => condition === null)) return [];
  const objects = loadObjects(db, row.id, period.last_day, scheme.indicators);
  return objects.find((object) => object.id === id)?.inapplicable ?? [];
}

/** As the period calls it that was asked about. */
function nameOf(db: ReadStore, rows: readonly AssessedRow[], objectUid: string): string {
  const asked = rows.find(({ uid }) => uid === objectUid);
  if (asked === undefined) return '';
  const { row, period } = requireGroup(db, asked.group_uid);
  return loadObjects(db, row.id, period.last_day, []).find(({ uid }) => uid === objectUid)?.name ?? '';
}
