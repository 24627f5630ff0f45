import { paperDay } from '../../calendar/days.ts';
import { isOwed, type TaskStatus } from '../tasks/model.ts';
import type { ReinspectionResult } from './model.ts';

interface Looked {
  foundOn: string;
  status: TaskStatus;
  day: string;
  today: string;
}

/** What is wrong with looking at a finding again on a day, in words; null when nothing is. */
export function reinspectionProblem({ foundOn, status, day, today }: Looked): string | null {
  if (day < foundOn) return `复查日期不能早于发现日期 ${paperDay(foundOn)}`;
  if (day > today) return '复查日期不能晚于今天，请在复查之后登记';
  if (status === 'closed') return '这处问题已经销号；又出现的，请先“重新打开”再登记复查';
  if (status === 'cancelled') return '这处问题已经取消；仍要整改的，请先“重新打开”再登记复查';
  return null;
}

type FollowingStep = 'report' | 'accept' | 'return' | 'reopen';

/** Steps of its task that the result of a re-inspection stands for. */
export function stepsOfResult(status: TaskStatus, result: ReinspectionResult): FollowingStep[] {
  if (result === 'passed') {
    if (status === 'accepted') return [];
    return isOwed(status) ? ['report', 'accept'] : ['accept'];
  }
  if (status === 'accepted') return ['reopen'];
  return status === 'reported' ? ['return'] : [];
}
