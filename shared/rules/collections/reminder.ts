import { paperDay } from '../../calendar/days.ts';

interface Reminded {
  name: string;
  /** Of the latest return, what has to be corrected; null: nothing came back. */
  problems: number | null;
}

/** What is sent to those who still owe something, ready to be pasted into a chat or a letter. */
export function reminderText(
  title: string,
  dueOn: string,
  today: string,
  units: readonly Reminded[],
): string {
  const missing = units.filter(({ problems }) => problems === null).map(({ name }) => name);
  const wrong = units.flatMap(({ name, problems }) => (problems === null ? [] : [`${name}(${problems}处)`]));
  const day = dueOn < today ? `应于${paperDay(dueOn)}前交回，现已逾期` : `请于${paperDay(dueOn)}前交回`;
  return [
    `各有关单位：“${title}”${day}。`,
    ...(missing.length === 0 ? [] : [`还没有交回的：${missing.join('、')}，请尽快填好交回原文件。`]),
    ...(wrong.length === 0 ? [] : [`交回后还要改正的：${wrong.join('、')}，请对照改正清单改好后重新交回。`]),
  ].join('\n');
}
