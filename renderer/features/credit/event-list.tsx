import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CreditEvent } from '#shared/contract/credit.ts';
import { eventEffectNames } from '#shared/rules/credit/levels.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { UnreleasedMark } from '../unreleased/index.ts';
import styles from './credit.module.css';
import { EditEventDialog } from './dialogs/edit-event-dialog.tsx';

/** What is on record of an enterprise, with where it comes from. */
export function EventList({ events, mayEdit }: { events: readonly CreditEvent[]; mayEdit: boolean }) {
  const remove = useOperation(client.credit.removeEvent, { success: '已删除信用事项', undoable: true });
  const [edited, setEdited] = useState<CreditEvent | null>(null);
  return (
    <>
      <ul className={styles.lines}>
        {events.length === 0 && <li>还没有信用事项。</li>}
        {events.map((event) => (
          <li key={event.uid}>
            <span className={styles.day}>{event.day}</span>
            <UnreleasedMark uid={event.uid} />
            {event.kindName} <span className={styles.grey}>{effectText(event)}</span>
            {mayEdit && !event.isFixed && (
              <>
                <Button size="small" type="text" onClick={() => setEdited(event)}>
                  修改
                </Button>
                <Button
                  size="small"
                  type="text"
                  loading={remove.running}
                  onClick={() => void remove.run({ uid: event.uid })}
                >
                  删除
                </Button>
              </>
            )}
            {(event.text !== '' || event.number !== '') && (
              <div>{[event.text, event.number].filter((part) => part !== '').join('，')}</div>
            )}
            <Origin event={event} />
          </li>
        ))}
      </ul>
      {edited !== null && <EditEventDialog event={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function Origin({ event: { finding, listed } }: { event: CreditEvent }) {
  if (finding !== null) return <Link href={`/findings/${finding.uid}`}>问题隐患：{finding.what}</Link>;
  if (listed !== null) return <Link href={`/listed-supervision/${listed.uid}`}>挂牌督办：{listed.name}</Link>;
  return null;
}

function effectText({ effect, points, decisionUid }: CreditEvent): string {
  const leads = effect === 'points' ? `计 ${pointsText(points)} 分` : eventEffectNames[effect];
  return decisionUid === null ? leads : `${leads}，已据以拟认定`;
}
