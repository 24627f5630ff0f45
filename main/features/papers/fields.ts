import type { PaperSummary } from '#shared/contract/papers.ts';
import {
  between,
  column,
  type FieldColumn,
  type FieldScope,
  fieldSource,
} from '#main/core/fields/field-source.ts';
import { registeredBetween } from './list.ts';
import { secretPaperUids } from './secret.ts';

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
