import type { CreditFilter, EnterprisePage, EnterpriseRow } from '#shared/contract/credit.ts';
import { isInCreditView } from '#shared/rules/credit/state.ts';
import { isSaid } from '#main/core/pinyin/is-said.ts';
import { type Asking, hasOpenRepair } from './facts.ts';
import { enterprisesWith, type KnownEnterprise, revealedEnterprises } from './rows.ts';
import { idsShown } from './standings.ts';

/** A page of a list: no more is read and rated of it than is shown. */
export function listEnterprises(
  { after, limit, ...filter }: CreditFilter & { after: number; limit: number },
  asking: Asking,
): EnterprisePage {
  const ids = idsShown(filter, { after, limit: limit + 1 }, asking);
  const shown = ids.slice(0, limit);
  const rows = [...enterprisesWith(asking, shown)].map(({ row }) => row);
  return { rows, next: ids.length > limit ? (shown.at(-1) ?? null) : null };
}

/** All that the filter shows and that may be told of outside of the office, for an export. */
export function everyEnterprise(filter: CreditFilter, asking: Asking): EnterpriseRow[] {
  return revealedEnterprises(asking)
    .filter((enterprise) => isShown(enterprise, filter))
    .map(({ row }) => row);
}

function isShown({ row, decisions }: KnownEnterprise, { view, countyUid, text }: CreditFilter): boolean {
  return (
    (countyUid === null || row.countyUid === countyUid) &&
    isInCreditView(row, decisions.some(hasOpenRepair), view) &&
    isMeant(row, text)
  );
}

function isMeant({ name, code, countyName, townshipName }: EnterpriseRow, text: string): boolean {
  return isSaid(text, name, [name, code, countyName, townshipName]);
}
