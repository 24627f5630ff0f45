import { Button, Space } from 'antd';
import { useState } from 'react';
import type { Inspector, Leave } from '#shared/contract/inspectors.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { LeaveDialog } from './dialogs/leave-dialog.tsx';
import { LeavePoolDialog } from './dialogs/leave-pool-dialog.tsx';
import styles from './inspectors.module.css';
import { useInspector } from './use-inspectors.ts';
import { daysText, hasLeft, roleText, skillText } from './words.ts';

interface PersonPanelProps {
  uid: string;
  onEdit: (person: Inspector) => void;
  onClose: () => void;
}

/** The open person beside the list. */
export function PersonPanel({ uid, onEdit, onClose }: PersonPanelProps) {
  const query = useInspector(uid);
  const mayEdit = useRight('editInspections');
  return (
    <SidePanel title={query.data?.name ?? '督查人员'} width={420} onClose={onClose}>
      <QueryView query={query}>
        {(person) => (
          <>
            {mayEdit && <PersonActions person={person} onEdit={() => onEdit(person)} onRemoved={onClose} />}
            <FactList
              facts={[
                ['状态', hasLeft(person) ? `${person.leftOn} 离开` : '在库'],
                // Still to come.
                ['离开日期', hasLeft(person) ? '' : (person.leftOn ?? '')],
                ['单位', person.unitName],
                ['职务', person.post],
                ['角色', roleText(person)],
                ['专长', skillText(person)],
                ['回避区县', person.homeCountyName],
                ['电话', person.phone],
                ['备注', person.note],
              ]}
            />
            <LeaveList person={person} mayEdit={mayEdit} />
          </>
        )}
      </QueryView>
    </SidePanel>
  );
}

interface PersonActionsProps {
  person: Inspector;
  onEdit: () => void;
  onRemoved: () => void;
}

function PersonActions({ person, onEdit, onRemoved }: PersonActionsProps) {
  const [leaving, setLeaving] = useState(false);
  const uids = [person.uid];
  const back = useOperation(client.inspectors.returnToPool, { success: '已恢复在库', undoable: true });
  const remove = useOperation(client.inspectors.remove, {
    success: `已删除“${person.name}”`,
    undoable: true,
  });
  return (
    <Space wrap style={{ marginBottom: 12 }}>
      <Button type="primary" onClick={onEdit}>
        修改
      </Button>
      {person.leftOn === null ? (
        <Button onClick={() => setLeaving(true)}>登记离开</Button>
      ) : (
        <Button onClick={() => void back.run({ uids })}>恢复在库</Button>
      )}
      <Button danger onClick={() => void remove.run({ uids }).then(({ done }) => done && onRemoved())}>
        删除(录错了)
      </Button>
      {leaving && (
        <LeavePoolDialog
          people={[person]}
          onDone={() => setLeaving(false)}
          onClose={() => setLeaving(false)}
        />
      )}
    </Space>
  );
}

function LeaveList({ person, mayEdit }: { person: Inspector; mayEdit: boolean }) {
  const [edited, setEdited] = useState<{ leave: Leave | null } | null>(null);
  const remove = useOperation(client.inspectors.removeLeave, { success: '已删除请假', undoable: true });
  const close = () => setEdited(null);
  return (
    <>
      <h3 className={styles.section}>
        请假
        {mayEdit && (
          <Button size="small" onClick={() => setEdited({ leave: null })}>
            登记请假
          </Button>
        )}
      </h3>
      {person.leave.length === 0 && <p className={styles.grey}>没有登记请假。</p>}
      <ul className={styles.leave}>
        {person.leave.map((leave) => (
          <li key={leave.uid}>
            <span>
              {daysText(leave)} {leave.reason}
            </span>
            {mayEdit && (
              <>
                <Button size="small" type="text" onClick={() => setEdited({ leave })}>
                  修改
                </Button>
                <Button size="small" type="text" onClick={() => void remove.run({ uid: leave.uid })}>
                  删除
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {edited !== null && (
        <LeaveDialog people={[person]} leave={edited.leave} onDone={close} onClose={close} />
      )}
    </>
  );
}
