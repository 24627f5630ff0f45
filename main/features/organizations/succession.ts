import { covers } from '#shared/rules/organizations/history.ts';
import { AppError } from '#shared/errors.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { insertAll } from './add.ts';
import { shortList } from './short-list.ts';
import { changeState } from './change-state.ts';
import { closeOne } from './close.ts';
import { giveAll, type HandOver } from './hand-over.ts';
import { requireKnownMarks } from './marks.ts';
import type { OrganizationRow } from './queries.ts';
import { nameNear, requireById, requireOrganization, requireStateOn, statesUnder } from './states.ts';
import { requireValid } from './validity.ts';

type Successor =
  | { uid: string }
  | { new: { name: string; shortName: string; parentUid: string; marks: string[] } };

interface Passing {
  from: string;
  document: string;
  today: string;
}

interface MergeInput {
  uids: string[];
  into: Successor;
  from: string;
  document: string;
  handOver: { kind: string; uid: string }[];
}

/** Several become one, which may be one of them: the others end the day before and their children move to it. */
export function merge(
  handOvers: readonly HandOver[],
  input: MergeInput,
  context: WriteContext,
): { uid: string; handedOver: number } {
  const { db, today, summarize } = context;
  const passing = { from: input.from, document: input.document, today };
  const chosen = input.uids.map((uid) => requireOrganization(db, uid));
  const level = requireOneLevel(chosen);
  const successor = succeed(db, input.into, { level, behind: chosen[0] }, passing);
  const sources = chosen.filter((organization) => organization.id !== successor);
  if (sources.length === 0) throw new AppError('refused', { reason: '请选择要并入的其他机构。' });
  const touched = [successor];
  const given = giveAll(handOvers, db, {
    sources: sources.map(({ id }) => id),
    gifts: input.handOver.map((item) => ({ ...item, toId: successor })),
    day: input.from,
  });
  for (const source of sources) {
    touched.push(source.id, ...rehang(db, source.id, () => successor, passing));
    closeOne(db, source.id, input.from, input.document);
    const takesOver = given.some(({ fromId }) => fromId === source.id);
    recordSuccession(db, 'merge', source.id, successor, { ...passing, takesOver });
  }
  requireValid(db, touched);
  const names = sources.map((source) => nameNear(db, source.id, today));
  summarize(`${shortList(names)} → ${nameNear(db, successor, input.from)}，自 ${input.from}`);
  return { uid: requireById(db, successor).uid, handedOver: given.length };
}

interface SplitInput {
  uid: string;
  into: Successor[];
  keep: boolean;
  from: string;
  document: string;
  children: { uid: string; to: number }[];
  handOver: { kind: string; uid: string; to: number }[];
}

/** One becomes several, beside it or in its place; each child goes to the successor that was chosen for it. */
export function split(
  handOvers: readonly HandOver[],
  input: SplitInput,
  context: WriteContext,
): { uids: string[]; handedOver: number } {
  const { db, today, summarize } = context;
  const passing = { from: input.from, document: input.document, today };
  const source = requireOrganization(db, input.uid);
  const level = requireOneLevel([source]);
  const successors: number[] = [];
  let behind = source;
  for (const into of input.into) {
    const id = succeed(db, into, { level, behind }, passing);
    behind = requireById(db, id);
    successors.push(id);
  }
  if (successors.includes(source.id))
    throw new AppError('refused', { reason: '拆分后的机构里不能再选它自己，保留它请勾选“保留原机构”。' });
  const chosen = new Map(
    input.children.map(({ uid, to }) => [requireOrganization(db, uid).id, successors[to]]),
  );
  const rest = input.keep ? undefined : successors[0];
  const touched = [source.id, ...successors];
  touched.push(...rehang(db, source.id, (child) => chosen.get(child) ?? rest, passing));
  if (!input.keep) closeOne(db, source.id, input.from, input.document);
  const given = giveAll(handOvers, db, {
    sources: [source.id],
    gifts: input.handOver.map(({ to, ...item }) => ({ ...item, toId: requirePart(successors, to) })),
    day: input.from,
  });
  for (const successor of successors) {
    const takesOver = given.some(({ toId }) => toId === successor);
    recordSuccession(db, 'split', source.id, successor, { ...passing, takesOver });
  }
  requireValid(db, touched);
  const names = successors.map((id) => nameNear(db, id, input.from));
  summarize(`${nameNear(db, source.id, today)} → ${shortList(names)}，自 ${input.from}`);
  return { uids: successors.map((id) => requireById(db, id).uid), handedOver: given.length };
}

function requirePart(successors: readonly number[], place: number): number {
  const part = successors[place];
  if (part === undefined) throw new AppError('notFound', { what: '要承接的机构' });
  return part;
}

function requireOneLevel(organizations: readonly OrganizationRow[]): OrganizationRow['level'] {
  const levels = new Set(organizations.map((organization) => organization.level));
  const [level] = levels;
  if (level === undefined || levels.size > 1)
    throw new AppError('refused', { reason: '只有同一级别的机构才能合并。' });
  if (level === 'city') throw new AppError('refused', { reason: '本市是机构树的根，不能合并或拆分。' });
  return level;
}

/** @param origin a new one has the level of those it follows and stands behind one of them */
function succeed(
  db: WriteStore,
  successor: Successor,
  origin: { level: OrganizationRow['level']; behind: OrganizationRow | undefined },
  { from, document, today }: Passing,
): number {
  if ('uid' in successor) {
    const existing = requireOrganization(db, successor.uid);
    requireStateOn(db, existing.id, from);
    if (existing.level !== origin.level)
      throw new AppError('refused', { reason: '只能并入或分到同一级别的机构。' });
    return existing.id;
  }
  const { parentUid, ...fields } = successor.new;
  requireKnownMarks(db, fields.marks);
  const parentId = requireOrganization(db, parentUid).id;
  const item = { ...fields, level: origin.level, parentId, code: null };
  const place = origin.behind?.id ?? 'last';
  const [id = 0] = insertAll(db, [item], { from, document, place, today });
  return id;
}

/** Moves the children from that day on; rows that begin later follow. @returns local ids of the moved children */
function rehang(
  db: WriteStore,
  parentId: number,
  target: (child: number) => number | undefined,
  { from, document, today }: Passing,
): number[] {
  const moved: number[] = [];
  for (const state of statesUnder(db, parentId)) {
    const newParent = target(state.organizationId);
    if (newParent === undefined) continue;
    if (covers(state, from)) {
      changeState(db, state.organizationId, { from, today, document }, () => ({ parentId: newParent }));
    } else if (state.firstDay > from) {
      db.update('organization_state', state.id, { parent_id: newParent });
    } else {
      continue;
    }
    moved.push(state.organizationId);
  }
  return moved;
}

function recordSuccession(
  db: WriteStore,
  kind: 'merge' | 'split',
  fromId: number,
  toId: number,
  { from, document, takesOver }: Passing & { takesOver: boolean },
): void {
  db.insert('organization_succession', {
    kind,
    from_organization_id: fromId,
    to_organization_id: toId,
    day: from,
    document,
    takes_over: takesOver ? 1 : 0,
  });
}
