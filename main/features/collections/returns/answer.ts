import type { collectionReturns as contract } from '#shared/contract/collection-returns.ts';
import { AppError } from '#shared/errors.ts';
import { readValue } from '#shared/rules/collections/reading/read-value.ts';
import type { CollectedColumn } from '#shared/rules/collections/definition.ts';
import { dayProblems } from '#shared/rules/collections/returns/day-problems.ts';
import {
  mustCorrect,
  type ReturnedRow,
  type ReturnProblem,
} from '#shared/rules/collections/returns/model.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { ledgerOf, type Sources } from '../origins.ts';
import { definitionOf, givenRowsOf, originOf, requireCollection } from '../rows.ts';
import { withLedgerProblems } from './ledger-problems.ts';
import { unitById } from './queries.ts';
import { problemsOf, requireReturn, saidOf } from './rows.ts';

type AnswerInput = Parameters<Handlers<typeof contract>['answer']>[0];

/** What the unit says on the telephone stands in the cell as if it had come back so. */
export function answeringWith(sources: Sources): Handlers<typeof contract>['answer'] {
  return (input, context) => answerCell(input, sources, context);
}

function answerCell(
  { returnUid, place, column: key, text }: AnswerInput,
  sources: Sources,
  context: WriteContext,
): { uid: string } {
  const { db, today, summarize } = context;
  const stored = requireReturn(db, returnUid);
  const unit = db.get(unitById, { id: stored.unit_id });
  if (unit === undefined) throw new AppError('notFound', { what: '这个单位' });
  const { title, ...collection } = requireCollection(db, unit.collection_uid);
  const ledger = ledgerOf(originOf(collection), sources);
  const [rows, problems] = [saidOf(stored), problemsOf(stored)];
  const isAbout = (cell: (typeof problems)[number]['cell']): boolean =>
    cell?.place === place && cell.column === key;
  const row = rows[place];
  const { columns } = definitionOf(collection);
  const column = columns.find((each) => each.key === key);
  const hangsOn = columns.filter(({ whenYes }) => whenYes === key).map((each) => each.key);
  const isAsked = problems.some(
    ({ cell }) => isAbout(cell) || (cell?.place === place && hangsOn.includes(cell.column)),
  );
  if (row === undefined || column === undefined || !isAsked)
    throw new AppError('notFound', { what: '要更正的这一格' });
  const range = givenRowsOf(unit).find((given) => given.key === row.key)?.ranges[key];
  const read = readValue(column, { type: 'text', value: text, text }, range);
  if (!('value' in read))
    throw new AppError('refused', { reason: 'wrong' in read ? `${read.wrong}。` : read.question });
  if (read.value === '' && column.required)
    throw new AppError('refused', { reason: `“${column.heading}”必须填。` });
  if (read.value === '') delete row.values[key];
  else row.values[key] = read.value;
  delete row.unread[key];
  const asked = withDays(
    problems.filter(({ cell }) => !isAbout(cell)),
    row,
    { place, columns, today },
  );
  const check = ledger?.rowChecks?.(context) ?? (() => []);
  const letterOf = (of: string) => problems.find(({ cell }) => cell?.column === of)?.column ?? '';
  const left = withLedgerProblems(asked, rows, check(unit.organization_uid, rows), letterOf);
  const open = left.find(({ cell }) => isAbout(cell));
  if (open !== undefined) throw new AppError('refused', { reason: open.text });
  db.update('collection_return', stored.id, {
    said: JSON.stringify(rows),
    problems: JSON.stringify(left),
    state: mustCorrect(left) ? 'mustCorrect' : 'correct',
  });
  summarize(`${title}，${unit.name}，第 ${row.row} 行“${column.heading}”`);
  return { uid: returnUid };
}

/** What an answer says of one cell may be the reason to ask about a day beside it, or to ask no more. */
function withDays(
  problems: readonly ReturnProblem[],
  row: ReturnedRow,
  { place, columns, today }: { place: number; columns: readonly CollectedColumn[]; today: string },
): ReturnProblem[] {
  const days = new Set(
    columns.flatMap(({ key, whenYes }) => (whenYes === null || row.unread[key] !== undefined ? [] : [key])),
  );
  const others = problems.filter(({ cell }) => cell?.place !== place || !days.has(cell.column));
  const asked = dayProblems(columns, row, today).map(
    ({ column: { key }, kind, text }): ReturnProblem => ({
      kind,
      row: row.row,
      column: problems.find(({ cell }) => cell?.place === place && cell.column === key)?.column ?? '',
      cell: { place, column: key },
      text,
      guess: null,
    }),
  );
  return [...others, ...asked];
}

/** A unit that has nothing to report: its empty table counts as returned. */
export const acceptEmpty: Handlers<typeof contract>['acceptEmpty'] = ({ returnUid }, { db, summarize }) => {
  const stored = requireReturn(db, returnUid);
  const problems = problemsOf(stored);
  if (stored.state !== 'mustCorrect' || !problems.some(({ kind }) => kind === 'empty'))
    throw new AppError('refused', { reason: '这张表不是空的，或者已经处理过，不能按零报告收下。' });
  const left = problems.map((problem) =>
    problem.kind === 'empty' ? { ...problem, kind: 'note' as const, text: '零报告' } : problem,
  );
  db.update('collection_return', stored.id, {
    problems: JSON.stringify(left),
    state: mustCorrect(left) ? 'mustCorrect' : 'correct',
  });
  summarize(`${db.get(unitById, { id: stored.unit_id })?.name ?? ''} ${stored.file_name}`);
  return { uid: returnUid };
};
