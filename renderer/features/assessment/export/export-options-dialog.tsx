import { useQuery } from '@tanstack/react-query';
import { Checkbox, Collapse, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useId } from 'react';
import type { ExportOptions } from '#shared/contract/export-options.ts';
import { api } from '#renderer/app/client.ts';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import styles from './export-options-dialog.module.css';

interface ExportOptionsDialogProps {
  periodUid: string;
  busy: boolean;
  /** Proposed in place of the last one. */
  fileName?: string;
  onExport: (options: ExportOptions) => void;
  onClose: () => void;
}

/** What the workbook says besides the scores; remembered for the next export. */
export function ExportOptionsDialog({
  periodUid,
  busy,
  fileName,
  onExport,
  onClose,
}: ExportOptionsDialogProps) {
  const formId = useId();
  const options = useQuery({
    ...api.assessment.exportOptions.queryOptions({ input: { periodUid } }),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Modal
      open
      width={720}
      style={{ top: 32 }}
      title="导出设置"
      okText="导出"
      cancelText="取消"
      confirmLoading={busy}
      okButtonProps={{ htmlType: 'submit', form: formId, disabled: options.data === undefined }}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <QueryView query={options}>
        {(data) => (
          <OptionsForm
            formId={formId}
            options={fileName === undefined ? data : { ...data, fileName }}
            startsAtFileName={fileName !== undefined}
            onExport={onExport}
          />
        )}
      </QueryView>
    </Modal>
  );
}

interface FormValues extends Omit<ExportOptions, 'date'> {
  date: Dayjs;
}

interface OptionsFormProps {
  formId: string;
  options: ExportOptions;
  startsAtFileName: boolean;
  onExport: (options: ExportOptions) => void;
}

const fileField = { maxLength: 80, suffix: '.xlsx' };

function OptionsForm({ formId, options, startsAtFileName, onExport }: OptionsFormProps) {
  return (
    <Form<FormValues>
      id={formId}
      name={formId}
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...options, date: dayjs(options.date) }}
      onFinish={(values) => onExport({ ...values, date: values.date.format('YYYY-MM-DD') })}
    >
      <Form.Item
        name="title"
        label="标题"
        extra="各表在后面加“结果汇总表”“结果名单”“评分表”"
        rules={[{ required: true, whitespace: true, message: '请填写标题' }]}
      >
        {startsAtFileName ? <Input maxLength={100} /> : <FirstField maxLength={100} />}
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="unit" label="填报单位">
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="date" label="日期" rules={[{ required: true, message: '请选择日期' }]}>
          <DatePicker allowClear={false} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="signatures" label="表下的签名栏" extra="输入一项按回车，最多 6 项">
        <Select mode="tags" open={false} suffixIcon={null} maxCount={6} tokenSeparators={['、', ',', '，']} />
      </Form.Item>
      <Form.Item
        name="fileName"
        label="文件名"
        rules={[{ required: true, whitespace: true, message: '请填写文件名' }]}
      >
        {startsAtFileName ? <FirstField {...fileField} /> : <Input {...fileField} />}
      </Form.Item>
      <Form.Item name="losses" valuePropName="checked">
        <Checkbox>附失分分析：失分情况、失分指标、失分明细、结果说明</Checkbox>
      </Form.Item>
      <Collapse
        size="small"
        items={[
          {
            key: 'columns',
            label: '栏目名',
            forceRender: true,
            children: <ColumnFields names={Object.keys(options.columnNames)} />,
          },
        ]}
      />
    </Form>
  );
}

function ColumnFields({ names }: { names: readonly string[] }) {
  return (
    <div className={styles.columns}>
      {names.map((name) => (
        <Form.Item
          key={name}
          name={['columnNames', name]}
          label={name}
          rules={[{ required: true, whitespace: true, message: '请填写栏目名' }]}
        >
          <Input maxLength={20} />
        </Form.Item>
      ))}
    </div>
  );
}
