import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import { lazyPage, type PageEntry } from '#renderer/app/page-entry.ts';
import { iconOf } from './icons.ts';

/** A page for each ledger, in the order of their list. */
export const ledgerPages: readonly PageEntry[] = ledgerDefinitions.map((definition) => ({
  path: `${definition.path}/:uid?`,
  title: definition.name,
  staysOpen: true,
  page: lazyPage(
    () => import('./ledger-page.tsx'),
    (file) => file.pageOf(definition),
  ),
  right: 'view',
  navigation: { icon: iconOf(definition.key), section: definition.section },
  keywords: definition.keywords,
}));
