import { Form, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { PartnerSettings } from '#shared/contract/partner-units.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

/** The office's kinds in their order, and after how long a phone has to be confirmed anew. */
export function PartnerSettingsDialog({
  settings,
  onClose,
}: {
  settings: PartnerSettings;
  onClose: () => void;
}) {
  const [seen] = useState(settings);
  const save = useOperation(client.partnerUnits.setSettings, { success: '已保存', undoable: true });

  async function submit(set: PartnerSettings): Promise<void> {
    if ((await save.run({ base: seen, set })).done) onClose();
  }

  return (
    <FormDialog<PartnerSettings>
      title="类别和核实期限"
      verb="保存"
      busy={save.running}
      initialValues={seen}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="kinds" label="类别(按通讯录里的先后，输入后回车)">
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',']} />
      </Form.Item>
      <Form.Item name="confirmDays" label="多久没有核实就标出来">
        <InputNumber min={1} max={1_000} suffix="天" style={{ width: 140 }} />
      </Form.Item>
    </FormDialog>
  );
}
