import type { meetingList as listContract, meetings as contract } from '#shared/contract/meetings.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { onPapersOf } from '#main/features/papers/index.ts';
import { agendaHandlers } from './agenda.ts';
import { attendeeHandlers } from './attendees.ts';
import { attendeeImport } from './import.ts';
import { meetingImport } from './list-import.ts';
import { meetingHandlers } from './meetings.ts';
import { paperHandlers } from './papers.ts';
import { giveOutResolutions, resolutionHandlers, unownedItems } from './resolutions.ts';
import { seriesHandlers } from './series.ts';

export { meetingDates } from './dates.ts';

onPapersOf('minutes', { problems: unownedItems, issued: giveOutResolutions });

/** Meetings of the committees: series, agenda, who is called and who came, notice and minutes. */
export const meetings: Handlers<typeof contract> = {
  ...seriesHandlers,
  ...meetingHandlers,
  ...agendaHandlers,
  ...attendeeHandlers,
  ...paperHandlers,
  ...resolutionHandlers,
  importTable: importList(attendeeImport),
};

/** The list of the meetings, in a table of its own. */
export const meetingList: Handlers<typeof listContract> = {
  importTable: importList(meetingImport),
};
