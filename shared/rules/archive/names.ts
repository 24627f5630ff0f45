/** What an archive and its folder are called. */
export function archiveTitle(year: number): string {
  return `${year}年度归档`;
}

/** Of the part at a place, from 0 on: 02 发文. */
export function partFolder(place: number, name: string): string {
  return `${String(place + 1).padStart(2, '0')} ${name}`;
}

/** First in the folder, so that it is seen first. */
export const INDEX_NAME = '00 目录.xlsx';
