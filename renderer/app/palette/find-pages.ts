import { hrefOf, type PageEntry } from '../page-entry.ts';
import type { SearchResult } from './search-providers.ts';

/** Pages whose title or keywords hold the text, those that are called just so first; all of them for an empty text. */
export function findPages(pages: readonly PageEntry[], text: string): SearchResult[] {
  const wanted = text.trim().toLowerCase();
  return pages
    .filter((page) => !page.path.includes('/:') || page.path.endsWith('?'))
    .filter((page) => isMeant(page, wanted))
    .toSorted((one, other) => Number(isCalled(other, wanted)) - Number(isCalled(one, wanted)))
    .map((page) => ({
      key: `page ${page.path}`,
      title: page.title,
      kind: '页面',
      href: hrefOf(page),
      ...(page.navigation?.section === undefined ? {} : { note: page.navigation.section }),
    }));
}

/** One of its names as a whole: jg is 机构 before it is the beginning of jgdz. */
function isCalled({ title, keywords = '' }: PageEntry, wanted: string): boolean {
  return title === wanted || keywords.split(' ').includes(wanted);
}

/** A piece of the title or its section, or how one of the keywords begins. */
function isMeant({ title, keywords = '', navigation }: PageEntry, wanted: string): boolean {
  const words = keywords.split(' ');
  return (
    `${title} ${navigation?.section ?? ''}`.includes(wanted) || words.some((word) => word.startsWith(wanted))
  );
}
