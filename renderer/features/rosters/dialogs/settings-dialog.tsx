import { useQuery } from '@tanstack/react-query';
import { Form, InputNumber } from 'antd';
import type { RosterSettings } from '#shared/contract/roster-views.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

/** 名册设置: how early the first page tells of an appointment that ends. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { data } = useQuery(api.rosters.settings.queryOptions({ meta: { tables: ['setting'] } }));
  return data === undefined ? null : <SettingsForm settings={data} onClose={onClose} />;
}

function SettingsForm({ settings, onClose }: { settings: RosterSettings; onClose: () => void }) {
  const update = useOperation(client.rosters.updateSettings, { success: '已保存名册设置', undoable: true });
  async function submit(values: RosterSettings): Promise<void> {
    if ((await update.run(values)).done) onClose();
  }
  return (
    <FormDialog<RosterSettings>
      title="名册设置"
      verb="保存"
      busy={update.running}
      initialValues={settings}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item
        name="expiringDays"
        label="任职到期前几天在首页提醒"
        extra="一般为 30 天(惯例，没有文件规定)。"
        rules={[{ required: true, message: '请填写天数' }]}
      >
        <InputNumber min={0} max={365} precision={0} suffix="天" />
      </Form.Item>
    </FormDialog>
  );
}
