import { Form } from 'antd';
import dayjs from 'dayjs';
import { useMemo } from 'react';
import type { OrganizationNode } from '#shared/contract/organizations.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { fromOf, HowFields, type HowValues } from '../how-fields.tsx';
import { namesOf } from '../model/names.ts';
import { OrganizationSelect, parentsFor } from '../organization-select.tsx';

interface MoveDialogProps {
  nodes: OrganizationNode[];
  parentUid: string | null;
  after: string | null;
  onClose: () => void;
}

type Values = HowValues & { parentUid: string };

/** Below another parent: 更正 or 变更. */
export function MoveDialog({ nodes, parentUid, after, onClose }: MoveDialogProps) {
  const move = useOperation(client.organizations.move, {
    undoable: true,
    success: ({ moved }) => `已移动 ${moved} 个机构`,
  });
  const level = nodes[0]?.level ?? 'township';
  const filter = useMemo(() => parentsFor(level), [level]);

  async function submit(values: Values): Promise<void> {
    const outcome = await move.run({
      uids: nodes.map((node) => node.uid),
      parentUid: values.parentUid,
      after: values.parentUid === parentUid ? after : 'last',
      from: fromOf(values),
      document: values.document ?? '',
    });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title={`移动${namesOf(nodes)}`}
      verb="移动"
      busy={move.running}
      initialValues={{ how: 'correct', from: dayjs(), ...(parentUid === null ? {} : { parentUid }) }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="parentUid" label="移到哪里" rules={[{ required: true, message: '请选择新的上级' }]}>
        <OrganizationSelect label="新的上级" filter={filter} />
      </Form.Item>
      <HowFields />
    </FormDialog>
  );
}
