import { Button } from 'antd';
import { useState } from 'react';
import type { ShiftLog } from '#shared/contract/duty-log.ts';
import { client } from '#renderer/app/client.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { useFormWriter } from '#renderer/ui/paper/use-form-writer.ts';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import styles from '../duty.module.css';
import { useLogSheet, usePeriods } from '../use-duty.ts';

/** 值班日志 on paper: of the shown day, of its whole period, or of any days. */
export function PrintLogDialog({ shift, onClose }: { shift: ShiftLog; onClose: () => void }) {
  const [days, setDays] = useState({ from: shift.day, to: shift.day });
  const period = usePeriods().data?.find(({ uid }) => uid === shift.periodUid);
  const form = useLogSheet(days);
  const write = useFormWriter(client.dutyLog.writeSheet, (format) => ({ ...days, format }));

  return (
    <FormPreview
      title="值班日志"
      form={form}
      write={write}
      onClose={onClose}
      choice={
        <div className={styles.logDays}>
          <DayField
            label="从"
            value={days.from}
            onChange={(from) => from !== null && setDays({ from, to: from > days.to ? from : days.to })}
          />
          至
          <DayField
            label="至"
            value={days.to}
            onChange={(to) => to !== null && setDays({ from: to < days.from ? to : days.from, to })}
          />
          <Button onClick={() => setDays({ from: shift.day, to: shift.day })}>这一天</Button>
          {period !== undefined && (
            <Button onClick={() => setDays({ from: period.firstDay, to: period.lastDay })}>
              整个时段：{period.name}
            </Button>
          )}
        </div>
      }
    />
  );
}
