import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useSession } from '#renderer/app/session.tsx';

export interface HistoryFilter {
  text: string;
  /** '' for everybody. */
  userName: string;
  from: string | null;
  to: string | null;
}

export const emptyFilter: HistoryFilter = { text: '', userName: '', from: null, to: null };

interface HistoryFiltersProps {
  filter: HistoryFilter;
  onChange: (filter: HistoryFilter) => void;
}

/** By whom, and on which days. */
export function HistoryFilters({ filter, onChange }: HistoryFiltersProps) {
  const { users } = useSession();
  return (
    <>
      <Select
        aria-label="用户"
        style={{ width: 140 }}
        value={filter.userName}
        options={[
          { value: '', label: '所有用户' },
          ...users.map(({ name }) => ({ value: name, label: name })),
        ]}
        onChange={(userName) => onChange({ ...filter, userName })}
      />
      <DatePicker.RangePicker
        aria-label="日期"
        allowEmpty={[true, true]}
        value={[toDate(filter.from), toDate(filter.to)]}
        presets={presets()}
        onChange={(days) => onChange({ ...filter, from: toDay(days?.[0]), to: toDay(days?.[1]) })}
      />
    </>
  );
}

function presets() {
  const today = dayjs();
  return [
    { label: '今天', value: [today, today] as [dayjs.Dayjs, dayjs.Dayjs] },
    { label: '最近 7 天', value: [today.subtract(6, 'day'), today] as [dayjs.Dayjs, dayjs.Dayjs] },
    { label: '最近 30 天', value: [today.subtract(29, 'day'), today] as [dayjs.Dayjs, dayjs.Dayjs] },
  ];
}

function toDate(day: string | null): dayjs.Dayjs | null {
  return day === null ? null : dayjs(day);
}

function toDay(date: dayjs.Dayjs | null | undefined): string | null {
  return date?.format('YYYY-MM-DD') ?? null;
}
