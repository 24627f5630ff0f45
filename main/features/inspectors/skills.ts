import type { SeenTerm, Term, WantedTerm } from '#shared/contract/terms.ts';
import { AppError } from '#shared/errors.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { goneTerms, requireDistinctWords, type TermRecord, toTerm, writeTerms } from '#main/core/terms.ts';
import { allSkills, skillUse } from './queries.ts';

/** Skills as the office has them. */
export function listSkills(db: ReadStore): Term[] {
  const uses = usesOf(db);
  return db.all(allSkills).map((row) => ({ ...toTerm(row), usedBy: uses.get(row.id) ?? 0 }));
}

/** @throws AppError notFound */
export function requireSkill(db: ReadStore, uid: string): TermRecord {
  const row = db.all(allSkills).find((skill) => skill.uid === uid);
  if (row === undefined) throw new AppError('notFound', { what: '所选的专长' });
  return row;
}

/** The whole list as the office wants it; what people still have stays. */
export function setSkills(
  { base, set }: { base: SeenTerm[]; set: WantedTerm[] },
  { db, summarize }: WriteContext,
): { count: number } {
  const rows = db.all(allSkills);
  // The list is one field: two clerks at it at the same time see each other's.
  const { skills } = decidePatch<{ skills: WantedTerm[] }>(
    { skills: rows.map(toTerm) },
    { skills: base },
    { skills: set },
  );
  if (skills !== undefined) {
    requireDistinctWords('专长', skills);
    const uses = usesOf(db);
    for (const row of goneTerms(rows, skills)) {
      const count = uses.get(row.id) ?? 0;
      if (count > 0) throw new AppError('inUse', { what: `专长“${row.name}”`, by: ` ${count} 个督查人员` });
      db.remove('inspection_skill', row.id);
    }
    writeTerms(db, 'inspection_skill', rows, skills);
  }
  summarize(`专长 ${set.length} 项`);
  return { count: set.length };
}

function usesOf(db: ReadStore): Map<number, number> {
  return new Map(db.all(skillUse).map(({ id, count }) => [id, count]));
}
