import { Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import type { FoundRow } from '#shared/contract/erasure.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { ConfirmFields, type ConfirmValues } from './confirm-fields.tsx';

interface EraseDialogProps {
  terms: readonly string[];
  rows: readonly FoundRow[];
  onDone: () => void;
  onClose: () => void;
}

interface Values extends ConfirmValues {
  reason: string;
  files?: string[];
}

export function EraseDialog({ terms, rows, onDone, onClose }: EraseDialogProps) {
  const [jobUid, setJobUid] = useState<string | null>(null);
  const start = useOperation(client.erasure.start, { repeat: false, isSave: false });
  const files = rows.flatMap((row) => row.files);

  async function erase({ reason, userUid, password, files: chosenFiles = [] }: Values): Promise<void> {
    const outcome = await start.run({
      terms: [...terms],
      rows: rows.map(({ table, rowId }) => ({ table, rowId })),
      files: chosenFiles,
      reason,
      confirm: { userUid, password },
    });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return (
    <>
      <FormDialog<Values>
        title={`清除所选 ${rows.length} 处的个人信息`}
        verb="清除，不能恢复"
        needsButton
        busy={start.running}
        initialValues={{ files: files.map(({ uid }) => uid) }}
        onSubmit={(values) => void erase(values)}
        onClose={onClose}
      >
        <p>
          “{terms.join('”“')}
          ”从所选内容、它们的改动记录和操作日志的说明里去掉，换成“〔已清除〕”。以前的备份不改，清除后会列出哪些备份里可能还有。
        </p>
        {files.length > 0 && (
          <Form.Item name="files" label="一并删除的附件">
            <Checkbox.Group options={files.map(({ uid, name }) => ({ value: uid, label: name }))} />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label="原因"
          extra="例如：本人申请、保存期满。不要写姓名、电话。"
          rules={[{ required: true, message: '请填写原因' }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <ConfirmFields />
      </FormDialog>
      <JobDialog uid={jobUid} stoppable={false} onDone={onDone} onClose={() => setJobUid(null)} />
    </>
  );
}
