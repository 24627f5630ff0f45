import { addDays } from '#shared/calendar/days.ts';
import type { LogFilter } from '#shared/contract/history.ts';
import type { Role } from '#shared/rights.ts';
import type { HistoryFilter } from '#main/core/store/history.ts';
import { readableNames } from './shown-summary.ts';

/** What the page asks for, as the store takes it. @param roles of whoever asks */
export function storeFilter(
  { text, userName, from, to }: LogFilter,
  roles: readonly Role[] | null,
): HistoryFilter {
  return {
    userName,
    operationName: null,
    from: from === null ? null : startOfDay(from),
    to: to === null ? null : startOfDay(addDays(to, 1)),
    text: text === '' ? null : text,
    readable: readableNames(roles),
    table: null,
    rowId: null,
  };
}

/** Local midnight, as the clerk means a day. */
function startOfDay(day: string): number {
  return new Date(`${day}T00:00:00`).getTime();
}
