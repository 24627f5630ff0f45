import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import type { CollectionDetail, CollectionUnit } from '#shared/contract/collections.ts';
import { reminderText } from '#shared/rules/collections/reminder.ts';

interface ReminderDialogProps {
  collection: CollectionDetail;
  units: readonly CollectionUnit[];
  onClose: () => void;
}

/** Words for those who still owe something, to be copied into a chat or a letter. */
export function ReminderDialog({ collection: { title, dueOn }, units, onClose }: ReminderDialogProps) {
  const { message } = App.useApp();
  const [text, setText] = useState(() =>
    reminderText(
      title,
      dueOn,
      localDay(Date.now()),
      units.map(({ name, state, returned }) => ({
        name,
        problems: state === 'mustCorrect' ? (returned?.problems ?? 0) : null,
      })),
    ),
  );

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      void message.success('已复制，可以粘贴到微信、短信或公文里');
      onClose();
    } catch {
      void message.warning('没有复制成功。请在文字里按 Ctrl+A、Ctrl+C 复制。');
    }
  }

  return (
    <Modal
      open
      width={620}
      title={`催报(${units.length} 个单位)`}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>关闭</Button>
          <Button type="primary" onClick={() => void copy()}>
            复制
          </Button>
        </>
      }
    >
      <Input.TextArea
        aria-label="催报的文字"
        autoSize={{ minRows: 5, maxRows: 14 }}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
    </Modal>
  );
}
