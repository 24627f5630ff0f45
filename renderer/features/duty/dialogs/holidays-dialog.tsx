import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import type { HolidayCalendar } from '#shared/rules/calendar/workdays.ts';
import { type HolidayDays, holidayText, readHolidayText } from '#shared/rules/calendar/holiday-text.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import styles from '../duty.module.css';

const LEAST_YEAR = 2000;
const MOST_YEAR = 2100;

/** A year's holidays and make-up workdays: typed, or the State Council's notice pasted. */
export function HolidaysDialog({ today, onClose }: { today: string; onClose: () => void }) {
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const known = useQuery(api.holidays.known.queryOptions({ meta: { tables: ['holiday'] } }));
  return (
    <QueryView query={known}>
      {(calendar) => (
        <YearDialog key={year} year={year} calendar={calendar} onYear={setYear} onClose={onClose} />
      )}
    </QueryView>
  );
}

interface YearDialogProps {
  year: number;
  calendar: HolidayCalendar;
  onYear: (year: number) => void;
  onClose: () => void;
}

function YearDialog({ year, calendar, onYear, onClose }: YearDialogProps) {
  const [seen] = useState(() => daysOfYear(calendar, year));
  const [text, setText] = useState(() => holidayText(seen));
  const save = useOperation(client.holidays.setYear, {
    success: `已保存 ${year} 年的节假日`,
    undoable: true,
  });
  const { publicHolidays, makeUpWorkdays, unread } = readHolidayText(text, year);
  const isUnchanged = holidayText({ publicHolidays, makeUpWorkdays }) === holidayText(seen);

  async function submit(): Promise<void> {
    const outcome = await save.run({ year, base: seen, set: { publicHolidays, makeUpWorkdays } });
    if (outcome.done) onClose();
  }

  return (
    <Modal
      open
      centered
      width={680}
      title="节假日和调休上班"
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            loading={save.running}
            disabled={isUnchanged || unread.length > 0}
            onClick={() => void submit()}
          >
            保存
          </Button>
        </>
      }
    >
      <p className={styles.hint}>
        年份{' '}
        <InputNumber
          aria-label="年份"
          min={LEAST_YEAR}
          max={MOST_YEAR}
          value={year}
          onChange={(value) => value !== null && onYear(value)}
        />
        　一行一个节日。可以把国务院办公厅通知里的安排直接粘贴进来。
      </p>
      <Input.TextArea
        aria-label="节假日"
        rows={9}
        placeholder={
          '元旦：1月1日（周五）至3日（周日）放假，共3天。\n春节：2月5日至11日放假调休，共7天。2月14日（周日）上班。'
        }
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p className={styles.grey}>
        读出放假 {publicHolidays.length} 天，调休上班 {makeUpWorkdays.length}{' '}
        天。值班次数和工作日期限都按它计算。
      </p>
      {unread.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`没有看懂：${unread.join('；')}`}
          description="请写成“清明：4月4日至6日放假。”这样，或删掉这一行。"
        />
      )}
    </Modal>
  );
}

function daysOfYear({ publicHolidays, makeUpWorkdays }: HolidayCalendar, year: number): HolidayDays {
  const isOfYear = ({ day }: { day: string }): boolean => day.startsWith(`${year}-`);
  return {
    publicHolidays: publicHolidays.filter(isOfYear),
    makeUpWorkdays: makeUpWorkdays.filter(isOfYear),
  };
}
