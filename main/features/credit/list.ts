import type { CreditFilter, EnterprisePage, EnterpriseRow } from '#shared/contract/credit.ts';
import { isInCreditView } from '#shared/rules/credit/state.ts';
import { isSaid } from '#main/core/pinyin/is-said.ts';
import { type Asking, hasOpenRepair } from './facts.ts';
import { enterprisesOf } from './queries.ts';
import { enterprisesAfterOne, enterprisesOfRecords, type KnownEnterprise, knownEnterprises } from './rows.ts';
import { idsShown } from './standings.ts';

/** A page of a list: what nothing is searched in is read only as far as the page goes. */
export function listEnterprises(
  { after, limit, ...filter }: CreditFilter & { after: number; limit: number },
  asking: Asking,
): EnterprisePage {
  if (filter.text !== '') return pageOfIds(idsShown(filter, after, asking), limit, asking);
  const rows: EnterpriseRow[] = [];
  let last = after;
  for (const enterprise of enterprisesAfterOne(asking, after)) {
    if (!isShown(enterprise, filter)) continue;
    if (rows.length === limit) return { rows, next: last };
    rows.push(enterprise.row);
    last = enterprise.record.id;
  }
  return { rows, next: null };
}

function pageOfIds(ids: readonly number[], limit: number, asking: Asking): EnterprisePage {
  const shown = ids.slice(0, limit);
  const records = asking.db.all(enterprisesOf, { ids: JSON.stringify(shown) });
  const rows = enterprisesOfRecords(asking, records).map(({ row }) => row);
  return { rows, next: ids.length > limit ? (shown.at(-1) ?? null) : null };
}

/** All that the filter shows, as for an export. */
export function everyEnterprise(filter: CreditFilter, asking: Asking): EnterpriseRow[] {
  return knownEnterprises(asking)
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
