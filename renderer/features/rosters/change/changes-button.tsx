import DownOutlined from '@ant-design/icons/DownOutlined';
import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, Space } from 'antd';
import { useLocation } from 'wouter';
import type { Committee, RosterChangeItem } from '#shared/contract/roster-views.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';

/** 调整: begins a new one, or opens one in preparation or done. */
export function ChangesButton({ committee, day }: { committee: Committee; day: string }) {
  const [, navigate] = useLocation();
  const mayEdit = useRight('editRosters');
  const { data: changes = [] } = useQuery(
    api.rosters.changes.queryOptions({
      input: { committeeUid: committee.uid },
      meta: { tables: ['roster_change', 'paper', 'paper_number'] },
    }),
  );
  const start = useOperation(client.rosters.startChange);

  async function begin(): Promise<void> {
    const outcome = await start.run({ committeeUid: committee.uid, day });
    if (outcome.done) navigate(`/roster-changes/${outcome.value.uid}`);
  }

  return (
    <Space.Compact>
      {mayEdit && (
        <Button type="primary" loading={start.running} onClick={() => void begin()}>
          调整
        </Button>
      )}
      {changes.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: changes.map((change) => ({ key: change.uid, label: labelOf(change) })),
            onClick: ({ key }) => navigate(`/roster-changes/${key}`),
          }}
        >
          <Button aria-label="以前的调整" icon={<DownOutlined aria-hidden />} />
        </Dropdown>
      )}
    </Space.Compact>
  );
}

function labelOf({ status, day, notices }: RosterChangeItem): string {
  const number = notices.find((notice) => notice.number !== '')?.number ?? '';
  return status === 'draft' ? `准备中：自 ${day}` : `${day} 调整${number === '' ? '' : `，${number}`}`;
}
