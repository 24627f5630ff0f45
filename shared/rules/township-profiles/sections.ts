import { spanWords } from '../reports/span.ts';
import { valueText } from '../reports/words.ts';
import type { ProfileNumber, TownshipProfile } from './profile.ts';

/** A table of the profile in words, the same on paper and in a workbook. */
export interface ProfileSection {
  title: string;
  head: string[];
  rows: string[][];
  /** Widths as shares of the whole. */
  widths: number[];
}

/** Names with their numbers, three pairs in a row. */
const PAIRS = 3;

export function profileSections(profile: TownshipProfile): ProfileSection[] {
  return [
    bodySection(profile),
    peopleSection(profile),
    ...profile.numbers.map(({ title, numbers }) => numberSection(title, numbers)),
    scoreSection(profile),
  ].filter(({ rows }) => rows.length > 0);
}

function bodySection({ bodies, brigade }: TownshipProfile): ProfileSection {
  const rows = bodies.map(({ name, state, head, phone, place }) => [name, state, head, phone, place]);
  return {
    title: '机构和队伍',
    head: ['机构', '情况', '负责人', '电话', '地点、力量'],
    rows:
      brigade === null
        ? rows
        : [...rows, ['专职消防队', brigade.state, brigade.leader, brigade.phone, brigade.strength]],
    widths: [20, 27, 12, 19, 22],
  };
}

function peopleSection({ people, officePhone }: TownshipProfile): ProfileSection {
  const office = officePhone === '' ? [] : [['办公室', '值班电话', '', officePhone]];
  return {
    title: '消防安全委员会',
    head: ['职务', '姓名', '单位及职务', '电话'],
    rows: [...people.map(({ position, name, post, phone }) => [position, name, post, phone]), ...office],
    widths: [18, 16, 40, 26],
  };
}

function numberSection(title: string, numbers: readonly ProfileNumber[]): ProfileSection {
  const pairs = numbers.map((number) => [number.name, numberText(number)]);
  const rows = Array.from({ length: Math.ceil(pairs.length / PAIRS) }, (_row, place) => {
    const own = pairs.slice(place * PAIRS, (place + 1) * PAIRS).flat();
    return [...own, ...Array.from({ length: 2 * PAIRS - own.length }, () => '')];
  });
  const widths = [22, 11, 22, 11, 22, 12];
  return { title, head: [], rows, widths };
}

export function numberText(number: ProfileNumber): string {
  const places = Math.min(number.places, number.unit === '%' ? 1 : 2);
  const text = valueText(number.value, { unit: number.unit, places });
  return number.unit === '%' ? text : `${text} ${number.unit}`;
}

function scoreSection({ scores }: TownshipProfile): ProfileSection {
  return {
    title: '考核',
    head: ['考核期', '结果'],
    rows: scores.map(({ title, text }) => [title, text]),
    widths: [50, 50],
  };
}

/** 望川县城关镇消防安全概况 */
export function profileTitle({ countyName, name }: TownshipProfile): string {
  return `${countyName}${name}消防安全概况`;
}

/** 全国重点镇，12 个村(社区)；统计时间 2026年 */
export function profileNote(profile: TownshipProfile): string {
  const { marks, villages } = profile;
  const facts = [...marks, ...(villages === 0 ? [] : [`${villages} 个村(社区)`])].join('，');
  return [facts, `统计时间 ${spanWords(profile)}，机构、人员按现在的情况`]
    .filter((part) => part !== '')
    .join('；');
}
