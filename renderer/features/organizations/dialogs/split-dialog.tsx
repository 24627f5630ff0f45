import { Button, Checkbox, Form, Input, Select, Space } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { OrganizationNode } from '#shared/contract/organizations.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from '../form-rows.module.css';
import { FromFields } from '../how-fields.tsx';
import { toDay } from '../model/days.ts';
import { type Answers, splitGifts, splitQuestions } from '../model/hand-over.ts';
import { useOrganizationsPage } from '../use-organizations.ts';
import { HandOverFields, useOpenItems } from './hand-over-fields.tsx';

interface Part {
  name: string;
  shortName?: string;
  /** Children that go to this one. */
  children?: string[];
}

interface Values {
  parts: Part[];
  keep: boolean;
  from: dayjs.Dayjs;
  document?: string;
}

/** One becomes several: their names, who gets which children, where what is still open goes. */
export function SplitDialog({ node, onClose }: { node: OrganizationNode; onClose: () => void }) {
  const { index, select } = useOrganizationsPage();
  const split = useOperation(client.organizations.split, { undoable: true, success: '已拆分' });
  const [form] = Form.useForm<Values>();
  const [answers, setAnswers] = useState<Answers>({});
  const { items, isPending } = useOpenItems(
    [node.uid],
    toDay(Form.useWatch('from', { form, preserve: true })),
  );
  const parts: readonly (Part | undefined)[] = Form.useWatch('parts', { form, preserve: true }) ?? [];
  const questions = splitQuestions(items, {
    name: node.name,
    parts: parts.map((part, place) => part?.name?.trim() || `第 ${place + 1} 个`),
    keep: Form.useWatch('keep', { form, preserve: true }) ?? false,
  });
  const children = index.childrenOf(node.uid);
  const { parentUid } = node;

  async function submit({ parts: named, keep, from, document = '' }: Values): Promise<void> {
    const day = toDay(from);
    if (day === null || parentUid === null) return;
    const outcome = await split.run({
      uid: node.uid,
      into: named.map(({ name, shortName = '' }) => ({
        new: { name, shortName, parentUid, marks: [...node.marks] },
      })),
      keep,
      from: day,
      document,
      children: named.flatMap((part, to) => (part.children ?? []).map((uid) => ({ uid, to }))),
      handOver: splitGifts(questions, items, answers),
    });
    if (!outcome.done) return;
    onClose();
    const [first] = outcome.value.uids;
    if (first !== undefined) select(first);
  }

  return (
    <FormDialog<Values>
      title={`拆分“${node.name}”`}
      verb="拆分"
      width={720}
      form={form}
      busy={split.running || isPending}
      initialValues={{ parts: [{ name: '' }, { name: '' }], keep: false, from: dayjs() }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.List name="parts">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field, place) => (
              <PartFields
                key={field.key}
                place={place}
                options={children.map((child) => ({ value: child.uid, label: child.name }))}
                {...(fields.length > 1 ? { onRemove: () => remove(field.name) } : {})}
              />
            ))}
            <Button type="dashed" block style={{ marginBottom: 16 }} onClick={() => add({ name: '' })}>
              再加一个
            </Button>
          </>
        )}
      </Form.List>
      {children.length > 0 && (
        <p className={styles.says}>没有选到的下级：保留原机构时留在原处，否则转到第一个新机构。</p>
      )}
      <Form.Item name="keep" valuePropName="checked">
        <Checkbox>保留“{node.name}”，只是从中分出</Checkbox>
      </Form.Item>
      <FromFields label="从哪一天起" />
      <HandOverFields questions={questions} answers={answers} onAnswer={setAnswers} />
    </FormDialog>
  );
}

interface PartFieldsProps {
  place: number;
  options: { value: string; label: string }[];
  onRemove?: () => void;
}

function PartFields({ place, options, onRemove }: PartFieldsProps) {
  return (
    <Space align="start" style={{ display: 'flex' }}>
      <Form.Item
        name={[place, 'name']}
        label={`第 ${place + 1} 个的名称`}
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <Input maxLength={60} autoComplete="off" style={{ width: 180 }} />
      </Form.Item>
      <Form.Item name={[place, 'shortName']} label="简称(可不填)">
        <Input maxLength={30} autoComplete="off" style={{ width: 110 }} />
      </Form.Item>
      <Form.Item name={[place, 'children']} label="分到的下级" hidden={options.length === 0}>
        <Select
          mode="multiple"
          maxTagCount="responsive"
          style={{ width: 240 }}
          options={options}
          optionFilterProp="label"
        />
      </Form.Item>
      {onRemove !== undefined && (
        <Form.Item label=" ">
          <Button type="text" onClick={onRemove}>
            去掉
          </Button>
        </Form.Item>
      )}
    </Space>
  );
}
