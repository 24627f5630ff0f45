import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { addDays, localDay } from '#shared/calendar/days.ts';
import type { OfferedOrigin } from '#shared/contract/collections.ts';
import type { DesignedForm } from '#shared/rules/collections/definition.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { DesignField } from './design-field.tsx';
import { designProblem, emptyDesign } from './design.ts';
import { UnitChoice } from './unit-choice.tsx';
import { useOrigins, useProposal } from '../use-collections.ts';

interface Values {
  origin: string;
  title: string;
  form: DesignedForm;
  /** Null: those who are usually asked. */
  organizationUids: string[] | null;
  dueOn: string;
  instruction: string;
}

const ownForm: OfferedOrigin = {
  origin: { kind: 'form' },
  name: '自定义表格',
  title: '',
  instruction: '',
};
const USUAL_DAYS = 7;

/** What is handed out, to whom, until when. */
export function CreateDialog({
  onCreated,
  onClose,
}: {
  onCreated: (uid: string) => void;
  onClose: () => void;
}) {
  const [form] = Form.useForm<Values>();
  const [usual] = useState(usualValues);
  const offered = [ownForm, ...(useOrigins().data ?? [])];
  const create = useOperation(client.collections.create, { success: '已新增，可以下发了', undoable: true });
  const nameOfOrigin = Form.useWatch('origin', form) ?? ownForm.name;
  const chosen = offered.find(({ name }) => name === nameOfOrigin) ?? ownForm;
  const isOwn = chosen.origin.kind === 'form';
  const units = useProposal(chosen.origin).data?.units ?? null;
  const usualUnits = (units ?? []).filter((unit) => unit.isUsual).map((unit) => unit.organizationUid);

  /** What the clerk has written himself stays. */
  function chooseOrigin(name: string): void {
    const next = offered.find((each) => each.name === name) ?? ownForm;
    form.setFieldsValue({ title: next.title, instruction: next.instruction, organizationUids: null });
  }

  async function submit(values: Values): Promise<void> {
    const { title, organizationUids, dueOn, instruction } = values;
    const outcome = await create.run({
      title,
      origin: chosen.origin,
      organizationUids: organizationUids ?? usualUnits,
      dueOn,
      instruction,
      form: isOwn ? values.form : null,
    });
    if (outcome.done) onCreated(outcome.value.uid);
  }

  return (
    <FormDialog<Values>
      title="新增下发"
      verb="新增"
      width={900}
      kept="forms/collection"
      busy={create.running}
      form={form}
      initialValues={usual}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="origin" label="填报什么">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={offered.map(({ name }) => ({ value: name, label: name }))}
          onChange={chooseOrigin}
        />
      </Form.Item>
      <Form.Item name="title" label="名称" rules={[{ required: true, message: '请填写名称' }]}>
        <Input maxLength={60} placeholder="例如：第四季度火灾隐患排查情况统计" />
      </Form.Item>
      <Form.Item
        name="form"
        label="表里有哪些栏"
        hidden={!isOwn}
        rules={[{ validator: (_rule, design: DesignedForm) => checkDesign(isOwn ? design : null) }]}
      >
        <DesignField />
      </Form.Item>
      <Form.Item
        name="organizationUids"
        label="下发给"
        rules={[{ validator: (_rule, uids: string[] | null) => checkUnits(uids ?? usualUnits) }]}
      >
        <UnitChoice units={units} usual={usualUnits} />
      </Form.Item>
      <Form.Item name="dueOn" label="请何时交回">
        <DayField />
      </Form.Item>
      <Form.Item name="instruction" label="填报要求" extra="印在每个单位的表的第一页">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2_000} />
      </Form.Item>
    </FormDialog>
  );
}

function usualValues(): Values {
  return {
    origin: ownForm.name,
    title: '',
    form: emptyDesign(),
    organizationUids: null,
    dueOn: addDays(localDay(Date.now()), USUAL_DAYS),
    instruction: '',
  };
}

async function checkUnits(uids: readonly string[]): Promise<void> {
  if (uids.length === 0) throw new Error('请选择单位');
}

async function checkDesign(design: DesignedForm | null): Promise<void> {
  const problem = design === null ? null : designProblem(design);
  if (problem !== null) throw new Error(problem);
}
