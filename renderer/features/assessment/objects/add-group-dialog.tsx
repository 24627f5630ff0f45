import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import type { PeriodDetail } from '#shared/contract/assessment.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { type DraftGroup, GroupFields } from '../list/group-fields.tsx';

/** One more group in an open period. */
export function AddGroupDialog({ period, onClose }: { period: PeriodDetail; onClose: () => void }) {
  const { data: schemes = [] } = useQuery(api.schemes.list.queryOptions({ meta: { tables: ['scheme'] } }));
  const [groups, setGroups] = useState<DraftGroup[]>([]);
  const add = useOperation(client.assessment.addGroup, { success: '已新增考核组', undoable: true });

  async function confirm(): Promise<void> {
    for (const { name, schemeUid, organizationUids } of groups) {
      const outcome = await add.run({ periodUid: period.uid, name, schemeUid, organizationUids });
      if (!outcome.done) return;
    }
    onClose();
  }

  return (
    <Modal
      open
      width={760}
      title="新增考核组"
      okText="新增"
      cancelText="取消"
      okButtonProps={{
        loading: add.running,
        disabled: groups.length === 0 || groups.some(({ organizationUids }) => organizationUids.length === 0),
      }}
      onOk={() => void confirm()}
      onCancel={onClose}
    >
      <GroupFields
        groups={groups}
        schemes={schemes.filter(({ status }) => status === 'inForce')}
        day={period.lastDay}
        onChange={setGroups}
      />
    </Modal>
  );
}
