import { Button, Dropdown, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ForeignFormDetail } from '#shared/contract/foreign-forms.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { fillable } from './add-dialog.tsx';

const items = [
  { key: 'replace', label: '换成新版本' },
  { key: 'rename', label: '改名' },
  { type: 'divider' as const },
  { key: 'remove', label: '删除', danger: true },
];

export function FormMenu({ form }: { form: ForeignFormDetail }) {
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<'replace' | 'rename' | null>(null);
  const { uid, name } = form;
  const remove = useOperation(client.foreignForms.remove, { success: `已删除“${name}”`, undoable: true });
  const close = () => setDialog(null);

  function choose(key: string): void {
    if (key === 'replace' || key === 'rename') setDialog(key);
    else void remove.run({ uid }).then(({ done }) => done && navigate('/foreign-forms'));
  }

  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
        <Button>更多操作</Button>
      </Dropdown>
      {dialog === 'rename' && <RenameDialog form={form} onClose={close} />}
      {dialog === 'replace' && <ReplaceDialog form={form} onClose={close} />}
    </>
  );
}

interface DialogProps {
  form: ForeignFormDetail;
  onClose: () => void;
}

function RenameDialog({ form: { uid, name }, onClose }: DialogProps) {
  const update = useOperation(client.foreignForms.update, { success: '已改名', undoable: true });
  return (
    <FormDialog<{ name: string }>
      title="改名"
      verb="保存"
      busy={update.running}
      initialValues={{ name }}
      onSubmit={(set) => void update.run({ uid, base: { name }, set }).then(({ done }) => done && onClose())}
      onClose={onClose}
    >
      <Form.Item name="name" label="名称" rules={[{ required: true, message: '请填写表格名称' }]}>
        <Input maxLength={60} />
      </Form.Item>
    </FormDialog>
  );
}

/** What was pointed at stays; what no longer fits is said on the page. */
function ReplaceDialog({ form: { uid, fileName }, onClose }: DialogProps) {
  const [jobUid, setJobUid] = useState<string | null>(null);
  const start = useOperation(client.foreignForms.replace, { isSave: false, repeat: false });

  async function onUploaded({ token }: { token: string }): Promise<void> {
    const outcome = await start.run({ uid, fileToken: token });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return jobUid === null ? (
    <Modal open title="换成新版本" footer={null} mask={{ closable: false }} onCancel={onClose}>
      <p>现在的文件是“{fileName}”。换了以后，指定过的内容都保留；新表里对不上的地方会列出来。</p>
      <FileDrop
        accept={fillable}
        text="把新版本的表格拖到这里，或点这里选择"
        onUploaded={(file) => void onUploaded(file)}
      />
    </Modal>
  ) : (
    <JobDialog uid={jobUid} onDone={onClose} onClose={() => setJobUid(null)} />
  );
}
