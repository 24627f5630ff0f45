import { Button, Form, Input, Select, Space } from 'antd';
import { useId, useState } from 'react';
import type {
  OrganizationDetail,
  OrganizationNode,
  OrganizationStateRecord,
} from '#shared/contract/organizations.ts';
import { stateNear } from '#shared/rules/organizations/history.ts';
import { client } from '#renderer/app/client.ts';
import { useFollowingForm } from '#renderer/ui/following-form.ts';
import { ChangeDialog } from './dialogs/change-dialog.tsx';
import { changedFields, type EditedFields } from './model/changed-fields.ts';
import { useOrganizationsPage } from './use-organizations.ts';
import { usePatch } from './use-patch.tsx';

interface DetailsFormProps {
  node: OrganizationNode;
  detail: OrganizationDetail;
}

/** Name, short name and marks of the day that is looked at. */
export function DetailsForm({ node, detail }: DetailsFormProps) {
  const { day, today } = useOrganizationsPage();
  const state = stateNear(detail.states, day ?? today);
  return state === undefined ? null : <StateForm node={node} state={state} asksHow={detail.asksHow} />;
}

interface StateFormProps {
  node: OrganizationNode;
  state: OrganizationStateRecord;
  asksHow: boolean;
}

/** What was typed, and what stood in the fields before. */
interface Asked {
  before: EditedFields;
  set: Partial<EditedFields>;
}

function StateForm({ node, state, asksHow }: StateFormProps) {
  const { marks, mayEdit } = useOrganizationsPage();
  const [form] = Form.useForm<EditedFields>();
  const formId = useId();
  const [asking, setAsking] = useState<Asked | null>(null);
  const { save, saving, dialog } = usePatch(client.organizations.correct, {
    success: '已更正',
    onTheirs: (values) => form.setFieldsValue(values),
  });
  const stored: EditedFields = { name: state.name, shortName: state.shortName, marks: state.marks };
  const { standsOn, giveUp } = useFollowingForm(form, stored);

  function submit(values: EditedFields): void {
    const before = standsOn();
    const { base, set } = changedFields(before, values);
    if (Object.keys(set).length === 0) return;
    if (asksHow) setAsking({ before, set });
    else void save({ uid: state.uid, base, set });
  }

  function askChange(): void {
    const before = standsOn();
    setAsking({ before, set: changedFields(before, form.getFieldsValue()).set });
  }

  return (
    <>
      <Form<EditedFields>
        form={form}
        id={formId}
        name={formId}
        labelCol={{ flex: '80px' }}
        labelAlign="left"
        colon={false}
        requiredMark={false}
        disabled={!mayEdit}
        initialValues={stored}
        onFinish={submit}
      >
        <Form.Item
          name="name"
          label="名称"
          rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="shortName"
          label="简称"
          rules={[{ required: true, whitespace: true, message: '请填写简称' }]}
        >
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
        {node.level !== 'city' && (
          <Form.Item name="marks" label="标记">
            <Select
              mode="multiple"
              placeholder="没有标记"
              optionFilterProp="label"
              options={marks.map(({ mark, name }) => ({ value: mark, label: name }))}
            />
          </Form.Item>
        )}
        {node.code !== null && <Form.Item label="区划代码">{node.code}</Form.Item>}
        {mayEdit && (
          <Form.Item label=" ">
            <Space>
              <Button type="primary" htmlType="submit" loading={saving}>
                保存
              </Button>
              <Button onClick={askChange}>从某日起变更…</Button>
            </Space>
          </Form.Item>
        )}
      </Form>
      {asking !== null && (
        <ChangeDialog
          node={node}
          stateUid={state.uid}
          before={asking.before}
          set={asking.set}
          preset={asksHow && Object.keys(asking.set).length > 0 ? 'correct' : 'change'}
          onSaved={giveUp}
          onClose={() => setAsking(null)}
        />
      )}
      {dialog}
    </>
  );
}
