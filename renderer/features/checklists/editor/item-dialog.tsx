import { Form, Input, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import {
  type ItemFields,
  itemKindNames,
  itemKinds,
  type PlacedItem,
} from '#shared/rules/checklists/model.ts';
import { severities, severityNames } from '#shared/rules/findings/model.ts';
import { client } from '#renderer/app/client.ts';
import { CitationField } from '#renderer/features/library/citation-field.tsx';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from '../checklists.module.css';
import { itemLabels } from '../words.ts';

interface ItemDialogProps {
  item: PlacedItem;
  onClose: () => void;
}

/** All of one line: what is asked, and what follows from an answer 不符合. */
export function ItemDialog({ item, onClose }: ItemDialogProps) {
  const [form] = Form.useForm<ItemFields>();
  const [seen] = useState(() => fieldsOf(item));
  const kind = Form.useWatch('kind', form) ?? seen.kind;
  const severity = Form.useWatch('severity', form) ?? seen.severity;
  const { save, saving, dialog } = usePatchWithConflicts(client.checklists.updateItem, {
    success: '已保存',
    labels: itemLabels,
    format: fieldText,
    onSaved: onClose,
  });

  return (
    <>
      <FormDialog<ItemFields>
        title={`修改${itemKindNames[seen.kind]}`}
        verb="保存"
        width={640}
        form={form}
        busy={saving}
        initialValues={seen}
        // Fields that are not shown keep what they had.
        onSubmit={(values) => save({ uid: item.uid, ...changesBetween(seen, { ...seen, ...values }) })}
        onClose={onClose}
      >
        <Form.Item name="kind" label={itemLabels.kind}>
          <Segmented options={itemKinds.map((value) => ({ value, label: itemKindNames[value] }))} />
        </Form.Item>
        <Form.Item
          name="text"
          label={itemLabels.text}
          rules={[{ required: true, whitespace: true, message: '请填写检查内容' }]}
        >
          <FirstField maxLength={300} autoComplete="off" />
        </Form.Item>
        {kind === 'question' && (
          <>
            <Form.Item name="article" label="条款(不符合时违反的)">
              <CitationField placeholder="输入条文里的词选条款，或直接写《中华人民共和国消防法》第二十八条" />
            </Form.Item>
            <div className={styles.pair}>
              <Form.Item name="demand" label={itemLabels.demand} className={styles.wide ?? ''}>
                <Input maxLength={300} autoComplete="off" />
              </Form.Item>
              <Form.Item name="dueDays" label="整改期限(天，0 为当场)">
                <InputNumber min={0} max={365} precision={0} style={{ width: 150 }} />
              </Form.Item>
            </div>
            <Form.Item name="severity" label={itemLabels.severity}>
              <Segmented options={severities.map((value) => ({ value, label: severityNames[value] }))} />
            </Form.Item>
            {severity === 'major' && (
              <Form.Item name="element" label="判定要素(GB 35181)">
                <Input.TextArea maxLength={200} rows={2} />
              </Form.Item>
            )}
          </>
        )}
      </FormDialog>
      {dialog}
    </>
  );
}

function fieldsOf({ kind, text, article, demand, dueDays, severity, element }: PlacedItem): ItemFields {
  return { kind, text, article, demand, dueDays, severity, element };
}

function fieldText(field: string, value: unknown): string {
  if (value === null || value === '') return '(空)';
  if (field === 'kind') return value === 'section' ? itemKindNames.section : itemKindNames.question;
  if (field === 'severity') return value === 'major' ? severityNames.major : severityNames.ordinary;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
