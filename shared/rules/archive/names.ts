/** What an archive as a .zip is called: one of the same day does not take the place of another. */
export function archiveZipName(year: number, at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
  const time = `${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;
  return `${archiveTitle(year)} ${day}-${time}.zip`;
}

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
