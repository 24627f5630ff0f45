import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber } from 'antd';
import type { BackupSettings } from '#shared/contract/backups.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from './backups.module.css';

/** Where to, how long, and before which imports. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { data } = useQuery(api.backups.settings.queryOptions({ meta: { tables: ['setting'] } }));
  const save = useOperation(client.backups.updateSettings, { success: '已保存备份设置', undoable: true });

  async function submit(values: BackupSettings): Promise<void> {
    const outcome = await save.run({ ...values, secondFolder: values.secondFolder ?? '' });
    if (outcome.done) onClose();
  }

  if (data === undefined) return null;
  return (
    <FormDialog<BackupSettings>
      title="备份设置"
      verb="保存"
      busy={save.running}
      initialValues={data}
      width={600}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item
        name="secondFolder"
        label="第二备份位置"
        extra="U 盘或网络文件夹的完整路径，例如 E:\备份；程序在里面建一个“消安办工作台备份”文件夹。不在的时候跳过，回来后自动补上。"
      >
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <div className={styles.quarters}>
        <Count name={['thinning', 'allDays']} label="全部保留" unit="天" />
        <Count name={['thinning', 'daily']} label="以后每天一份" unit="份" />
        <Count name={['thinning', 'weekly']} label="再每周一份" unit="份" />
        <Count name={['thinning', 'monthly']} label="再每月一份" unit="份" />
      </div>
      <p className={styles.note}>多出来的旧备份自动清理；最新的、24 小时以内的和升级前最后的一份总是留着。</p>
      <div className={styles.halves}>
        <Count name={['importRows']} label="导入多少行以上，先备份" unit="行" />
        <Count
          name={['orphanDays']}
          label="没有用到的附件保留"
          unit="天"
          extra="数据、日志、备份都不用的才清理。"
        />
      </div>
    </FormDialog>
  );
}

interface CountProps {
  name: string[];
  label: string;
  unit: string;
  extra?: string;
}

function Count({ name, label, unit, extra }: CountProps) {
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[{ required: true, message: '请填写整数' }]}>
      <InputNumber min={1} precision={0} suffix={unit} style={{ width: '100%' }} />
    </Form.Item>
  );
}
