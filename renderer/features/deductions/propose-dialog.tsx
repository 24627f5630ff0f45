import { Alert, App, Form, Modal, Select } from 'antd';
import type { DeductionChoices } from '#shared/contract/deductions.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { GroupFields } from './group-fields.tsx';
import { firstValues, itemsOf, type ProposalValues, rowsOfChoices } from './proposal-form.ts';
import { RowFields } from './row-fields.tsx';
import { useChoices } from './use-deductions.ts';
import styles from './deductions.module.css';

interface ProposeDialogProps {
  taskUids: string[];
  onDone: () => void;
  onClose: () => void;
}

/** Where, how much and why: everything is filled in as far as task and scheme tell it. */
export function ProposeDialog({ taskUids, onDone, onClose }: ProposeDialogProps) {
  const query = useChoices(taskUids);
  if (query.data !== undefined && query.data.periods.length > 0)
    return <ProposeForm choices={query.data} onDone={onDone} onClose={onClose} />;
  return (
    <Modal open title="拟扣分" cancelText="关闭" okButtonProps={{ hidden: true }} onCancel={onClose}>
      <QueryView query={query}>
        {() => (
          <Alert
            type="info"
            showIcon
            message="正在进行的考核期里没有这些任务的责任单位"
            description="请先在“考核”里开启考核期，并把责任单位列为被考评单位；任务还没有定牵头单位的，先定牵头单位。"
          />
        )}
      </QueryView>
    </Modal>
  );
}

interface ProposeFormProps extends Omit<ProposeDialogProps, 'taskUids'> {
  choices: DeductionChoices;
}

function ProposeForm({ choices, onDone, onClose }: ProposeFormProps) {
  const { message } = App.useApp();
  const [form] = Form.useForm<ProposalValues>();
  const periodUid = Form.useWatch('periodUid', form) ?? choices.periods[0]?.uid;
  const propose = useOperation(client.deductions.propose, {
    success: ({ proposed }) => `已拟扣分 ${proposed} 项，在考核期的“拟扣分”里采纳后计入得分`,
    undoable: true,
  });
  const groups = choices.groups.filter((group) => group.periodUid === periodUid);
  const groupUids = new Set(groups.map(({ uid }) => uid));
  const rows = rowsOfChoices(choices).filter(({ object }) => groupUids.has(object.groupUid));
  const withRows = new Set(rows.map(({ taskUid }) => taskUid));
  const others = choices.tasks.filter(({ uid }) => !withRows.has(uid));

  async function submit(values: ProposalValues): Promise<void> {
    const items = itemsOf(values, rows);
    if (items.length === 0) void message.warning('没有可以拟扣分的单位，请至少选一个，或换一个指标');
    else if ((await propose.run({ items })).done) onDone();
  }

  return (
    <FormDialog<ProposalValues>
      title="拟扣分"
      verb="拟扣分"
      width={640}
      busy={propose.running}
      form={form}
      initialValues={firstValues(choices)}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="periodUid" label="考核期">
        <Select options={choices.periods.map(({ uid, title }) => ({ value: uid, label: title }))} />
      </Form.Item>
      {groups.map((group) => (
        <GroupFields key={group.uid} group={group} isNamed={groups.length > 1} form={form} />
      ))}
      <RowFields rows={rows} form={form} />
      {others.length > 0 && (
        <p className={styles.hint}>
          本期没有考核责任单位、不拟扣分的：{others.map(({ title }) => `“${title}”`).join('、')}
        </p>
      )}
      <p className={styles.hint}>任务和它的照片、反馈就是依据，不用另附。采纳以前不影响得分。</p>
    </FormDialog>
  );
}
