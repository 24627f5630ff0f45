import { Form } from 'antd';
import { useState } from 'react';
import type { PlanNode } from '#shared/contract/plans.ts';
import { client } from '#renderer/app/client.ts';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';

/** Another wording of a heading. */
export function HeadingDialog({ node, onClose }: { node: PlanNode; onClose: () => void }) {
  const [base] = useState({ heading: node.heading ?? '' });
  const { save, saving, dialog } = usePatchWithConflicts(client.plans.updateHeading, {
    success: '已修改标题',
    labels: { heading: '标题' },
    onSaved: onClose,
  });
  return (
    <>
      <FormDialog<{ heading: string }>
        title="修改标题"
        verb="保存"
        busy={saving}
        initialValues={base}
        onSubmit={(set) => save({ uid: node.uid, base, set })}
        onClose={onClose}
      >
        <Form.Item
          name="heading"
          label="标题"
          rules={[{ required: true, whitespace: true, message: '请填写标题' }]}
        >
          <FirstField maxLength={200} autoComplete="off" />
        </Form.Item>
      </FormDialog>
      {dialog}
    </>
  );
}
