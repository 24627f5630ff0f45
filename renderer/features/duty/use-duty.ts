import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';

/** Whose changes make what is shown of rosters old. */
const rosterTables = [
  'duty_period',
  'duty_shift',
  'duty_reporter',
  'duty_assignment',
  'duty_person',
  'duty_leave',
  'duty_swap',
  'duty_report',
  'holiday',
];
const logTables = [...rosterTables, 'duty_entry', 'duty_entry_step', 'duty_handover', 'organization_state'];

export function usePeriods() {
  return useQuery(api.duty.periods.queryOptions({ meta: { tables: rosterTables } }));
}

export function useRoster(uid: string | null) {
  return useQuery(
    api.duty.roster.queryOptions({
      input: { uid: uid ?? '' },
      enabled: uid !== null,
      meta: { tables: rosterTables },
    }),
  );
}

export function useDutyPeople(year: number) {
  return useQuery(
    api.duty.people.queryOptions({
      input: { year },
      placeholderData: keepPreviousData,
      meta: { tables: rosterTables },
    }),
  );
}

export function useDutySheet(input: { uid: string; from: string | null; to: string | null }) {
  return useQuery(
    api.duty.sheet.queryOptions({ input, meta: { tables: [...rosterTables, 'partner_unit', 'setting'] } }),
  );
}

export function useLogSheet(input: { from: string; to: string }) {
  return useQuery(api.dutyLog.sheet.queryOptions({ input, meta: { tables: [...logTables, 'setting'] } }));
}

/** Papers that were drafted for a period. */
export function usePeriodPapers(uid: string) {
  return useQuery(
    api.papers.ofSubject.queryOptions({
      input: { kind: 'dutyPeriod', uid },
      meta: { tables: ['paper'] },
    }),
  );
}

export function useLogView(place: { day: string | null; shiftUid: string | null }) {
  return useQuery(
    api.dutyLog.shift.queryOptions({
      input: place,
      placeholderData: keepPreviousData,
      meta: { tables: logTables },
    }),
  );
}

export function useLogEntry(uid: string | null) {
  return useQuery(
    api.dutyLog.entry.queryOptions({
      input: { uid: uid ?? '' },
      enabled: uid !== null,
      meta: { tables: logTables },
    }),
  );
}

export function useOpenMatters() {
  return useQuery(api.dutyLog.open.queryOptions({ meta: { tables: logTables } }));
}

export function useReports(day: string) {
  return useQuery(
    api.dutyLog.reports.queryOptions({
      input: { day },
      placeholderData: keepPreviousData,
      meta: { tables: logTables },
    }),
  );
}

export function useDutyToday() {
  return useQuery(api.dutyLog.today.queryOptions({ meta: { tables: logTables } }));
}
