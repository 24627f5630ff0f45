import type { OrganizationMark } from '#shared/contract/organizations.ts';
import { AppError } from '#shared/errors.ts';
import { randomUUID } from 'node:crypto';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { shortList } from './short-list.ts';
import { changeState } from './change-state.ts';
import { allMarks, markUse } from './queries.ts';
import { requireOrganization } from './states.ts';

/** Marks that the program itself knows; they can be renamed, not removed. */
const builtInMarks = [
  { mark: 'developmentZone', name: '开发区' },
  { mark: 'nationalKeyTown', name: '全国重点镇' },
] as const;

export function plantMarks(db: WriteStore): void {
  builtInMarks.forEach(({ mark, name }, index) => {
    db.insert('organization_mark', { mark, name, protocol_order: index + 1 });
  });
}

export function listMarks(db: ReadStore): OrganizationMark[] {
  const uses = new Map(db.all(markUse).map((row) => [row.mark, row.count]));
  return db.all(allMarks).map(({ uid, mark, name }) => ({
    uid,
    mark,
    name,
    builtIn: isBuiltIn(mark),
    usedBy: uses.get(mark) ?? 0,
  }));
}

export function addMark({ name }: { name: string }, { db, summarize }: WriteContext): { mark: string } {
  refuseTakenName(db, name, null);
  const order = Math.max(0, ...db.all(allMarks).map((row) => row.protocol_order)) + 1;
  const mark = randomUUID();
  db.insert('organization_mark', { mark, name, protocol_order: order });
  summarize(name);
  return { mark };
}

export function renameMark(
  { uid, name }: { uid: string; name: string },
  { db, summarize }: WriteContext,
): { mark: string } {
  const row = requireMark(db, uid);
  refuseTakenName(db, name, uid);
  db.update('organization_mark', row.id, { name });
  summarize(`${row.name} → ${name}`);
  return { mark: row.mark };
}

export function removeMark({ uid }: { uid: string }, { db, summarize }: WriteContext): { mark: string } {
  const row = requireMark(db, uid);
  if (isBuiltIn(row.mark))
    throw new AppError('refused', { reason: `“${row.name}”是程序自带的标记，可以改名，不能删除。` });
  const used = db.all(markUse).find((use) => use.mark === row.mark)?.count ?? 0;
  if (used > 0) throw new AppError('inUse', { what: `标记“${row.name}”`, by: ` ${used} 个机构` });
  db.remove('organization_mark', row.id);
  summarize(row.name);
  return { mark: row.mark };
}

interface SetMarksInput {
  uids: string[];
  add: string[];
  remove: string[];
  from: string | null;
  document: string;
}

/** For many at once: 32 towns become national key towns in one step. */
export function setMarks(input: SetMarksInput, { db, today, summarize }: WriteContext): { changed: number } {
  requireKnownMarks(db, [...input.add, ...input.remove]);
  const changed: string[] = [];
  for (const uid of input.uids) {
    const { id } = requireOrganization(db, uid);
    const done = changeState(db, id, { from: input.from, today, document: input.document }, ({ marks }) => ({
      marks: [...new Set([...marks, ...input.add])].filter((mark) => !input.remove.includes(mark)),
    }));
    if (done !== null) changed.push(done);
  }
  summarize(shortList(changed));
  return { changed: changed.length };
}

/** @throws AppError badInput for a mark that is not in the list */
export function requireKnownMarks(db: ReadStore, marks: readonly string[]): void {
  if (marks.length === 0) return;
  const known = new Set(db.all(allMarks).map((row) => row.mark));
  if (marks.some((mark) => !known.has(mark))) throw new AppError('notFound', { what: '所选的标记' });
}

function isBuiltIn(mark: string): boolean {
  return builtInMarks.some((builtIn) => builtIn.mark === mark);
}

function requireMark(db: ReadStore, uid: string) {
  const row = db.all(allMarks).find((each) => each.uid === uid);
  if (row === undefined) throw new AppError('notFound', { what: '该标记' });
  return row;
}

function refuseTakenName(db: ReadStore, name: string, ownUid: string | null): void {
  const other = db.all(allMarks).find((row) => row.name === name);
  if (other !== undefined && other.uid !== ownUid)
    throw new AppError('duplicate', { what: '标记', value: name });
}
