import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Right } from '#shared/rights.ts';

/** What a feature tells the shell about one of its pages. */
export interface PageEntry {
  /** wouter's pattern: /organizations/:uid? */
  path: string;
  title: string;
  page: LazyExoticComponent<ComponentType>;
  /** Without it the page is neither shown nor offered. */
  right: Right;
  /** Keeps its filters and scrolling while its own address names another thing: a list with what is open beside it. */
  staysOpen?: boolean;
  /** Path pattern of the page above this one in the breadcrumb. */
  parent?: string;
  /** Shown at the left, in the order of the registry. */
  navigation?: PageNavigation;
  /** Pinyin initials and other words by which Ctrl+K finds it: "jg zuzhi". */
  keywords?: string;
  /** What it says on 首页: its next step, or nothing. */
  homeCard?: LazyExoticComponent<ComponentType>;
}

export interface PageNavigation {
  icon: ComponentType;
  /** Pages of one section stand under its name. */
  section?: string;
}

/** A page that is loaded when it is first opened: lazyPage(() => import('./x-page.tsx'), (file) => file.XPage). */
export function lazyPage<File>(
  load: () => Promise<File>,
  pick: (file: File) => ComponentType,
): LazyExoticComponent<ComponentType> {
  return lazy(async () => ({ default: pick(await load()) }));
}

/** Where a page is reached without choosing anything in it: /organizations/:uid? → /organizations. */
export function hrefOf(entry: Pick<PageEntry, 'path'>): string {
  const [fixed = ''] = entry.path.split('/:');
  return fixed === '' ? '/' : fixed;
}
