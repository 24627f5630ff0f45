import { Checkbox, Form } from 'antd';
import dayjs from 'dayjs';
import type { OrganizationNode } from '#shared/contract/organizations.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from '../form-rows.module.css';
import { FromFields } from '../how-fields.tsx';
import { toDay } from '../model/days.ts';
import { namesOf } from '../model/names.ts';
import { countBelow } from '../use-direct-actions.ts';
import { useOrganizationsPage } from '../use-organizations.ts';

interface Values {
  from: dayjs.Dayjs;
  document?: string;
  withDescendants: boolean;
}

/** 撤销机构: it ceases to exist; its history stays. */
export function CloseDialog({ nodes, onClose }: { nodes: OrganizationNode[]; onClose: () => void }) {
  const { index } = useOrganizationsPage();
  const below = nodes.reduce((sum, node) => sum + countBelow(index, node.uid), 0);
  const close = useOperation(client.organizations.close, {
    undoable: true,
    success: ({ closed }) => `已撤销 ${closed} 个机构`,
  });

  async function submit({ from, document = '', withDescendants }: Values): Promise<void> {
    const day = toDay(from);
    if (day === null) return;
    const uids = nodes.map((node) => node.uid);
    const outcome = await close.run({ uids, from: day, document, withDescendants });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title={`撤销机构：${namesOf(nodes)}`}
      verb="撤销机构"
      busy={close.running}
      initialValues={{ from: dayjs(), withDescendants: below > 0 }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p className={styles.says}>
        从这一天起不再有这个机构，以前的名称、考核和文件仍按原样保留。有单位接替时请改用“合并”。
      </p>
      <FromFields label="从哪一天起撤销" />
      <Form.Item name="withDescendants" valuePropName="checked" hidden={below === 0}>
        <Checkbox>连同下面的 {below} 个下级机构一起撤销</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
