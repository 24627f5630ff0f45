import { grants, type Role } from '#shared/rights.ts';
import type { RowScreen } from './index.ts';

const tablesOfAdministration: ReadonlySet<string> = new Set(['app_user', 'setting']);

/**
 * Without the right to view business data the contents of business rows stay hidden: auditors see that, not what.
 * @param roles of whoever reads the log @param screen what other features keep secret from everybody
 */
export function hidingFrom(roles: readonly Role[] | null, screen: RowScreen): RowScreen {
  const seesBusiness = grants(roles, 'view');
  return (db, table, image) =>
    (!seesBusiness && !tablesOfAdministration.has(table)) || screen(db, table, image);
}
