import { Form, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useMemo } from 'react';
import type { OrganizationNode } from '#shared/contract/organizations.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from '../form-rows.module.css';
import { FromFields } from '../how-fields.tsx';
import { toDay } from '../model/days.ts';
import { NameFields } from '../name-fields.tsx';
import { OrganizationSelect } from '../organization-select.tsx';
import { useOrganizationsPage } from '../use-organizations.ts';

interface Values {
  kind: 'new' | 'existing';
  name: string;
  shortName?: string;
  into: string;
  from: dayjs.Dayjs;
  document?: string;
  /** uid of the one whose scores go along, or stay. */
  scores: string;
}

const STAY = 'stay';

/** Several become one: who, from when, and where the running scores go. */
export function MergeDialog({ nodes, onClose }: { nodes: OrganizationNode[]; onClose: () => void }) {
  const { select } = useOrganizationsPage();
  const merge = useOperation(client.organizations.merge, { undoable: true, success: '已合并' });
  const [first] = nodes;
  const filter = useMemo(() => {
    const level = nodes[0]?.level;
    return (node: OrganizationNode) => node.level === level;
  }, [nodes]);
  if (first === undefined) return null;
  const alone = nodes.length === 1;

  async function submit(values: Values): Promise<void> {
    const from = toDay(values.from);
    if (from === null || first?.parentUid === undefined || first.parentUid === null) return;
    const { name, shortName = '' } = values;
    const into =
      values.kind === 'existing'
        ? { uid: values.into }
        : { new: { name, shortName, parentUid: first.parentUid, marks: [] } };
    const outcome = await merge.run({
      uids: nodes.map((node) => node.uid),
      into,
      from,
      document: values.document ?? '',
      scoresOf: values.scores === STAY ? null : values.scores,
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
      busy={merge.running}
      initialValues={{
        kind: alone ? 'existing' : 'new',
        from: dayjs(),
        scores: STAY,
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
      <Form.Item<Values> noStyle shouldUpdate={(before, now) => before.kind !== now.kind}>
        {(form) =>
          form.getFieldValue('kind') === 'existing' ? (
            <Form.Item name="into" label="并入" rules={[{ required: true, message: '请选择并入哪个机构' }]}>
              <OrganizationSelect label="并入的机构" filter={filter} />
            </Form.Item>
          ) : (
            <NameFields shortNameOptional />
          )
        }
      </Form.Item>
      <FromFields label="从哪一天起" />
      <Form.Item name="scores" label="正在进行的考核的分数">
        <Select
          options={[
            { value: STAY, label: '留在原机构名下' },
            ...nodes.map((node) => ({ value: node.uid, label: `“${node.name}”的分数转给合并后的机构` })),
          ]}
        />
      </Form.Item>
    </FormDialog>
  );
}
