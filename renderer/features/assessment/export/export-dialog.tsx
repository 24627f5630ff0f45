import { Collapse, DatePicker, Form, Modal, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useState } from 'react';
import type { KeptForm } from '#shared/contract/export-forms.ts';
import { type ExportForm, filledForm, withPeriodPlace } from '#shared/rules/assessment/export-form/model.ts';
import { formProblems, keptFormProblems } from '#shared/rules/assessment/export-form/problems.ts';
import { useFocusBack } from '#renderer/ui/use-focus-back.ts';
import { isSameForm } from '../forms/form-changes.ts';
import { FormEditor } from '../forms/form-editor.tsx';
import { FormText } from '../forms/form-text.tsx';
import styles from './export-dialog.module.css';

export interface ExportChoice {
  kept: KeptForm;
  /** Changed in the dialog, with the period's name in it; null: as it is kept. */
  changed: ExportForm | null;
  /** The change is kept in the form; else it is for this once. */
  forGood: boolean;
  /** Null: today. */
  date: string | null;
}

interface ExportDialogProps {
  periodTitle: string;
  forms: readonly KeptForm[];
  /** What it opens with: the last choice with another file name, after one that could not be written. */
  start: ExportChoice | null;
  busy: boolean;
  onExport: (choice: ExportChoice) => void;
  onClose: () => void;
}

/** Chooses a form, and changes it for this workbook or for good. */
export function ExportDialog({ periodTitle, forms, start, busy, onExport, onClose }: ExportDialogProps) {
  useFocusBack();
  const [uid, setUid] = useState(start?.kept.uid ?? forms[0]?.uid);
  const [changed, setChanged] = useState<ExportForm | null>(start?.changed ?? null);
  const [forGood, setForGood] = useState(false);
  const [date, setDate] = useState<string | null>(start?.date ?? null);
  const kept = forms.find((form) => form.uid === uid);
  if (kept === undefined) return null;
  const own = filledForm(kept.form, periodTitle);
  const form = changed ?? own;
  const isChanged = !isSameForm(own, form);
  const isKept = isChanged && forGood;
  const problems = isKept ? keptFormProblems(withPeriodPlace(form, periodTitle)) : formProblems(form);
  const change = (part: Partial<ExportForm>): void => setChanged({ ...form, ...part });

  return (
    <Modal
      open
      width={640}
      style={{ top: 32 }}
      title="导出考核结果"
      okText="导出"
      cancelText="取消"
      confirmLoading={busy}
      okButtonProps={{ disabled: problems.length > 0 }}
      mask={{ closable: false }}
      onOk={() => onExport({ kept, changed: isChanged ? form : null, forGood, date })}
      onCancel={onClose}
    >
      <Form component={false} layout="vertical">
        <div className={styles.fields}>
          <div className={styles.pair}>
            <Form.Item label="导出格式">
              <Select
                aria-label="导出格式"
                value={kept.uid}
                options={forms.map(({ uid: value, name }) => ({ value, label: name }))}
                onChange={(next) => {
                  setUid(next);
                  setChanged(null);
                }}
              />
            </Form.Item>
            <Form.Item label="日期">
              <DatePicker
                aria-label="日期"
                placeholder="今天"
                style={{ width: '100%' }}
                value={date === null ? null : dayjs(date)}
                onChange={(day) => setDate(day?.format('YYYY-MM-DD') ?? null)}
              />
            </Form.Item>
          </div>
          <FormText
            place="fileName"
            label="文件名"
            suffix=".xlsx"
            form={form}
            problems={problems}
            onChange={change}
          />
          <Collapse
            size="small"
            items={[
              {
                key: 'form',
                label: '改标题、栏目、签名栏、纸张',
                children: <FormEditor form={form} problems={problems} onChange={change} />,
              },
            ]}
          />
          {isChanged && <HowLong name={kept.name} forGood={forGood} onChange={setForGood} />}
        </div>
      </Form>
    </Modal>
  );
}

interface HowLongProps {
  name: string;
  forGood: boolean;
  onChange: (forGood: boolean) => void;
}

function HowLong({ name, forGood, onChange }: HowLongProps): ReactNode {
  return (
    <Form.Item label="这些改动" className={styles.howLong ?? ''}>
      <Radio.Group
        value={forGood}
        options={[
          { value: false, label: '只用于这一次' },
          { value: true, label: `改进“${name}”，以后都这样` },
        ]}
        onChange={({ target }) => onChange(target.value === true)}
      />
    </Form.Item>
  );
}
