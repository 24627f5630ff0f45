import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { AskingUser } from './access.ts';

/** A job has no caller of its own: who started it is handed over, in memory only. */
export interface Started {
  by: AskingUser;
  today: string;
}

export function startedBy({ caller: { userUid, secretKey } }: ServiceContext): Started {
  return {
    by: { userUid, ...(secretKey === undefined ? {} : { secretKey }) },
    today: localDay(Date.now()),
  };
}
