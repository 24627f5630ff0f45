import { Form, Select } from 'antd';
import dayjs from 'dayjs';
import type { OrganizationNode } from '#shared/contract/organizations.ts';
import { client } from '#renderer/app/client.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { fromOf, HowFields, type HowValues } from '../how-fields.tsx';
import { changedFields, type EditedFields } from '../model/changed-fields.ts';
import { NameFields } from '../name-fields.tsx';
import { useOrganizationsPage } from '../use-organizations.ts';
import { usePatch } from '../use-patch.tsx';

interface ChangeDialogProps {
  node: OrganizationNode;
  /** The row that a 更正 changes. */
  stateUid: string;
  before: EditedFields;
  /** What was already typed. */
  set: Partial<EditedFields>;
  preset: HowValues['how'];
  onSaved: () => void;
  onClose: () => void;
}

type Values = EditedFields & HowValues;

/** 更正 or 变更 of name, short name and marks. */
export function ChangeDialog({ node, stateUid, before, set, preset, ...props }: ChangeDialogProps) {
  const { onClose } = props;
  const { marks } = useOrganizationsPage();
  const onSaved = () => {
    props.onSaved();
    onClose();
  };
  const correct = usePatch(client.organizations.correct, { success: '已更正', onSaved });
  const change = usePatch(client.organizations.change, { success: '已变更', onSaved });

  function submit(values: Values): void {
    const patch = changedFields(before, values);
    const from = fromOf(values);
    if (Object.keys(patch.set).length === 0) onClose();
    else if (from === null) void correct.save({ uid: stateUid, ...patch });
    else void change.save({ uid: node.uid, ...patch, from, document: values.document ?? '', note: '' });
  }

  return (
    <>
      <FormDialog<Values>
        title={`修改“${before.name}”`}
        verb="保存"
        width={560}
        busy={correct.saving || change.saving}
        initialValues={{ ...before, ...set, how: preset, from: dayjs() }}
        onSubmit={submit}
        onClose={onClose}
      >
        <NameFields />
        <Form.Item name="marks" label="标记" hidden={node.level === 'city'}>
          <Select
            mode="multiple"
            placeholder="没有标记"
            options={marks.map(({ mark, name }) => ({ value: mark, label: name }))}
          />
        </Form.Item>
        <HowFields />
      </FormDialog>
      {correct.dialog}
      {change.dialog}
    </>
  );
}
