interface EarlierItem {
  serial: number;
  title: string;
  issuedOn: string;
  addressee: string;
}

/**
 * Lines of an old register: serial, title, day, addressee, parted by tabs as pasted from Excel. The day may be written
 * 2026-01-08, 2026/1/8, 2026.1.8 or 2026年1月8日; the serial may stand in a whole number: 临消安办〔2026〕12号.
 */
export function readEarlier(text: string): { items: EarlierItem[]; problem: string | null } {
  const items: EarlierItem[] = [];
  let problem: string | null = null;
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line);
    if (typeof read === 'string') problem ??= `第 ${index + 1} 行${read}`;
    else items.push(read);
  }
  return { items, problem };
}

function readLine(line: string): EarlierItem | string {
  const [number = '', title = '', day = '', addressee = ''] = line.split('\t').map((part) => part.trim());
  const serial = Number(/(\d+)\s*[号期]?$/u.exec(number)?.[1] ?? '0');
  if (serial < 1) return `没有读到序号：“${number}”`;
  if (title === '') return '没有标题。各项之间用制表符隔开，从 Excel 粘贴就是这样';
  const issuedOn = readDay(day);
  if (issuedOn === null) return `的日期看不懂：“${day}”，请写成 2026-01-08`;
  return { serial, title, issuedOn, addressee };
}

function readDay(text: string): string | null {
  const [, year, month, date] = /^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})日?$/u.exec(text) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(day)) ? null : day;
}
