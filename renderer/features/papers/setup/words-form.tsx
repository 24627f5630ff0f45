import { Button, Checkbox, Form, Input } from 'antd';
import { useId } from 'react';
import type { PaperSettings } from '#shared/contract/paper-setup.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { useFollowingForm } from '#renderer/ui/following-form.ts';

interface WordsFormProps {
  stored: PaperSettings;
  /** What stands in new papers where nothing is entered. */
  effective: PaperSettings;
}

/** Names in head and signature, 抄送, 联系人: what every new paper begins with. */
export function WordsForm({ stored, effective }: WordsFormProps) {
  const id = useId();
  const mayEdit = useRight('editPapers');
  const [form] = Form.useForm<PaperSettings>();
  useFollowingForm(form, stored);
  const update = useOperation(client.papers.updateSettings, { success: '已保存', undoable: true });
  return (
    <Form<PaperSettings>
      form={form}
      id={id}
      name={id}
      labelCol={{ flex: '150px' }}
      labelAlign="left"
      colon={false}
      disabled={!mayEdit}
      initialValues={stored}
      onFinish={(values) => void update.run(values)}
    >
      <Form.Item name="area" label="机关代字的地名" extra={`不填就是“${effective.area}”，文号里的{地}`}>
        <Input maxLength={6} style={{ width: 120 }} />
      </Form.Item>
      <Form.Item name="officeMark" label="办公室名称" extra="印在版头和落款">
        <Input maxLength={40} placeholder={effective.officeMark} />
      </Form.Item>
      <Form.Item name="committeeMark" label="委员会名称" extra="以委员会名义发文时印在版头和落款">
        <Input maxLength={40} placeholder={effective.committeeMark} />
      </Form.Item>
      <Form.Item name="printer" label="印发机关">
        <Input maxLength={60} placeholder={effective.printer} />
      </Form.Item>
      <Form.Item name="copyTo" label="抄送">
        <Input.TextArea maxLength={2_000} rows={2} placeholder="市委办公室，市政府办公室" />
      </Form.Item>
      <Form.Item name="contactPerson" label="联系人">
        <Input maxLength={30} style={{ width: 200 }} />
      </Form.Item>
      <Form.Item name="contactPhone" label="联系电话">
        <Input maxLength={40} style={{ width: 200 }} />
      </Form.Item>
      <Form.Item name="seal" label="盖章" valuePropName="checked">
        <Checkbox>新公文留出盖章的位置</Checkbox>
      </Form.Item>
      {mayEdit && (
        <Form.Item label=" ">
          <Button type="primary" htmlType="submit" loading={update.running}>
            保存
          </Button>
        </Form.Item>
      )}
    </Form>
  );
}
