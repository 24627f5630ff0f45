import { Button, Checkbox, Form, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { DutyEntry } from '#shared/contract/duty-log.ts';
import { localDay, shortDay } from '#shared/calendar/days.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from '../duty.module.css';
import { useLogEntry } from '../use-duty.ts';
import { changesOf } from '../words.ts';
import { EntryFields } from './entry-fields.tsx';

/** A matter with its steps; the next one is written right here. */
export function EntryPanel({ uid, onClose }: { uid: string; onClose: () => void }) {
  const query = useLogEntry(uid);
  const mayEdit = useRight('editDuty');
  return (
    <SidePanel title="值班事项" width={400} onClose={onClose}>
      <QueryView query={query}>
        {(entry) => (
          <>
            <FactList
              facts={[
                ['状态', entry.closedOn === null ? '未办结，每班移交' : `${entry.closedOn} 办结`],
                ['时间', `${entry.day} ${entry.cameAt}（${entry.shiftName}）`],
                ['来电来文', entry.sender],
                ['事项', entry.matter],
                ['记录人', entry.recordedBy],
              ]}
            />
            <h3 className={styles.section}>处理情况</h3>
            {entry.steps.length === 0 && <p className={styles.grey}>还没有登记。</p>}
            {entry.steps.map((step) => (
              <p key={step.uid}>
                <span className={styles.grey}>
                  {shortDay(step.day)} {step.at} {step.person}
                </span>
                <br />
                {step.text}
              </p>
            ))}
            {mayEdit && <EntryActions entry={entry} onRemoved={onClose} />}
          </>
        )}
      </QueryView>
    </SidePanel>
  );
}

function EntryActions({ entry, onRemoved }: { entry: DutyEntry; onRemoved: () => void }) {
  const [editing, setEditing] = useState(false);
  const remove = useOperation(client.dutyLog.removeEntry, { success: '已删除值班事项', undoable: true });
  const reopen = useOperation(client.dutyLog.reopen, { success: '已重新办理', undoable: true });
  return (
    <>
      {entry.closedOn === null && <NextStep entry={entry} />}
      <div className={styles.buttons}>
        {entry.closedOn !== null && (
          <Button onClick={() => void reopen.run({ uid: entry.uid })}>重新办理</Button>
        )}
        <Button onClick={() => setEditing(true)}>修改事项</Button>
        <Button
          danger
          onClick={() => void remove.run({ uid: entry.uid }).then(({ done }) => done && onRemoved())}
        >
          删除(录错了)
        </Button>
      </div>
      {editing && <EditDialog entry={entry} onClose={() => setEditing(false)} />}
    </>
  );
}

interface StepValues {
  text: string;
  isClosed: boolean;
}

function NextStep({ entry }: { entry: DutyEntry }) {
  const [form] = Form.useForm<StepValues>();
  const add = useOperation(client.dutyLog.addStep, { success: '已登记处理情况', undoable: true });

  async function submit({ text, isClosed }: StepValues): Promise<void> {
    const now = Date.now();
    const day = localDay(now) < entry.day ? entry.day : localDay(now);
    const at = dayjs(now).format('HH:mm');
    if ((await add.run({ entryUid: entry.uid, day, at, text, isClosed })).done) form.resetFields();
  }

  return (
    <Form<StepValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ text: '', isClosed: false }}
      onFinish={(values) => void submit(values)}
    >
      <Form.Item
        name="text"
        label="接着登记"
        rules={[{ required: true, whitespace: true, message: '请填写处理情况' }]}
      >
        <Input.TextArea rows={3} maxLength={1_000} />
      </Form.Item>
      <Form.Item name="isClosed" valuePropName="checked" noStyle>
        <Checkbox>办结</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={add.running} style={{ marginBottom: 16 }}>
        登记
      </Button>
    </Form>
  );
}

interface EntryValues {
  cameAt: string;
  sender: string;
  matter: string;
}

function EditDialog({ entry, onClose }: { entry: DutyEntry; onClose: () => void }) {
  const [seen] = useState<EntryValues>(() => ({
    cameAt: entry.cameAt,
    sender: entry.sender,
    matter: entry.matter,
  }));
  const { save, saving, dialog } = usePatchWithConflicts(client.dutyLog.updateEntry, {
    success: '已保存',
    labels: { cameAt: '时间', sender: '来电来文', matter: '事项' },
    onSaved: onClose,
  });
  return (
    <>
      <FormDialog<EntryValues>
        title="修改值班事项"
        verb="保存"
        busy={saving}
        initialValues={seen}
        onSubmit={(values) => save({ uid: entry.uid, ...changesOf(seen, values) })}
        onClose={onClose}
      >
        <EntryFields />
      </FormDialog>
      {dialog}
    </>
  );
}
