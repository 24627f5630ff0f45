import { Button, Timeline } from 'antd';
import { useState } from 'react';
import type {
  OrganizationDetail,
  OrganizationStateRecord,
  OrganizationSuccession,
} from '#shared/contract/organizations.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { StateDialog } from './dialogs/state-dialog.tsx';
import { rangeText } from './model/days.ts';
import styles from './organizations-page.module.css';
import { useOrganizationsPage } from './use-organizations.ts';

/** What it was called and where it belonged, newest first, with the merges and splits between. */
export function HistoryTimeline({ detail }: { detail: OrganizationDetail }) {
  const [edited, setEdited] = useState<OrganizationStateRecord | null>(null);
  const entries = [
    ...detail.states.map((state) => ({
      key: state.uid,
      day: state.firstDay,
      content: <StateEntry state={state} only={detail.states.length === 1} onEdit={() => setEdited(state)} />,
    })),
    ...detail.successions.map((succession) => ({
      key: `${succession.otherUid} ${succession.day}`,
      day: succession.day,
      content: <SuccessionEntry succession={succession} />,
    })),
  ].toSorted((one, other) => (one.day < other.day ? 1 : -1));

  return (
    <>
      <Timeline items={entries.map(({ key, content }) => ({ key, content }))} />
      {detail.usedIn.length > 0 && <p className={styles.grey}>参加过的考核：{detail.usedIn.join('、')}</p>}
      {edited !== null && <StateDialog key={edited.uid} state={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

interface StateEntryProps {
  state: OrganizationStateRecord;
  only: boolean;
  onEdit: () => void;
}

function StateEntry({ state, only, onEdit }: StateEntryProps) {
  const { mayEdit } = useOrganizationsPage();
  const remove = useOperation(client.organizations.removeState, {
    success: '已删除这条变更',
    undoable: true,
  });
  const notes = [state.document, state.note].filter((text) => text !== '');
  return (
    <div className={styles.entry}>
      <span className={styles.days}>{rangeText(state.firstDay, state.lastDay)}</span>
      <span>
        {state.name}({state.shortName})
      </span>
      {state.parentName !== '' && <span className={styles.grey}>属 {state.parentName}</span>}
      {notes.length > 0 && <span className={styles.grey}>{notes.join('；')}</span>}
      {mayEdit && (
        <span>
          <Button type="link" size="small" onClick={onEdit}>
            更正
          </Button>
          {!only && (
            <Button
              type="link"
              size="small"
              loading={remove.running}
              onClick={() => void remove.run({ uid: state.uid })}
            >
              删除这条
            </Button>
          )}
        </span>
      )}
    </div>
  );
}

function SuccessionEntry({ succession }: { succession: OrganizationSuccession }) {
  const { select } = useOrganizationsPage();
  const { kind, direction, otherName, otherUid, day, document, takesOver } = succession;
  return (
    <div className={styles.entry}>
      <span className={styles.days}>{day}</span>
      <span>{successionWords[kind][direction]}</span>
      <Button type="link" size="small" onClick={() => select(otherUid)}>
        {otherName}
      </Button>
      {takesOver && <span className={styles.grey}>在评的分数一并转入</span>}
      {document !== '' && <span className={styles.grey}>{document}</span>}
    </div>
  );
}

const successionWords = {
  merge: { to: '并入', from: '由这个机构并来：' },
  split: { to: '分出', from: '从这个机构分来：' },
} as const;
