import { checklistSearch } from '#renderer/features/checklists/search-provider.ts';
import { inspectorSearch } from '#renderer/features/inspectors/search-provider.ts';
import { campaignSearch } from '#renderer/features/campaigns/search-provider.ts';
import { creditSearch } from '#renderer/features/credit/search-provider.ts';
import { dutyLogSearch, partnerSearch } from '#renderer/features/duty/search-providers.ts';
import { findingSearch } from '#renderer/features/findings/search-provider.ts';
import { keySiteSearch } from '#renderer/features/key-sites/search-provider.ts';
import { ledgerSearch } from '#renderer/features/ledgers/search-provider.ts';
import { librarySearch } from '#renderer/features/library/search-provider.ts';
import { manualSearch } from '#renderer/features/manual/search-provider.ts';
import { paperSearch } from '#renderer/features/papers/search-provider.ts';
import { planSearch } from '#renderer/features/plans/search-provider.ts';
import { peopleSearch } from '#renderer/features/rosters/provider.ts';
import { officeSearch } from '#renderer/features/search/provider.ts';
import { taskSearch } from '#renderer/features/tasks/search-provider.ts';

/** One thing that Ctrl+K found. */
export interface SearchResult {
  key: string;
  title: string;
  /** What it is: 页面, 机构, 指标… */
  kind: string;
  note?: string;
  /** Where choosing it leads. */
  href: string;
}

/** Finds things by text or pinyin initials; its results stand below the pages, in the order of this list. */
export interface SearchProvider {
  name: string;
  find(text: string, signal: AbortSignal): Promise<readonly SearchResult[]>;
}

/** Who is asked besides the pages themselves. This file only unites. */
export const searchProviders: readonly SearchProvider[] = [
  officeSearch,
  taskSearch,
  campaignSearch,
  findingSearch,
  keySiteSearch,
  ledgerSearch,
  creditSearch,
  partnerSearch,
  dutyLogSearch,
  planSearch,
  paperSearch,
  librarySearch,
  peopleSearch,
  inspectorSearch,
  checklistSearch,
  manualSearch,
];
