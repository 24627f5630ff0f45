import { Button, Checkbox, DatePicker, Select } from 'antd';
import { useState } from 'react';
import type { Committee } from '#shared/contract/roster-views.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useCurrentDay } from '#renderer/ui/use-current-day.ts';
import { CompareDialog } from '../change/compare-dialog.tsx';
import { ChangesButton } from '../change/changes-button.tsx';
import { AppointDialog } from '../dialogs/appoint-dialog.tsx';
import { CommitteeDialog } from '../dialogs/committee-dialog.tsx';
import { useRoster } from '../queries.ts';
import { toDate, toDay } from '../words.ts';
import { RosterTable } from './roster-table.tsx';
import styles from './rosters-page.module.css';

interface RosterPaneProps {
  committee: Committee;
  /** Null: today. */
  day: string | null;
  onDay: (day: string | null) => void;
  openPersonUid: string | null;
  onPerson: (uid: string) => void;
  onImport: () => void;
}

type Open = 'compare' | 'appoint' | 'committee';

/** One committee's roster as it is on a day. */
export function RosterPane(props: RosterPaneProps) {
  const { committee, day, onDay, openPersonUid, onPerson, onImport } = props;
  const query = useRoster(committee.uid, day);
  const mayEdit = useRight('editRosters');
  const today = useCurrentDay();
  const [masked, setMasked] = useState(false);
  const [open, setOpen] = useState<Open | null>(null);
  const changeDays = query.data?.changeDays ?? [];

  return (
    <div className={styles.right}>
      <div className={styles.bar}>
        <DatePicker
          aria-label="查看哪一天"
          placeholder="今天"
          style={{ width: 130 }}
          value={toDate(day)}
          onChange={(date) => onDay(toDay(date))}
        />
        {changeDays.length > 0 && (
          <Select<string | null>
            aria-label="有变动的日子"
            style={{ width: 150 }}
            value={null}
            options={[
              { value: null, label: '有变动的日子' },
              ...changeDays.map((each) => ({ value: each, label: each })),
            ]}
            onChange={(each) => each !== null && onDay(each)}
          />
        )}
        {day !== null && <Button onClick={() => onDay(null)}>回到今天</Button>}
        <Button onClick={() => setOpen('compare')}>两天对照</Button>
        <Checkbox checked={masked} onChange={(event) => setMasked(event.target.checked)}>
          遮住号码
        </Checkbox>
        <span className={styles.spring} />
        {mayEdit && <Button onClick={() => setOpen('committee')}>委员会资料</Button>}
        {mayEdit && <Button onClick={() => setOpen('appoint')}>新增人员</Button>}
        <ChangesButton committee={committee} day={day ?? today} />
      </div>
      <div className={styles.pane}>
        <QueryView query={query}>
          {(roster) =>
            roster.entries.length === 0 ? (
              <EmptyState
                text={`${committee.name}在这一天还没有组成人员。`}
                action={
                  mayEdit && (
                    <Button type="primary" onClick={onImport}>
                      粘贴名单
                    </Button>
                  )
                }
              />
            ) : (
              <RosterTable
                roster={roster}
                masked={masked}
                openPersonUid={openPersonUid}
                onPerson={onPerson}
              />
            )
          }
        </QueryView>
      </div>
      {open === 'compare' && (
        <CompareDialog committee={committee} days={changeDays} onClose={() => setOpen(null)} />
      )}
      {open === 'appoint' && <AppointDialog committee={committee} onClose={() => setOpen(null)} />}
      {open === 'committee' && <CommitteeDialog committee={committee} onClose={() => setOpen(null)} />}
    </div>
  );
}
