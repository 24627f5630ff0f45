import { Form, Input, Select } from 'antd';
import { guessLevel } from '#shared/rules/library/read-words.ts';
import type { LibraryDetail, LibraryFields } from '#shared/contract/library.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import { EntrySelect } from './entry-select.tsx';
import styles from './library.module.css';
import { levelOptions, validityOptions } from './words.ts';

interface EntryDialogProps {
  /** To be changed; without it a new one is entered. */
  entry?: LibraryDetail;
  onSaved: (uid: string) => void;
  onClose: () => void;
}

const labels: Readonly<Record<keyof LibraryFields, string>> = {
  title: '名称',
  number: '文号',
  issuer: '发布机关',
  level: '级别',
  issuedOn: '发布日期',
  inForceFrom: '施行日期',
  inForceTo: '失效日期',
  validity: '效力',
  replacedByUid: '由哪份文件替代',
  subjects: '主题词',
  abstract: '摘要',
};

const blank: LibraryFields = {
  title: '',
  number: '',
  issuer: '',
  level: 'normative',
  issuedOn: null,
  inForceFrom: null,
  inForceTo: null,
  validity: 'valid',
  replacedByUid: null,
  subjects: '',
  abstract: '',
};

export function EntryDialog({ entry, onSaved, onClose }: EntryDialogProps) {
  const [form] = Form.useForm<LibraryFields>();
  const before = entry === undefined ? blank : fieldsOf(entry);
  const add = useOperation(client.library.add, { success: '已新增', undoable: true });
  const patch = usePatchWithConflicts(client.library.correct, {
    success: '已修改',
    labels,
    onSaved: () => onSaved(entry?.uid ?? ''),
  });
  const validity = Form.useWatch('validity', form) ?? before.validity;

  async function submit(values: LibraryFields): Promise<void> {
    const wanted = {
      ...before,
      ...values,
      replacedByUid: values.validity === 'replaced' ? (values.replacedByUid ?? null) : null,
    };
    if (entry !== undefined) {
      patch.save({ uid: entry.uid, ...changesBetween(before, wanted) });
      return;
    }
    const outcome = await add.run(wanted);
    if (outcome.done) onSaved(outcome.value.uid);
  }

  /** Until the clerk chooses, the level follows from title and number. */
  function guess(): void {
    if (entry !== undefined || form.isFieldTouched('level')) return;
    const { title, number } = form.getFieldsValue();
    form.setFieldValue('level', guessLevel(title, number));
  }

  return (
    <>
      <FormDialog<LibraryFields>
        title={entry === undefined ? '新增文件' : '修改文件'}
        verb={entry === undefined ? '新增' : '保存'}
        width={680}
        form={form}
        kept={`forms/library/${entry?.uid ?? 'new'}`}
        busy={add.running || patch.saving}
        initialValues={before}
        onSubmit={(values) => void submit(values)}
        onClose={onClose}
      >
        <Form.Item name="title" label="名称" rules={[{ required: true, message: '请填写名称' }]}>
          <FirstField maxLength={200} autoComplete="off" onBlur={guess} />
        </Form.Item>
        <div className={styles.row}>
          <Form.Item name="number" label="文号、令号或标准号" className={styles.wide ?? ''}>
            <Input maxLength={60} autoComplete="off" onBlur={guess} />
          </Form.Item>
          <Form.Item name="issuer" label="发布机关" className={styles.wide ?? ''}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="level" label="级别">
            <Select style={{ width: 124 }} options={levelOptions} />
          </Form.Item>
        </div>
        <div className={styles.row}>
          <Form.Item name="issuedOn" label="发布日期">
            <DayField allowClear />
          </Form.Item>
          <Form.Item name="inForceFrom" label="施行日期">
            <DayField allowClear />
          </Form.Item>
          <Form.Item name="inForceTo" label="失效日期">
            <DayField allowClear />
          </Form.Item>
          <Form.Item name="validity" label="效力">
            <Select style={{ width: 110 }} options={validityOptions} />
          </Form.Item>
        </div>
        {validity === 'replaced' && (
          <Form.Item name="replacedByUid" label="由哪份文件替代(可不填)">
            <EntrySelect except={entry?.uid ?? null} known={entry?.replacedBy ?? null} />
          </Form.Item>
        )}
        <Form.Item name="subjects" label="主题词(可不填，用空格隔开)">
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="abstract" label="摘要(可不填)">
          <Input.TextArea maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
      </FormDialog>
      {patch.dialog}
    </>
  );
}

function fieldsOf(entry: LibraryDetail): LibraryFields {
  const names = Object.keys(blank) as (keyof LibraryFields)[];
  return Object.fromEntries(names.map((name) => [name, entry[name]])) as unknown as LibraryFields;
}
