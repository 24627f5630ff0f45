import type { holidays as contract } from '#shared/contract/holidays.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { readHolidays } from '#main/core/holidays.ts';

export const holidays: Handlers<typeof contract> = {
  known: (_input, { resourcesFolder }) => readHolidays(resourcesFolder),
};
