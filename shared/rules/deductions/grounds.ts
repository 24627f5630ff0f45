import { paperDay } from '../../calendar/days.ts';
import { lateDays, type TaskDays } from '../tasks/light.ts';
import { isOwed, type TaskKind } from '../tasks/model.ts';
import { LONGEST_DEDUCTION_REASON } from './model.ts';

interface JudgedTask extends TaskDays {
  readonly kind: TaskKind;
  readonly title: string;
}

/** Why points cannot be taken off for a task, with what to do; null where they can. */
export function groundsProblem(task: JudgedTask, today: string): string | null {
  const { kind, title, status } = task;
  if (status === 'cancelled') return `“${title}”已经取消，不能拟扣分。`;
  if (kind === 'finding' || lateDays(task, today) > 0) return null;
  return `“${title}”没有逾期，不能拟扣分；逾期以后再拟，或者登记为问题隐患。`;
}

/** The grounds in words: 河口商场三楼：疏散通道堵塞（2026年9月1日发现），限2026年9月20日前整改，已逾期12天. */
export function groundsText(task: JudgedTask, foundOn: string | null, today: string): string {
  const found = foundOn === null ? '' : `（${paperDay(foundOn)}发现）`;
  const words = `${found}${dueWords(task, today)}`;
  return `${task.title.slice(0, LONGEST_DEDUCTION_REASON - words.length)}${words}`;
}

function dueWords(task: JudgedTask, today: string): string {
  const { dueOn, kind, status } = task;
  if (dueOn === null) return '';
  const verb = kind === 'finding' ? '整改' : '完成';
  const due = `，限${paperDay(dueOn)}前${verb}`;
  const late = lateDays(task, today);
  if (late === 0) return due;
  return isOwed(status) ? `${due}，已逾期${late}天` : `${due}，逾期${late}天才${verb}`;
}
