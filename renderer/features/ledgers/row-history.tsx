import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import { api } from '#renderer/app/client.ts';
import { shortInstant } from '#renderer/ui/instants.ts';
import styles from './ledgers.module.css';

/** Who did what to a row, the latest first; fetched only when asked for. */
export function RowHistory({ definition, uid }: { definition: LedgerDefinition; uid: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery({
    ...api.ledgers.history.queryOptions({
      input: { ledger: definition.key, uid },
      meta: { tables: [definition.table] },
    }),
    enabled: isOpen,
  });
  return (
    <div>
      <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? '收起改动记录' : '查看改动记录'}
      </Button>
      {isOpen && (
        <ol className={styles.history} aria-label="改动记录">
          {data?.map(({ at, userName, label, changes }, place) => (
            <li key={`${at}/${String(place)}`}>
              <span className={styles.grey}>
                {shortInstant(at)} {userName} {label}
              </span>
              {changes.length > 0 && <div>{changes.join('；')}</div>}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
