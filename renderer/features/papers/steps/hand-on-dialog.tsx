import { Form, Input, Select } from 'antd';
import type { PaperDetail } from '#shared/contract/papers.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useSession } from '#renderer/app/session.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

interface Values {
  holderUid: string | null;
  person: string;
  opinion: string;
}

interface HandOnDialogProps {
  paper: PaperDetail;
  step: 'submitTo' | 'approveWith';
  onClose: () => void;
}

/** To whom a paper goes next, and with which words. */
export function HandOnDialog({ paper, step, onClose }: HandOnDialogProps) {
  const { users } = useSession();
  const submit = useOperation(client.papers.submit, { success: '已送核稿', undoable: true });
  const approve = useOperation(client.papers.approve, { success: '核稿通过，已送签发', undoable: true });
  const isSubmit = step === 'submitTo';

  async function run({ holderUid, person, opinion }: Values): Promise<void> {
    const handed = { uid: paper.uid, holderUid, opinion };
    const outcome = isSubmit
      ? await submit.run({ ...handed, to: 'review' })
      : await approve.run({ ...handed, person });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title={isSubmit ? '送核稿' : '核稿通过'}
      verb={isSubmit ? '送核稿' : '送签发'}
      busy={submit.running || approve.running}
      initialValues={{ holderUid: null, person: '', opinion: isSubmit ? '' : '同意' }}
      onSubmit={(values) => void run(values)}
      onClose={onClose}
    >
      <Form.Item name="holderUid" label={isSubmit ? '送给谁' : '送给谁签发'}>
        <Select<string | null>
          options={[
            { value: null, label: '谁都可以办' },
            ...users.map(({ uid, name }) => ({ value: uid, label: name })),
          ]}
        />
      </Form.Item>
      <Form.Item name="person" label="核稿人(不填就是您自己)" hidden={isSubmit}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="opinion" label={isSubmit ? '说明(可不填)' : '核稿意见'}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
