import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ANY_TABLE } from '#renderer/app/changes.ts';
import type { OperationRecord } from '#shared/contract/history.ts';
import { api } from '#renderer/app/client.ts';
import { shortInstant } from '#renderer/ui/instants.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import styles from './home-page.module.css';

const SHOWN = 8;
/** Enough that what is no work can be left out. */
const ASKED = 40;

/** The last few operations of everybody. */
export function RecentOperations() {
  const recent = useQuery(
    api.history.list.queryOptions({
      input: { text: '', userName: null, from: null, to: null, before: null, limit: ASKED },
      meta: { tables: [ANY_TABLE] },
    }),
  );
  return (
    <Sheet title="最近的操作" extra={<Link href="/settings/history">全部操作日志</Link>}>
      <QueryView query={recent}>
        {({ records }) =>
          workOf(records).length === 0 ? (
            <p className={styles.empty}>还没有操作。做过的每一步都会记在这里。</p>
          ) : (
            <ul className={styles.list}>
              {workOf(records).map((record) => (
                <li key={record.uid}>
                  <span className={styles.time}>{shortInstant(record.at)}</span>
                  <span className={styles.who}>{record.userName}</span>
                  <span className={styles.what}>
                    {record.label}
                    {record.summary !== '' && `：${record.summary}`}
                    {record.undone && '(已撤销)'}
                    {record.outcome !== 'done' && '(没有成功)'}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Sheet>
  );
}

/** Signing in and out, and what the program did to its own store: a new office would read of eight upgrades. */
const NO_WORK = /^(?:session\.|store\.migrate$)/u;

function workOf(records: readonly OperationRecord[]): OperationRecord[] {
  return records.filter(({ name }) => !NO_WORK.test(name)).slice(0, SHOWN);
}
