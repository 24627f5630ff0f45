import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CreditOrigin } from '#shared/contract/credit.ts';
import { api } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EventDialog } from './dialogs/event-dialog.tsx';
import styles from './credit.module.css';
import { creditTables } from './words.ts';

/** What credit supervision knows of a finding or a listed hazard, and the step that makes an event of it. */
export function CreditOfOrigin({ origin }: { origin: CreditOrigin }) {
  const [adding, setAdding] = useState(false);
  const mayEdit = useRight('editInspections');
  const { data: proposed } = useQuery(
    api.credit.propose.queryOptions({ input: origin, meta: { tables: creditTables } }),
  );
  // Of an unannounced campaign that is not released, nothing is proposed.
  if (proposed === undefined || (!mayEdit && proposed.made.length === 0)) return null;
  const { subject, name, made } = proposed;

  return (
    <>
      <h3 className={styles.heading}>信用监管</h3>
      {made.length > 0 && (
        <ul className={styles.lines}>
          {made.map(({ enterpriseUid, enterpriseName, kindName, day }) => (
            <li key={`${enterpriseUid} ${day} ${kindName}`}>
              <span className={styles.day}>{day}</span>
              <Link href={`/credit/${enterpriseUid}`}>{enterpriseName}</Link>：{kindName}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && (
        <div className={styles.steps}>
          <Button onClick={() => setAdding(true)}>登记信用事项</Button>
        </div>
      )}
      {adding && (
        <EventDialog
          subject={subject === null ? null : { choice: subject, name }}
          from={{ origin, proposed }}
          onDone={() => undefined}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
