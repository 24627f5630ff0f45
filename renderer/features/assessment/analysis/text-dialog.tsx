import { Form } from 'antd';
import { LONGEST_RESULT_TEXT, type ResultText } from '#shared/contract/analysis.ts';
import { client } from '#renderer/app/client.ts';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';

interface TextDialogProps {
  edited: ResultText;
  onClose: () => void;
}

export function TextDialog({ edited, onClose }: TextDialogProps) {
  const { objectUid, name, text, draft } = edited;
  const patch = usePatchWithConflicts(client.analysis.setResultText, {
    success: `已保存“${name}”的结果说明`,
    labels: { text: '结果说明' },
    onSaved: onClose,
  });

  function submit(written: string): void {
    const isSame = written.trim() === (text ?? draft).trim();
    patch.save({ uid: objectUid, base: { text }, set: isSame ? {} : { text: written } });
  }

  return (
    <>
      <FormDialog<{ text: string }>
        title={`${name}：结果说明`}
        verb="保存"
        width={760}
        kept={`forms/result-text/${objectUid}`}
        busy={patch.saving}
        initialValues={{ text: text ?? draft }}
        onSubmit={(values) => submit(values.text)}
        onClose={onClose}
      >
        <Form.Item
          name="text"
          label="说明"
          rules={[
            { required: true, whitespace: true, message: '请写上内容；不要改写时点“恢复生成的”' },
            { max: LONGEST_RESULT_TEXT, message: `结果说明最多 ${LONGEST_RESULT_TEXT} 个字` },
          ]}
        >
          <FirstText autoSize={{ minRows: 8, maxRows: 20 }} />
        </Form.Item>
      </FormDialog>
      {patch.dialog}
    </>
  );
}
