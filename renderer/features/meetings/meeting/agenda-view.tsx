import { Button, Form, Input, type InputRef, type TableProps } from 'antd';
import { useRef, useState } from 'react';
import type { AgendaItem, MeetingDetail } from '#shared/contract/meetings.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { AgendaItemDialog } from './agenda-item-dialog.tsx';
import styles from './meeting-page.module.css';
import { ResolutionTable } from './resolution-table.tsx';

interface ViewProps {
  meeting: MeetingDetail;
  mayEdit: boolean;
}

/** The agenda in its order; a new item is typed below and entered by Enter. */
export function AgendaView({ meeting, mayEdit }: ViewProps) {
  const [openUid, setOpenUid] = useState<string | null>(null);
  const open = meeting.agenda.find(({ uid }) => uid === openUid);
  const columns = useColumns(meeting, mayEdit);
  return (
    <>
      <div className={styles.table}>
        <ListTable<AgendaItem>
          label="议程"
          columns={columns}
          rows={meeting.agenda}
          rowKey={({ uid }) => uid}
          openKey={openUid}
          onOpen={({ uid }) => setOpenUid(uid)}
          empty={<EmptyState text="这里列出议题。在下面逐条填写，点开一条可以附上会议材料。" />}
        />
      </div>
      {mayEdit && <AddAgendaItem meeting={meeting} />}
      {meeting.carried.length > 0 && (
        <Sheet title={`前次会议未办结的议定事项，自动列入本次会议(${meeting.carried.length} 项)`}>
          <ResolutionTable showsMeeting resolutions={meeting.carried} empty="" />
        </Sheet>
      )}
      {open !== undefined && mayEdit && (
        <AgendaItemDialog key={open.uid} item={open} onClose={() => setOpenUid(null)} />
      )}
    </>
  );
}

function useColumns(
  { agenda }: MeetingDetail,
  mayEdit: boolean,
): NonNullable<TableProps<AgendaItem>['columns']> {
  const move = useOperation(client.meetings.moveAgendaItem);
  const remove = useOperation(client.meetings.removeAgendaItem, { success: '已删除议题', undoable: true });
  const placeOf = (uid: string) => agenda.findIndex((item) => item.uid === uid);

  function shift(uid: string, to: number): void {
    void move.run({ uid, afterUid: to < 0 ? null : (agenda[to]?.uid ?? null) });
  }

  return [
    { title: '序', width: 56, align: 'right', render: (_, { uid }) => placeOf(uid) + 1 },
    { title: '议题', dataIndex: 'title' },
    { title: '汇报人或单位', dataIndex: 'reporter', width: 180 },
    { title: '备注', dataIndex: 'note', width: 200, ellipsis: true },
    ...(mayEdit
      ? [
          {
            title: '次序',
            width: 190,
            render: (_: unknown, { uid }: AgendaItem) => {
              const place = placeOf(uid);
              const isLast = place === agenda.length - 1;
              return (
                // The row itself opens by a click; its buttons do not.
                <span className={styles.bar} role="none" onClick={(event) => event.stopPropagation()}>
                  <Button size="small" disabled={place === 0} onClick={() => shift(uid, place - 2)}>
                    上移
                  </Button>
                  <Button size="small" disabled={isLast} onClick={() => shift(uid, place + 1)}>
                    下移
                  </Button>
                  <Button size="small" onClick={() => void remove.run({ uid })}>
                    删除
                  </Button>
                </span>
              );
            },
          },
        ]
      : []),
  ];
}

function AddAgendaItem({ meeting }: { meeting: MeetingDetail }) {
  const [form] = Form.useForm<{ title: string; reporter: string }>();
  const first = useRef<InputRef>(null);
  const add = useOperation(client.meetings.addAgendaItem, { success: '已新增议题', undoable: true });

  async function save({ title, reporter = '' }: { title: string; reporter?: string }): Promise<void> {
    const afterUid = meeting.agenda.at(-1)?.uid ?? null;
    const outcome = await add.run({ meetingUid: meeting.uid, afterUid, title, reporter, note: '' });
    if (!outcome.done) return;
    form.resetFields();
    first.current?.focus();
  }

  return (
    <Form form={form} className={styles.add ?? ''} onFinish={(values) => void save(values)}>
      <Form.Item
        name="title"
        style={{ flex: 1, margin: 0 }}
        rules={[{ required: true, whitespace: true, message: '请填写议题' }]}
      >
        <Input ref={first} aria-label="新议题" placeholder="新议题，回车添加" maxLength={300} />
      </Form.Item>
      <Form.Item name="reporter" style={{ width: 220, margin: 0 }}>
        <Input aria-label="汇报人或单位" placeholder="汇报人或单位" maxLength={60} />
      </Form.Item>
      <Button htmlType="submit" loading={add.running}>
        添加
      </Button>
    </Form>
  );
}
