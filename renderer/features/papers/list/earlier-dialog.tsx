import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { setupTables } from '../tables.ts';
import { readEarlier } from './read-earlier.ts';

interface Values {
  kind: string;
  seriesUid: string;
  text: string;
}

/** Papers issued before the program, pasted from the old register. */
export function EarlierDialog({ onClose }: { onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const kinds = useQuery(api.papers.kinds.queryOptions({ meta: { tables: setupTables } })).data ?? [];
  const series = useQuery(api.papers.series.queryOptions({ meta: { tables: setupTables } })).data ?? [];
  const [count, setCount] = useState(0);
  const enter = useOperation(client.papers.enterEarlier, {
    success: ({ uids }) => `已补录 ${uids.length} 份公文`,
    undoable: true,
  });

  async function submit({ kind, seriesUid, text }: Values): Promise<void> {
    const read = readEarlier(text);
    if (read.problem !== null) {
      form.setFields([{ name: 'text', errors: [read.problem] }]);
      return;
    }
    const outcome = await enter.run({ kind, seriesUid, items: read.items });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title="补录以前的文号"
      verb={count > 0 ? `补录 ${count} 份` : '补录'}
      width={640}
      kept="forms/earlierPapers"
      busy={enter.running}
      form={form}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="kind" label="文种" rules={[{ required: true, message: '请选择文种' }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={kinds.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(code: string) =>
            form.setFieldValue('seriesUid', kinds.find((kind) => kind.code === code)?.seriesUid)
          }
        />
      </Form.Item>
      <Form.Item name="seriesUid" label="文号系列" rules={[{ required: true, message: '请选择文号系列' }]}>
        <Select
          options={series.map(({ uid, name, format }) => ({ value: uid, label: `${name}  ${format}` }))}
        />
      </Form.Item>
      <Form.Item
        name="text"
        label="每行一份：序号、标题、印发日期、主送，可以从 Excel 整块粘贴"
        rules={[{ required: true, message: '请粘贴或填写要补录的公文' }]}
      >
        <Input.TextArea
          rows={8}
          placeholder={'12\t关于开展冬春火灾防控工作的通知\t2026-01-08\t各成员单位'}
          onChange={(event) => setCount(readEarlier(event.target.value).items.length)}
        />
      </Form.Item>
    </FormDialog>
  );
}
