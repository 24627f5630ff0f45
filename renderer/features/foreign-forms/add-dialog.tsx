import { Form, Input } from 'antd';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';

interface AddDialogProps {
  onAdded: (uid: string) => void;
  onClose: () => void;
}

interface Values {
  name: string;
}

/** Ends of the workbooks that can be filled as they are. */
export const fillable: readonly string[] = ['.xlsx', '.xlsm'];

/** A form comes in by its file; its name is proposed. */
export function AddDialog({ onAdded, onClose }: AddDialogProps) {
  const [form] = Form.useForm<Values>();
  const [file, setFile] = useState<{ token: string; name: string } | null>(null);
  const [jobUid, setJobUid] = useState<string | null>(null);
  const start = useOperation(client.foreignForms.add, { isSave: false, repeat: false });

  function onUploaded(uploaded: { token: string; name: string }): void {
    setFile(uploaded);
    if ((form.getFieldValue('name') ?? '') === '')
      form.setFieldValue('name', uploaded.name.replace(/\.[^.]+$/u, '').slice(0, 60));
  }

  async function submit({ name }: Values): Promise<void> {
    if (file === null) return;
    const outcome = await start.run({ fileToken: file.token, name });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return (
    <>
      <FormDialog<Values>
        title="放入上级表格"
        verb="放入"
        busy={start.running}
        form={form}
        initialValues={{ name: '' }}
        onSubmit={(values) => void submit(values)}
        onClose={onClose}
      >
        <Form.Item
          label="文件"
          required
          validateStatus=""
          {...(file === null ? {} : { extra: `已选“${file.name}”，要换就再选一次` })}
        >
          <FileDrop
            accept={fillable}
            text="把上级发来的表格拖到这里，或点这里选择"
            hint="Excel、WPS 的 .xlsx、.xlsm 表格；宏和链接原样保留，不会运行"
            onUploaded={onUploaded}
          />
        </Form.Item>
        <Form.Item
          name="name"
          label="名称"
          rules={[
            { required: true, message: '请填写表格名称' },
            {
              validator: () =>
                file === null ? Promise.reject(new Error('请先选择表格文件')) : Promise.resolve(),
            },
          ]}
        >
          <Input maxLength={60} placeholder="例如：季度消防工作考核情况表" />
        </Form.Item>
      </FormDialog>
      <JobDialog
        uid={jobUid}
        onDone={(result) => onAdded((result as { uid: string }).uid)}
        onClose={() => setJobUid(null)}
      />
    </>
  );
}
