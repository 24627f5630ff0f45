import { MissingHolidays } from '#renderer/ui/missing-holidays.tsx';

interface UnreadDueProps {
  /** Day from which the workdays are reckoned. */
  from: string;
  /** As of TypedDayField. */
  unsureDay: string | null;
}

/** Beneath a due day that was typed in workdays and could not be read: what is missing for it. */
export function UnreadDue({ from, unsureDay }: UnreadDueProps) {
  if (unsureDay === null) return null;
  return (
    <MissingHolidays
      days={[from, unsureDay]}
      consequence="按工作日算的时限没有读出。请录入后再写，或直接写日期。"
    />
  );
}
