import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useLocation } from 'wouter';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { PRINTED_FORM } from '#shared/contract/paper-setup.ts';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { setupTables } from '../tables.ts';

interface Values {
  name: string;
  from: string;
}

/** A template of the office's own begins as a copy of another one. */
export function NewTemplateDialog({ onClose }: { onClose: () => void }) {
  const [, navigate] = useLocation();
  const { data = [] } = useQuery(api.papers.templates.queryOptions({ meta: { tables: setupTables } }));
  const save = useOperation(client.papers.saveTemplate, { success: '已新增模板', undoable: true });

  async function submit({ name, from }: Values): Promise<void> {
    const { kind, content } = await client.papers.template({ key: from, version: null });
    const outcome = await save.run({
      key: null,
      baseVersion: 0,
      kind,
      name,
      source: '',
      active: true,
      content,
    });
    if (outcome.done) navigate(`/paper-templates/${outcome.value.key}`);
  }

  return (
    <FormDialog<Values>
      title="新增模板"
      verb="新增"
      busy={save.running}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="name" label="模板名称" rules={[{ required: true, message: '请填写模板名称' }]}>
        <FirstField maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="from" label="照着哪个模板" rules={[{ required: true, message: '请选择一个模板' }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={data
            .filter(({ kind }) => kind !== PRINTED_FORM)
            .map(({ key, name, kindName }) => ({ value: key, label: `${name}（${kindName}）` }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
