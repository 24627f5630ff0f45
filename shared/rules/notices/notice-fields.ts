import dayjs from 'dayjs';
import { paperDay } from '../../calendar/days.ts';
import type { NoticeKind } from './model.ts';
import { sentence, withoutEnd } from './sentence.ts';

/** A task as a notice speaks of it. */
export interface PressedTask {
  title: string;
  /** 市消安委2026年第三次全体会议纪要; empty: unknown. */
  sourceText: string;
  dueOn: string | null;
  pressedCount: number;
}

export interface NoticeText {
  unit: string;
  day: string;
  replyDueOn: string | null;
  tasks: readonly PressedTask[];
  /** The notice that was not answered. */
  previous: { number: string; issuedOn: string } | null;
  basis: string;
  demand: string;
}

/** Values for the open places of a notice's template, by the place's name; what is not known stays open. */
export function noticeFields(kind: NoticeKind, text: NoticeText): Record<string, string> {
  const matter = matterOf(text.tasks);
  const problems = problemLines(text);
  // The end of its sentence in every template, however the office has written it.
  const demand = sentence(text.demand);
  return {
    承办单位: text.unit,
    主送单位: text.unit,
    被约谈单位: text.unit,
    督办事项: matter,
    提示事项: matter === '' ? '' : `做好${matter}`,
    事项: matter === '' ? '' : `${matter}办理`,
    事实经过: story(text),
    事项来源: story(text),
    情况和依据: [story(text), problems].filter((part) => part !== '').join('\n'),
    基本情况: story(text),
    存在的问题: problems,
    督办依据: text.basis,
    约谈依据: text.basis,
    约谈事由: matter === '' ? '' : `${matter}逾期未办结`,
    约谈目的: '说明逾期原因，明确整改措施和完成时限。',
    办理要求: demand,
    工作要求: demand,
    具体措施: demand,
    目的: '确保按期办结',
    提示要点: '抓紧办理',
    反馈期限: text.replyDueOn === null ? '' : paperDay(text.replyDueOn),
    完成期限: text.replyDueOn === null || kind !== 'order' ? '' : paperDay(text.replyDueOn),
  };
}

/** One matter by its name; several by what they have in common. */
function matterOf(tasks: readonly PressedTask[]): string {
  const [first, second] = tasks;
  if (first === undefined) return '';
  return second === undefined ? withoutEnd(first.title) : '逾期未办结事项';
}

function story({ tasks, previous }: NoticeText): string {
  const before =
    previous === null
      ? ''
      : `我办于${paperDay(previous.issuedOn)}印发${previous.number}，至今未收到符合要求的反馈。`;
  const owed =
    tasks.length === 0 ? '' : `经查，你单位承担的${tasks.length === 1 ? '' : '下列'}督办事项逾期未办结。`;
  return `${before}${owed}`;
}

function problemLines({ tasks, day }: NoticeText): string {
  const lines = tasks.map((task) => problemOf(task, day));
  return lines.length === 1
    ? (lines[0] ?? '')
    : lines.map((line, place) => `${place + 1}．${line}`).join('\n');
}

function problemOf({ title, sourceText, dueOn, pressedCount }: PressedTask, day: string): string {
  const source = sourceText === '' ? '' : `${sourceText}要求：`;
  const due = dueOn === null ? '' : `，应于${paperDay(dueOn)}前办结${lateText(dueOn, day)}`;
  const pressed = pressedCount === 0 ? '' : `，已催办${pressedCount}次`;
  return `${source}${withoutEnd(title)}${due}${pressed}。`;
}

function lateText(dueOn: string, day: string): string {
  const days = dayjs(day).diff(dueOn, 'day');
  return days > 0 ? `，至今已逾期${days}天` : '';
}
