import { Form } from 'antd';
import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import type { KeySite } from '#shared/contract/key-sites.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from '../key-sites.module.css';

interface CloseDialogProps {
  sites: readonly KeySite[];
  onDone: () => void;
  onClose: () => void;
}

/** From which day one or many are off the ledger. */
export function CloseDialog({ sites, onDone, onClose }: CloseDialogProps) {
  const [today] = useState(() => localDay(Date.now()));
  const close = useOperation(client.keySites.close, {
    success: ({ changed }) => `已登记 ${changed} 家退出`,
    undoable: true,
  });

  async function submit({ day }: { day: string }): Promise<void> {
    if ((await close.run({ uids: sites.map(({ uid }) => uid), day })).done) onDone();
  }

  return (
    <FormDialog<{ day: string }>
      title={sites.length === 1 ? `“${sites[0]?.name}”退出台账` : `${sites.length} 家单位退出台账`}
      verb="登记退出"
      busy={close.running}
      initialValues={{ day: today }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p className={styles.hint}>停业、拆除、搬走的单位不再安排督查，登记的内容都保留，可以随时恢复。</p>
      <Form.Item name="day" label="从哪一天起" rules={[{ required: true, message: '请选择日期' }]}>
        <DayField label="从哪一天起" />
      </Form.Item>
    </FormDialog>
  );
}
