import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import EditOutlined from '@ant-design/icons/EditOutlined';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { LibraryClause, LibraryDetail } from '#shared/contract/library.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { CitingPlaces } from '../citing-places.tsx';
import styles from '../library.module.css';
import { ClauseDialog } from './clause-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { ReadAttachmentButton } from './read-attachment.tsx';

interface ClauseListProps {
  entry: LibraryDetail;
  /** The clause to be shown first. */
  openUid: string | null;
  mayEdit: boolean;
}

/** The clauses of an entry in their order, and the ways to bring them in. */
export function ClauseList({ entry, openUid, mayEdit }: ClauseListProps) {
  const { clauses } = entry;
  const [pasting, setPasting] = useState<string | null>(null);
  const [editing, setEditing] = useState<LibraryClause | 'new' | null>(null);
  usePastedTable(mayEdit && pasting === null && editing === null, setPasting);

  return (
    <>
      <h3 className={styles.part}>
        条款{clauses.length > 0 && ` ${clauses.length} 条`}
        {mayEdit && (
          <span className={styles.partActions}>
            <ReadAttachmentButton uid={entry.uid} onText={setPasting} />
            <Button size="small" onClick={() => setPasting('')}>
              粘贴条文
            </Button>
            <Button size="small" onClick={() => setEditing('new')}>
              加一条
            </Button>
          </span>
        )}
      </h3>
      {clauses.length === 0 && (
        <p className={styles.none}>
          还没有条文。{mayEdit && '复制全文后在这里按 Ctrl+V，程序按“第…条”或编号分好，核对后录入。'}
        </p>
      )}
      {clauses.map((clause, place) => (
        <ClauseItem
          key={clause.uid}
          clause={clause}
          heading={clause.heading === clauses[place - 1]?.heading ? '' : clause.heading}
          isOpen={clause.uid === openUid}
          mayEdit={mayEdit}
          onEdit={() => setEditing(clause)}
        />
      ))}
      {pasting !== null && (
        <PasteDialog
          uid={entry.uid}
          text={pasting}
          present={clauses.length}
          onClose={() => setPasting(null)}
        />
      )}
      {editing !== null && (
        <ClauseDialog
          entryUid={entry.uid}
          clause={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

interface ClauseItemProps {
  clause: LibraryClause;
  /** Shown above it; empty where the one before stands under the same. */
  heading: string;
  isOpen: boolean;
  mayEdit: boolean;
  onEdit: () => void;
}

function ClauseItem({ clause, heading, isOpen, mayEdit, onEdit }: ClauseItemProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isShown, setShown] = useState(false);
  const remove = useOperation(client.library.removeClause, {
    success: `已删除${clause.number}`,
    undoable: true,
  });
  useEffect(() => {
    if (isOpen) place.current?.scrollIntoView({ block: 'center' });
  }, [isOpen]);
  const { citedBy } = clause;
  const name = clause.number === '' ? '这一段' : clause.number;

  return (
    <>
      {heading !== '' && <p className={styles.clauseHeading}>{heading}</p>}
      <div ref={place} className={styles.clause} data-open={isOpen}>
        <div className={styles.clauseHead}>
          {clause.number !== '' && <span className={styles.clauseNumber}>{clause.number}</span>}
          {citedBy.length > 0 && (
            <Button
              type="link"
              size="small"
              aria-expanded={isShown}
              onClick={() => setShown((before) => !before)}
            >
              引用 {citedBy.length} 处
            </Button>
          )}
          {mayEdit && (
            <span className={styles.clauseButtons}>
              <Button
                type="text"
                size="small"
                aria-label={`修改${name}`}
                icon={<EditOutlined aria-hidden />}
                onClick={onEdit}
              />
              <Button
                type="text"
                size="small"
                aria-label={`删除${name}`}
                icon={<DeleteOutlined aria-hidden />}
                onClick={() => void remove.run({ uid: clause.uid })}
              />
            </span>
          )}
        </div>
        <div className={styles.clauseText}>{clause.text}</div>
        {isShown && <CitingPlaces places={citedBy} />}
      </div>
    </>
  );
}
