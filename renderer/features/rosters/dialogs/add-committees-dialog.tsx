import { Form } from 'antd';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';

interface Values {
  organizationUids: string[];
}

interface AddCommitteesDialogProps {
  onAdded: (committeeUid: string) => void;
  onClose: () => void;
}

/** 新建委员会 for one place or many at once. */
export function AddCommitteesDialog({ onAdded, onClose }: AddCommitteesDialogProps) {
  const add = useOperation(client.rosters.addCommittees, {
    success: ({ uids }) => `已新建 ${uids.length} 个委员会`,
    undoable: true,
  });
  async function submit({ organizationUids }: Values): Promise<void> {
    const outcome = await add.run({ organizationUids });
    if (!outcome.done) return;
    const [first] = outcome.value.uids;
    if (first !== undefined) onAdded(first);
    onClose();
  }
  return (
    <FormDialog<Values>
      title="新建委员会"
      verb="新建"
      busy={add.running}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item
        name="organizationUids"
        label="哪些市、区县、乡镇街道"
        rules={[{ required: true, message: '请至少选择一个' }]}
      >
        <OrganizationSelect multiple aria-label="机构" levels={['city', 'county', 'township']} />
      </Form.Item>
    </FormDialog>
  );
}
