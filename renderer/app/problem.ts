import { ORPCError } from '@orpc/client';
import { ConnectionLost, EntryLost } from './carriers/connection-lost.ts';

/** What went wrong, in words for the clerk; code looks at the code. */
export interface Problem {
  /** A code of shared/errors.ts, or connectionLost, entryLost, unknown. */
  code: string;
  text: string;
  data: Readonly<Record<string, unknown>>;
}

export function problemOf(error: unknown): Problem {
  if (error instanceof ConnectionLost) return { code: 'connectionLost', text: error.message, data: {} };
  if (error instanceof EntryLost) return { code: 'entryLost', text: error.message, data: {} };
  if (error instanceof ORPCError) {
    const data = isRecord(error.data) ? error.data : {};
    const issues = inputIssues(data);
    if (issues.length > 0) return { code: 'badInput', text: `${issues.join('；')}。`, data };
    return { code: String(error.code), text: chinese(error.message), data };
  }
  return { code: 'unknown', text: '页面出错了，请重试；再次出现请告诉维护人员。', data: {} };
}

/** What is wrong with which field of a form; empty where the problem names none. */
export function fieldProblems({ data }: Problem): { field: string; text: string }[] {
  const { field, detail, reason } = data;
  const said = detail ?? reason;
  if (typeof field === 'string' && typeof said === 'string') return [{ field, text: said }];
  return issuesOf(data).map(({ path, message }) => ({ field: path.at(-1) ?? '', text: message }));
}

/** What the input schemas found, each in Chinese; the same words once. */
function inputIssues(data: Readonly<Record<string, unknown>>): string[] {
  return [...new Set(issuesOf(data).map(({ message }) => message))];
}

function issuesOf({ issues }: Readonly<Record<string, unknown>>): { path: string[]; message: string }[] {
  if (!Array.isArray(issues)) return [];
  return issues.flatMap((issue: unknown) => {
    if (!isRecord(issue) || typeof issue['message'] !== 'string') return [];
    const path = Array.isArray(issue['path']) ? issue['path'] : [];
    return [{ path: path.filter((step) => typeof step === 'string'), message: issue['message'] }];
  });
}

function chinese(message: string): string {
  return /\p{Script=Han}/u.test(message) ? message : '程序没有完成这项操作，请重试；再次出现请告诉维护人员。';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
