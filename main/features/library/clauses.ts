import type { library as contract } from '#shared/contract/library.ts';
import { AppError } from '#shared/errors.ts';
import type { ClauseText } from '#shared/rules/library/split-clauses.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import { clauseColumnsOf } from './columns.ts';
import { clausesOf, entryById } from './queries.ts';
import { requireClause, requireEntry } from './rows.ts';

type Names = 'addClauses' | 'correctClause' | 'removeClause';

export const clauses: Pick<Handlers<typeof contract>, Names> = {
  addClauses({ uid, replaces, clauses: added }, { db, summarize }) {
    const entry = requireEntry(db, uid);
    for (const clause of added) requireWords(clause);
    const there = db.all(clausesOf, { entryId: entry.id });
    if (replaces) for (const { id } of there) db.remove('library_clause', id);
    const from = replaces ? 0 : (there.at(-1)?.position ?? 0);
    for (const [place, clause] of added.entries())
      db.insert('library_clause', {
        entry_id: entry.id,
        position: from + place + 1,
        ...clauseColumnsOf(clause),
      });
    summarize(`${entry.title}：${added.length} 条`);
    return { uid };
  },

  correctClause({ uid, base, set }, { db, summarize }) {
    const { id, number, heading, text, entry_id: entryId } = requireClause(db, uid);
    const stored: ClauseText = { number, heading, text };
    const wanted = { ...stored, ...decidePatch({ ...stored }, { ...base }, { ...set }) };
    requireWords(wanted);
    db.update('library_clause', id, clauseColumnsOf(wanted));
    summarize(`${db.get(entryById, { id: entryId })?.title ?? ''} ${wanted.number}`.trim());
    return { uid };
  },

  removeClause({ uid }, { db, summarize }) {
    const { id, number, entry_id: entryId } = requireClause(db, uid);
    db.remove('library_clause', id);
    summarize(`${db.get(entryById, { id: entryId })?.title ?? ''} ${number}`.trim());
    return { uid };
  },
};

function requireWords({ number, heading, text }: ClauseText): void {
  if (text !== '' || heading !== '') return;
  throw new AppError('badInput', {
    detail: number === '' ? '条文是空的，请填写' : `${number}没有条文，请填写`,
    field: 'text',
  });
}
