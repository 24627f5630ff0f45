import { readWrittenDay } from '../../calendar/written-day.ts';
import type { LeaveDays } from './model.ts';

/* Leave as a cell of a table writes it: 2026-12-01至2026-12-05 培训；2026-12-20 体检. */

export interface WrittenLeave extends LeaveDays {
  reason: string;
}

const DAY = String.raw`\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?`;
const LEAVE = new RegExp(String.raw`^(${DAY})\s*(?:(?:至|到|-{1,2}|—{1,2}|–|~|～)\s*(${DAY}))?\s*(.*)$`, 'u');

export function leaveText(leaves: readonly WrittenLeave[]): string {
  return leaves
    .map(({ firstDay, lastDay, reason }) => {
      const days = firstDay === lastDay ? firstDay : `${firstDay}至${lastDay}`;
      // Marks the next leave.
      return `${days} ${reason.replaceAll(/[；;\s]+/gu, ' ')}`.trim();
    })
    .join('；');
}

/** @returns the leaves, or the part that is not understood */
export function readLeave(text: string): WrittenLeave[] | { problem: string } {
  const leaves: WrittenLeave[] = [];
  for (const part of text.split(/[；;]/u).map((each) => each.trim())) {
    if (part === '') continue;
    const leave = readOne(part);
    if (leave === null) return { problem: part };
    leaves.push(leave);
  }
  return leaves;
}

function readOne(part: string): WrittenLeave | null {
  const [, first = '', last = '', said = ''] = LEAVE.exec(part) ?? [];
  const firstDay = readWrittenDay(first);
  const lastDay = last === '' ? firstDay : readWrittenDay(last);
  if (firstDay === null || lastDay === null || lastDay < firstDay) return null;
  const reason = said.replace(/^[（(](.*)[)）]$/u, '$1').trim();
  return { firstDay, lastDay, reason };
}
