import { readWrittenDay } from '../../calendar/written-day.ts';
import type { ListColumns } from '../tables/list-columns.ts';

export type MeetingMeaning = 'title' | 'series' | 'when' | 'startTime' | 'place' | 'chair' | 'note';

/** What a list of meetings holds; the day may carry the time. */
export const meetingTableColumns: ListColumns<MeetingMeaning> = {
  title: { name: '会议名称', words: '会议 会议标题 名称 标题 会议内容', limit: 100, isRequired: true },
  series: { name: '会议系列', words: '系列 会议类别 会议类型 类别 类型' },
  when: { name: '会议日期', words: '日期 召开日期 时间 会议时间 召开时间 开会时间' },
  startTime: { name: '开始时间', words: '几点 开始' },
  place: { name: '地点', words: '会议地点 召开地点 会场', limit: 100 },
  chair: { name: '主持人', words: '主持 主持领导', limit: 60 },
  note: { name: '备注', words: '说明', limit: 500 },
};

interface WrittenWhen {
  day: string;
  /** 09:30; empty: only the day is written. */
  startTime: string;
}

const WEEKDAY = /[(（]?(?:星期|周)[一二三四五六日天][)）]?/u;
const WITH_TIME = /^(.+?(?:日|\d))(?:\s+|(?<=日))((?:上午|下午|晚上)?\s*\d{1,2}\s*[:：时点].*)$/u;

/** 2026-03-05, 2026年3月5日(星期四) 下午3时. Null where it is no day. */
export function readWhen(text: string): WrittenWhen | null {
  const plain = text.replace(WEEKDAY, ' ').trim();
  const [, first = plain, second = ''] = WITH_TIME.exec(plain) ?? [];
  const day = readWrittenDay(first);
  const startTime = second === '' ? '' : readStartTime(second);
  return day === null || startTime === null ? null : { day, startTime };
}

const TIME = /^(上午|下午|晚上)?(\d{1,2})(?:[:：时点](?:(\d{1,2})分?|(半))?(?:[:：]00)?)$/u;
const NOON = 12;

/** 9:30, 下午3时, 上午9点半. Null where it is no time. */
export function readStartTime(text: string): string | null {
  const [, half = '', hourText = '', minuteText = '', isHalf = ''] =
    TIME.exec(text.replaceAll(/\s/gu, '')) ?? [];
  if (hourText === '') return null;
  const isLate = half === '下午' || half === '晚上';
  const hour = Number(hourText) + (isLate && Number(hourText) < NOON ? NOON : 0);
  const minute = isHalf === '' ? Number(minuteText) : 30;
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
