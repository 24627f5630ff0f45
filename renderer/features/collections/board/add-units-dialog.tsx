import { Form } from 'antd';
import type { CollectionDetail } from '#shared/contract/collections.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { UnitChoice } from '../create/unit-choice.tsx';
import { useProposal } from '../use-collections.ts';

interface Values {
  organizationUids: string[];
}

interface AddUnitsDialogProps {
  collection: CollectionDetail;
  /** Gives their workbooks to the new units alone. */
  onHandOut: (unitUids: string[]) => void;
  onClose: () => void;
}

export function AddUnitsDialog({ collection, onHandOut, onClose }: AddUnitsDialogProps) {
  const { uid, origin, units } = collection;
  const proposed = useProposal(origin).data?.units;
  const there = new Set(units.map(({ organizationUid }) => organizationUid));
  const others = proposed?.filter(({ organizationUid }) => !there.has(organizationUid)) ?? null;
  const add = useOperation(client.collections.addUnits, {
    success: ({ unitUids }) => `已增加 ${unitUids.length} 个单位`,
    undoable: true,
  });

  async function submit({ organizationUids }: Values): Promise<void> {
    const outcome = await add.run({ uid, organizationUids });
    if (!outcome.done) return;
    onClose();
    onHandOut(outcome.value.unitUids);
  }

  return (
    <FormDialog<Values>
      title="增加单位"
      verb="增加并下发"
      busy={add.running}
      initialValues={{ organizationUids: [] }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item
        name="organizationUids"
        label="还要下发给"
        extra="只写出新增单位的表，已经下发的不变"
        rules={[{ required: true, message: '请选择单位' }]}
      >
        <UnitChoice units={others} usual={[]} none="有内容要填的单位都在里面了" />
      </Form.Item>
    </FormDialog>
  );
}
