import { AppError } from '#shared/errors.ts';
import type { OfferedOrigin } from '#shared/contract/collections.ts';
import { monthWords } from '#shared/rules/tasks/monthly-report.ts';
import type { CollectionOrigin } from '#shared/rules/collections/definition.ts';
import type { CollectedLedger, LedgerScope } from '#main/core/fields/collected-ledger.ts';

/** Where what is asked can come from. */
export interface Sources {
  ledgers: readonly CollectedLedger[];
  /** Self scores of one group of an assessment period. */
  selfScores: {
    of(groupUid: string): CollectedLedger;
    /** Of periods that are still open, the latest first. */
    groups(scope: LedgerScope): { groupUid: string; name: string }[];
  };
}

/** @returns null of a table of the clerk's own @throws AppError notFound */
export function ledgerOf(origin: CollectionOrigin, { ledgers, selfScores }: Sources): CollectedLedger | null {
  if (origin.kind === 'form') return null;
  if (origin.kind === 'selfScores') return selfScores.of(origin.groupUid);
  const ledger = ledgers.find(({ key }) => key === origin.ledger);
  if (ledger === undefined) throw new AppError('notFound', { what: '下发的台账' });
  return ledger;
}

/** Also of what is there no more. */
export function originName(origin: CollectionOrigin, { ledgers }: Pick<Sources, 'ledgers'>): string {
  if (origin.kind === 'form') return '自定义表格';
  if (origin.kind === 'selfScores') return '自评分';
  return ledgers.find(({ key }) => key === origin.ledger)?.name ?? origin.ledger;
}

/** In the order in which it is chosen; a table of the clerk's own is always there. */
export function offeredOrigins(sources: Sources, scope: LedgerScope): OfferedOrigin[] {
  const scores = sources.selfScores.groups(scope).map(({ groupUid, name }): OfferedOrigin => {
    const { instruction } = sources.selfScores.of(groupUid);
    return { origin: { kind: 'selfScores', groupUid }, name, title: name, instruction };
  });
  const { today } = scope;
  const ledgers = sources.ledgers.map(({ key, name, instruction, monthAsked }): OfferedOrigin => {
    const title = `${name}(${monthWords(monthAsked?.(today) ?? today.slice(0, 7))})`;
    return { origin: { kind: 'ledger', ledger: key }, name, title, instruction };
  });
  return [...scores, ...ledgers];
}
