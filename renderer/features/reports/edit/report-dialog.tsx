import { Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { ReportDefinition, ReportFields } from '#shared/contract/reports.ts';
import { calendarKinds, spanKindNames } from '#shared/rules/reports/span.ts';
import { type RowKind, rowKindNames, rowKinds } from '#shared/rules/reports/table.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import { useMeasures } from '../use-reports.ts';
import styles from '../reports.module.css';
import { ColumnLines } from './column-lines.tsx';

interface ReportDialogProps {
  /** Null: a new one. */
  report: ReportDefinition | null;
  /** What a new one is like. */
  like?: ReportDefinition;
  onDone: (uid: string) => void;
  onClose: () => void;
}

const labels: Readonly<Record<keyof ReportFields, string>> = {
  name: '名称',
  rowKind: '每行',
  hidesEmpty: '没有数的行',
  columns: '栏目',
  cycle: '周期',
  source: '依据',
  validFrom: '施行日期',
  validTo: '停用日期',
};

const empty: ReportFields = {
  name: '',
  rowKind: 'county',
  hidesEmpty: false,
  columns: [],
  cycle: 'quarter',
  source: '',
  validFrom: null,
  validTo: null,
};

const rowOptions = rowKinds.map((value) => ({ value, label: rowKindNames[value] }));
const cycleOptions = calendarKinds.map((value) => ({ value, label: spanKindNames[value] }));

/** What a report is made of. */
export function ReportDialog({ report, like, onDone, onClose }: ReportDialogProps) {
  const [form] = Form.useForm<ReportFields>();
  const rowKind = Form.useWatch('rowKind', form) as RowKind | undefined;
  const measures = useMeasures() ?? [];
  const add = useOperation(client.reports.add, { success: '已新建统计报表', undoable: true });
  const update = usePatchWithConflicts(client.reports.update, {
    success: '已保存统计报表',
    labels,
    format: formatted,
    onSaved: () => report !== null && onDone(report.uid),
  });
  // As it was when the dialog opened: what others save meanwhile is a conflict, not the base of this change.
  const [{ uid, ...base }] = useState(report ?? { ...empty, ...like, uid: '' });
  const initial: ReportFields = like === undefined ? base : { ...base, name: `${base.name}(二)` };

  async function submit(set: ReportFields): Promise<void> {
    if (report !== null) return update.save({ uid, base, set });
    const outcome = await add.run(set);
    if (outcome.done) onDone(outcome.value.uid);
  }

  return (
    <>
      <FormDialog<ReportFields>
        title={report === null ? '新建统计报表' : '修改统计报表'}
        verb={report === null ? '新建' : '保存'}
        width={760}
        busy={add.running || update.saving}
        form={form}
        initialValues={initial}
        onSubmit={(values) => void submit(values)}
        onClose={onClose}
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, message: '请填写报表名称' }]}>
          <Input
            maxLength={60}
            autoComplete="off"
            placeholder="印在表头上，例如：火灾隐患排查整治情况统计表"
          />
        </Form.Item>
        <div className={styles.fields}>
          <Form.Item name="rowKind" label="每行">
            <Select options={rowOptions} />
          </Form.Item>
          <Form.Item name="cycle" label="周期">
            <Select options={cycleOptions} />
          </Form.Item>
          <Form.Item name="hidesEmpty" valuePropName="checked" label="没有数的行">
            <Checkbox>不列出</Checkbox>
          </Form.Item>
        </div>
        <Form.Item
          name="columns"
          label="栏目"
          rules={[{ required: true, type: 'array', min: 1, message: '请至少选择一个栏目' }]}
        >
          <ColumnLines measures={measures} rowKind={rowKind ?? initial.rowKind} />
        </Form.Item>
        <Form.Item name="source" label="依据">
          <Input maxLength={200} autoComplete="off" placeholder="要求报这张表的文件、文号" />
        </Form.Item>
        <div className={styles.fields}>
          <Form.Item name="validFrom" label="施行日期">
            <DayField allowClear />
          </Form.Item>
          <Form.Item name="validTo" label="停用日期">
            <DayField allowClear />
          </Form.Item>
        </div>
      </FormDialog>
      {update.dialog}
    </>
  );
}

function formatted(field: string, value: unknown): string {
  if (field === 'columns' && Array.isArray(value)) return `${value.length} 栏`;
  if (field === 'rowKind') return rowKindNames[value as RowKind];
  if (field === 'cycle') return spanKindNames[value as ReportFields['cycle']];
  if (field === 'hidesEmpty') return value === true ? '不列出' : '列出';
  return typeof value === 'string' && value !== '' ? value : '(空)';
}
