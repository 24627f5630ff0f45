import { initialsOf } from '#main/core/pinyin/initials.ts';

interface Searched {
  title: string;
  number: string;
  addressee: string;
}

/** What a search looks through: title, number and addressee as normalizeSearch makes them, then pinyin initials. */
export function searchText({ title, number, addressee }: Searched): string {
  return [normalizeSearch(`${title}\n${number}\n${addressee}`), initialsOf(title)].join('\n');
}

/** Full-width letters and blanks come from the Chinese input method, and brackets are typed as they come to hand. */
export function normalizeSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ \t\r]+/gu, '')
    .replaceAll(/[[（(【]/gu, '〔')
    .replaceAll(/[\])）】]/gu, '〕');
}
