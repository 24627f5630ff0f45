import { Form, Input, Modal } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useState } from 'react';
import type { PeriodDetail } from '#shared/contract/assessment.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useFirstFocus } from '#renderer/ui/first-focus.ts';

/** Asks why a final period is opened again; the answer stays visible with it. */
export function ReopenDialog({ period, onClose }: { period: PeriodDetail; onClose: () => void }) {
  const field = useFirstFocus<TextAreaRef>();
  const [reason, setReason] = useState('');
  const reopen = useOperation(client.assessment.reopen, { success: '已重新打开，改完后请再次定稿' });

  async function confirm(): Promise<void> {
    const outcome = await reopen.run({ uid: period.uid, reason: reason.trim() });
    if (outcome.done) onClose();
  }

  return (
    <Modal
      open
      title={`重新打开：${period.title}`}
      okText="重新打开"
      cancelText="取消"
      okButtonProps={{ disabled: reason.trim() === '', loading: reopen.running }}
      onOk={() => void confirm()}
      onCancel={onClose}
    >
      <p>原来的定稿作废，评分又可以修改；谁在什么时候为什么重新打开，会一直显示在这个考核期里。</p>
      <Form layout="vertical">
        <Form.Item label="原因" required>
          <Input.TextArea
            ref={field}
            rows={3}
            maxLength={500}
            value={reason}
            aria-label="重新打开的原因"
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
