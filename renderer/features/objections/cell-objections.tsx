import { Button } from 'antd';
import { useState } from 'react';
import { type ObjectionRow, OBJECTION_FILES } from '#shared/contract/objections.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { AttachmentList } from '#renderer/ui/attachments/attachment-list.tsx';
import { shortInstant } from '#renderer/ui/instants.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { AcceptObjection, RefuseObjection } from './answer-dialogs.tsx';
import styles from './objections.module.css';
import { RaiseDialog } from './raise-dialog.tsx';
import { outcomeTag } from './words.ts';

interface CellObjectionsProps {
  rows: readonly ObjectionRow[];
  cell: { groupUid: string; objectUid: string; indicatorUid: string };
  /** 城东区 1.1 */
  name: string;
  isScored: boolean;
  isFinal: boolean;
}

/** What was objected to a score, with files and answers; and a way to object. */
export function CellObjections({ rows, cell, name, isScored, isFinal }: CellObjectionsProps) {
  const mayRaise = useRight('scoreSelf');
  const [raises, setRaises] = useState(false);
  const isOpen = rows.some(({ outcome }) => outcome === 'open');
  return (
    <>
      {rows.length > 0 && (
        <section aria-label="申诉">
          <ul className={styles.list}>
            {rows.map((row) => (
              <li key={row.uid} className={styles.objection} data-outcome={row.outcome}>
                <Objection row={row} isFinal={isFinal} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayRaise && isScored && !isOpen && (
        <Button type="link" size="small" className={styles.raise ?? ''} onClick={() => setRaises(true)}>
          提出申诉…
        </Button>
      )}
      {raises && <RaiseDialog cell={cell} name={name} onClose={() => setRaises(false)} />}
    </>
  );
}

function Objection({ row, isFinal }: { row: ObjectionRow; isFinal: boolean }) {
  const mayAnswer = useRight('scoreReviewed') && !isFinal;
  const mayWithdraw = useRight('scoreSelf') && !isFinal;
  const withdraw = useOperation(client.objections.withdraw, { success: '已撤回申诉', undoable: true });
  const [dialog, setDialog] = useState<'accept' | 'refuse' | null>(null);
  const isOpen = row.outcome === 'open';
  return (
    <>
      <span className={styles.row}>
        <LightTag {...outcomeTag(row)} />
        <span className={styles.grey}>
          {row.raisedBy} {shortInstant(row.raisedAt)}
        </span>
      </span>
      <p className={styles.text}>{row.text}</p>
      <AttachmentList
        subject={{ kind: OBJECTION_FILES, uid: row.uid }}
        label="申诉材料"
        mayEdit={isOpen && !isFinal}
      />
      {row.answeredAt !== null && (
        <p className={styles.text}>
          答复：{row.answer}
          <span className={styles.grey}>
            {' '}
            {row.answeredBy} {shortInstant(row.answeredAt)}
          </span>
        </p>
      )}
      {isOpen && (
        <span className={styles.row}>
          {mayAnswer && (
            <>
              <Button type="primary" size="small" onClick={() => setDialog('accept')}>
                采纳…
              </Button>
              <Button size="small" onClick={() => setDialog('refuse')}>
                不采纳…
              </Button>
            </>
          )}
          {mayWithdraw && (
            <Button type="link" size="small" onClick={() => void withdraw.run({ uid: row.uid })}>
              撤回
            </Button>
          )}
        </span>
      )}
      {dialog === 'accept' && <AcceptObjection row={row} onClose={() => setDialog(null)} />}
      {dialog === 'refuse' && <RefuseObjection row={row} onClose={() => setDialog(null)} />}
    </>
  );
}
