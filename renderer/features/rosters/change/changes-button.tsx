import DownOutlined from '@ant-design/icons/DownOutlined';
import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown, Space } from 'antd';
import { useLocation } from 'wouter';
import type { Committee, RosterChangeItem } from '#shared/contract/roster-views.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';

const NEW = 'new';

/** 调整: goes on with the one in preparation, else begins one; the menu has a further one, and those that were done. */
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
  const draft = changes.find(({ status }) => status === 'draft');
  const open = (uid: string) => navigate(`/roster-changes/${uid}`);

  async function begin(): Promise<void> {
    const outcome = await start.run({ committeeUid: committee.uid, day });
    if (outcome.done) open(outcome.value.uid);
  }

  const further = mayEdit && draft !== undefined ? [{ key: NEW, label: '另起一次调整' }] : [];

  return (
    <Space.Compact>
      {mayEdit && (
        <Button
          type="primary"
          loading={start.running}
          onClick={() => (draft === undefined ? void begin() : open(draft.uid))}
        >
          {draft === undefined ? '调整' : '继续调整'}
        </Button>
      )}
      {changes.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [...changes.map((change) => ({ key: change.uid, label: labelOf(change) })), ...further],
            onClick: ({ key }) => (key === NEW ? void begin() : open(key)),
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
