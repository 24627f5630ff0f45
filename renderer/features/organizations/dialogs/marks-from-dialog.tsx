import { Form, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import type { OrganizationNode } from '#shared/contract/organizations.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { FromFields } from '../how-fields.tsx';
import { toDay } from '../model/days.ts';
import { namesOf } from '../model/names.ts';
import { useOrganizationsPage } from '../use-organizations.ts';

interface Values {
  verb: 'add' | 'remove';
  marks: string[];
  from: dayjs.Dayjs;
  document?: string;
}

/** Marks that hold from a day on, by a document. */
export function MarksFromDialog({ nodes, onClose }: { nodes: OrganizationNode[]; onClose: () => void }) {
  const { marks } = useOrganizationsPage();
  const set = useOperation(client.organizations.setMarks, {
    undoable: true,
    success: ({ changed }) => `${changed} 个机构的标记已变更`,
  });

  async function submit({ verb, marks: chosen, from, document = '' }: Values): Promise<void> {
    const uids = nodes.map((node) => node.uid);
    const changes = verb === 'add' ? { add: chosen, remove: [] } : { add: [], remove: chosen };
    const outcome = await set.run({ uids, ...changes, from: toDay(from), document });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title={`从某日起设置标记：${namesOf(nodes)}`}
      verb="设置"
      busy={set.running}
      initialValues={{ verb: 'add', from: dayjs() }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="verb">
        <Radio.Group
          options={[
            { value: 'add', label: '加上标记' },
            { value: 'remove', label: '去掉标记' },
          ]}
        />
      </Form.Item>
      <Form.Item name="marks" label="标记" rules={[{ required: true, message: '请选择标记' }]}>
        <Select mode="multiple" options={marks.map(({ mark, name }) => ({ value: mark, label: name }))} />
      </Form.Item>
      <FromFields label="从哪一天起" />
    </FormDialog>
  );
}
