import type { PaperSummary } from '#shared/contract/papers.ts';
import { DECISION_FILES } from '#shared/rules/credit/files.ts';
import {
  between,
  column,
  type FieldColumn,
  type FieldScope,
  fieldSource,
} from '#main/core/fields/field-source.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { secretDecisionUids } from '#main/features/credit/secret.ts';
import { secretNotices } from '#main/features/notices/secret.ts';
import { papersOfSubject, registeredBetween } from './list.ts';

/**
 * Papers that were issued in the time, for forms of other offices; without those of what secret campaigns found: their
 * titles tell where these went.
 */
function issued(scope: FieldScope): PaperSummary[] {
  const hidden = secretPaperUids(scope.db);
  return registeredBetween(scope.db, scope).filter(
    ({ uid, status, issuedOn }) => !hidden.has(uid) && status === 'issued' && between(issuedOn, scope),
  );
}

function secretPaperUids(db: ReadStore): Set<string> {
  const ofDecisions = secretDecisionUids(db).flatMap((uid) => papersOfSubject(db, DECISION_FILES, uid));
  return new Set([
    ...secretNotices(db).map((notice) => notice.paper_uid),
    ...ofDecisions.map(({ uid }) => uid),
  ]);
}

const columns: readonly FieldColumn<PaperSummary>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('paperNumber', '文号', 'text', (row) => row.number),
  column('title', '标题', 'text', ({ title }) => title),
  column('kind', '文种', 'text', ({ kindName }) => kindName),
  column('addressee', '主送', 'text', ({ addressee }) => addressee),
  column('signedOn', '成文日期', 'day', ({ signedOn }) => signedOn),
  column('issuedOn', '印发日期', 'day', ({ issuedOn }) => issuedOn),
  column('draftedBy', '拟稿人', 'text', ({ draftedBy }) => draftedBy),
];

export const paperFields = [
  fieldSource<PaperSummary>({ key: 'papers', name: '发文(每份一行)', columns, rows: issued }),
];
