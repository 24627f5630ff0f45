import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import type { OfficeSettings } from '#shared/contract/office.ts';
import { api, client } from '#renderer/app/client.ts';
import { useRight, useSession } from '#renderer/app/session.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { useFollowingForm } from '#renderer/ui/following-form.ts';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from './office-page.module.css';

const limits = { name: 60, exportFolder: 500 };

/** What the office is called and where its files go. */
export function OfficePage() {
  const settings = useQuery(api.office.settings.queryOptions({ meta: { tables: ['setting'] } }));
  return (
    <PageFrame title="办公室" body="text">
      <QueryView query={settings}>
        {(data) => (
          <>
            <OfficeForm settings={data} />
            <AboutProgram />
          </>
        )}
      </QueryView>
    </PageFrame>
  );
}

type Edited = Pick<OfficeSettings, 'name' | 'exportFolder'>;

interface Patch {
  base: Partial<Edited>;
  set: Partial<Edited>;
}

function OfficeForm({ settings }: { settings: OfficeSettings }) {
  const mayEdit = useRight('manageOffice');
  const [form] = Form.useForm<Edited>();
  const { name, exportFolder } = settings;
  const stored = { name, exportFolder };
  const { standsOn } = useFollowingForm(form, stored);
  const { save, saving, dialog } = usePatchWithConflicts(
    ({ base, set }: Patch, options) =>
      client.office.update({ ...stored, ...set, base: { ...stored, ...base } }, options),
    {
      success: '已保存办公室设置',
      labels: { name: '办公室名称', exportFolder: '导出文件夹' },
      onTheirs: (values) => form.setFieldsValue(values),
    },
  );
  return (
    <Sheet>
      <Form
        form={form}
        className={styles.form ?? ''}
        layout="vertical"
        requiredMark={false}
        disabled={!mayEdit}
        initialValues={stored}
        onFinish={(values) => save({ base: standsOn(), set: values })}
      >
        <Form.Item
          name="name"
          label="办公室名称"
          rules={[{ required: true, whitespace: true, message: '请填写办公室名称' }]}
        >
          <Input maxLength={limits.name} />
        </Form.Item>
        <Form.Item
          name="exportFolder"
          label="导出文件夹"
          extra="导出的表格和文件都放在这里，每次导出后可以直接打开。"
        >
          <Input maxLength={limits.exportFolder} />
        </Form.Item>
        <Form.Item label="城市" className={styles.last ?? ''}>
          <span>{settings.cityName}</span>
        </Form.Item>
        {mayEdit ? (
          <Button type="primary" htmlType="submit" loading={saving}>
            保存
          </Button>
        ) : (
          <span className={styles.quiet}>只有办公室主任和系统管理员可以修改。</span>
        )}
      </Form>
      {dialog}
    </Sheet>
  );
}

function AboutProgram() {
  const { version, dataFolder } = useSession();
  return (
    <Sheet title="关于本程序">
      <FactList
        facts={[
          ['版本', version],
          [
            '数据文件夹',
            <span key="folder" className={styles.folder}>
              {dataFolder}
            </span>,
          ],
        ]}
      />
    </Sheet>
  );
}
