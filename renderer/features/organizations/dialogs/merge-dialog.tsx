import { Form, Radio } from 'antd';
import dayjs from 'dayjs';
import { useMemo, useState } from 'react';
import type { OrganizationNode } from '#shared/contract/organizations.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from '../form-rows.module.css';
import { FromFields } from '../how-fields.tsx';
import { toDay } from '../model/days.ts';
import { type Answers, mergeGifts, mergeQuestions } from '../model/hand-over.ts';
import { NameFields } from '../name-fields.tsx';
import { OrganizationSelect } from '../organization-select.tsx';
import { useOrganizationsPage } from '../use-organizations.ts';
import { HandOverFields, useOpenItems } from './hand-over-fields.tsx';

interface Values {
  kind: 'new' | 'existing';
  name: string;
  shortName?: string;
  into: string;
  from: dayjs.Dayjs;
  document?: string;
}

/** Several become one: who, from when, and where what is still open goes. */
export function MergeDialog({ nodes, onClose }: { nodes: OrganizationNode[]; onClose: () => void }) {
  const { index, select } = useOrganizationsPage();
  const merge = useOperation(client.organizations.merge, { undoable: true, success: '已合并' });
  const [form] = Form.useForm<Values>();
  const [answers, setAnswers] = useState<Answers>({});
  const [first] = nodes;
  const alone = nodes.length === 1;
  const kind = Form.useWatch('kind', { form, preserve: true }) ?? (alone ? 'existing' : 'new');
  const target = Form.useWatch('into', { form, preserve: true });
  const into = kind === 'existing' ? (target ?? null) : null;
  const from = toDay(Form.useWatch('from', { form, preserve: true }));
  const uids = nodes.map((node) => node.uid);
  const { items, isPending } = useOpenItems([...new Set(into === null ? uids : [...uids, into])], from);
  const questions = mergeQuestions(items, into, (uid) => index.byUid.get(uid)?.name ?? '');
  const filter = useMemo(() => {
    const level = nodes[0]?.level;
    return (node: OrganizationNode) => node.level === level;
  }, [nodes]);
  if (first === undefined) return null;

  async function submit(values: Values): Promise<void> {
    const day = toDay(values.from);
    if (day === null || first?.parentUid === undefined || first.parentUid === null) return;
    const { name, shortName = '' } = values;
    const successor =
      values.kind === 'existing'
        ? { uid: values.into }
        : { new: { name, shortName, parentUid: first.parentUid, marks: [] } };
    const outcome = await merge.run({
      uids,
      into: successor,
      from: day,
      document: values.document ?? '',
      handOver: mergeGifts(questions, items, answers),
    });
    if (!outcome.done) return;
    onClose();
    select(outcome.value.uid);
  }

  return (
    <FormDialog<Values>
      title={`合并：${nodes.map((node) => node.name).join('、')}`}
      verb="合并"
      width={600}
      form={form}
      busy={merge.running || isPending}
      initialValues={{
        kind: alone ? 'existing' : 'new',
        from: dayjs(),
        ...(alone ? {} : { into: first.uid }),
      }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p className={styles.says}>
        被合并的机构从这一天起撤销，下级机构转到合并后的机构；以前的记录按原样保留。
      </p>
      <Form.Item name="kind" label="合并成">
        <Radio.Group
          options={[
            { value: 'new', label: '一个新机构' },
            { value: 'existing', label: '并入现有机构' },
          ]}
        />
      </Form.Item>
      {kind === 'existing' ? (
        <Form.Item name="into" label="并入" rules={[{ required: true, message: '请选择并入哪个机构' }]}>
          <OrganizationSelect label="并入的机构" filter={filter} />
        </Form.Item>
      ) : (
        <NameFields shortNameOptional />
      )}
      <FromFields label="从哪一天起" />
      <HandOverFields questions={questions} answers={answers} onAnswer={setAnswers} />
    </FormDialog>
  );
}
