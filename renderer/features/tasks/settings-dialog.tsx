import { Form, InputNumber } from 'antd';
import type { TaskSettings } from '#shared/contract/tasks.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';

/** Rules of the office: when a light turns yellow, how long a finding usually has, and who is meant by 市消安办. */
export function SettingsDialog({ settings, onClose }: { settings: TaskSettings; onClose: () => void }) {
  const update = useOperation(client.tasks.updateSettings, { success: '已保存督办设置', undoable: true });
  async function submit({ warningDays, findingDays, officeUnitUid }: TaskSettings): Promise<void> {
    const set = { warningDays, findingDays, officeUnitUid: officeUnitUid ?? null };
    if ((await update.run(set)).done) onClose();
  }
  return (
    <FormDialog<TaskSettings>
      title="督办设置"
      verb="保存"
      busy={update.running}
      initialValues={settings}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item
        name="warningDays"
        label="到期前几天变黄"
        extra="一般为 3 天(惯例，没有文件规定)。"
        rules={[{ required: true, message: '请填写天数' }]}
      >
        <InputNumber min={0} max={90} precision={0} suffix="天" />
      </Form.Item>
      <Form.Item
        name="findingDays"
        label="问题隐患一般几天内整改"
        extra="检查清单没有写期限时使用，登记时可以改；0 为当天。"
        rules={[{ required: true, message: '请填写天数' }]}
      >
        <InputNumber min={0} max={365} precision={0} suffix="天" />
      </Form.Item>
      <Form.Item
        name="officeUnitUid"
        label="文字里的“市消安办”指哪个单位"
        extra="从讲话、方案里生成任务时使用，一般是消防救援支队；空着就不猜。"
      >
        <OrganizationSelect aria-label="消安办所在单位" levels={['memberUnit']} />
      </Form.Item>
    </FormDialog>
  );
}
