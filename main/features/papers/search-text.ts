import { indexedText } from '#main/features/search/index.ts';

interface Searched {
  title: string;
  number: string;
  addressee: string;
}

/** What a search looks through: title with its pinyin initials, number and addressee. */
export function searchText({ title, number, addressee }: Searched): string {
  return indexedText(title, number, addressee);
}
