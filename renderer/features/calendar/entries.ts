import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CalendarEntry } from '#shared/contract/calendar.ts';
import type { DatedKind } from '#shared/rules/calendar/dated-kinds.ts';
import { api } from '#renderer/app/client.ts';

/** Every table that some feature reads for the calendar. */
const calendarTables = [
  'task',
  'task_unit',
  'meeting',
  'meeting_series',
  'meeting_attendee',
  'notice',
  'notice_reply',
  'notice_task',
  'paper',
  'setting',
  'listed_supervision',
  'received_paper',
  'campaign',
  'roster_change',
  'appointment',
  'person',
  'committee',
  'committee_position',
  'assessment_period',
  'organization',
  'organization_state',
  'holiday',
  'duty_period',
  'duty_reporter',
  'duty_report',
  'collection',
  'collection_unit',
  'county_plan',
  'collection_return',
  'credit_enterprise',
  'credit_event',
  'credit_decision',
  'credit_repair',
  'random_plan_line',
  'random_draw',
  'random_target',
  'random_publication',
];

/** Everything with a date between two days. */
export function useCalendar(from: string, to: string) {
  return useQuery(
    api.calendar.range.queryOptions({
      input: { from, to },
      placeholderData: keepPreviousData,
      meta: { tables: calendarTables },
    }),
  );
}

const pagesOfKinds: Readonly<Record<DatedKind, string | null>> = {
  publicHoliday: null,
  makeUpWorkday: null,
  meeting: '/meetings',
  meetingDue: '/meetings',
  taskDue: '/tasks',
  feedbackDue: '/tasks',
  noticeReply: '/notices',
  listedDue: '/listed-supervision',
  warningBoard: '/listed-supervision',
  receivedDue: '/received-papers',
  collectionDue: '/collections',
  countyPlanDue: '/plans',
  campaignStart: '/campaigns',
  campaignEnd: '/campaigns',
  publicationDue: '/random-inspection',
  rosterChange: '/roster-changes',
  appointmentEnd: '/rosters',
  assessmentEnd: '/assessment',
  dutyReport: '/duty-reports',
  creditObjection: '/credit',
  creditEnd: '/credit',
};

/** Where an entry leads; null: it is only said. */
export function hrefOf({ kind, uid }: CalendarEntry): string | null {
  const page = pagesOfKinds[kind];
  return page === null || uid === null ? page : `${page}/${uid}`;
}
