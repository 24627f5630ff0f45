import { useQuery } from '@tanstack/react-query';
import { DatePicker, Modal } from 'antd';
import { useState } from 'react';
import { addDays, localDay } from '#shared/calendar/days.ts';
import type { Committee } from '#shared/contract/roster-views.ts';
import { api } from '#renderer/app/client.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { rosterTables } from '#renderer/ui/shared-queries.ts';
import styles from '../rosters.module.css';
import { toDate, toDay } from '../words.ts';
import { Difference } from './difference.tsx';

interface CompareDialogProps {
  committee: Committee;
  /** Days on which the roster became another one, newest first. */
  days: readonly string[];
  onClose: () => void;
}

/** 两天对照: who came, who went, whose position, unit or post changed; the last change where nothing is chosen. */
export function CompareDialog({ committee, days, onClose }: CompareDialogProps) {
  const [today] = useState(() => localDay(Date.now()));
  const last = days.find((day) => day <= today);
  const [from, setFrom] = useState(last === undefined ? `${today.slice(0, 4)}-01-01` : addDays(last, -1));
  const [to, setTo] = useState(today);
  const query = useQuery(
    api.rosters.compare.queryOptions({
      input: { committeeUid: committee.uid, from, to },
      meta: { tables: rosterTables },
      placeholderData: (old) => old,
    }),
  );
  return (
    <Modal open width={980} centered title={`两天对照：${committee.name}`} footer={null} onCancel={onClose}>
      <div className={styles.top}>
        <DatePicker
          aria-label="前一天"
          allowClear={false}
          value={toDate(from)}
          onChange={(date) => setFrom(toDay(date) ?? from)}
        />
        对照
        <DatePicker
          aria-label="后一天"
          allowClear={false}
          value={toDate(to)}
          onChange={(date) => setTo(toDay(date) ?? to)}
        />
      </div>
      <QueryView query={query}>
        {({ before, after, positions, difference }) => (
          <Difference
            titles={[from, to]}
            before={before}
            after={after}
            positions={positions}
            difference={difference}
          />
        )}
      </QueryView>
    </Modal>
  );
}
