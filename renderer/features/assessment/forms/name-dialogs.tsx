import { Form, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import type { KeptForm } from '#shared/contract/export-forms.ts';
import type { PeriodKind } from '#shared/contract/period-kinds.ts';
import { formLimits } from '#shared/rules/assessment/export-form/limits.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { periodKindNames } from '../names.ts';
import { useForms } from './use-forms.ts';

interface Dialog {
  onClose: () => void;
}
interface MakingDialog extends Dialog {
  onMade: (uid: string) => void;
}

interface NameValues {
  name: string;
}

/** One as an office begins with. */
export function NewDialog({
  periodKind,
  forms,
  onMade,
  onClose,
}: MakingDialog & { periodKind: PeriodKind; forms: readonly KeptForm[] }) {
  const add = useOperation(client.exportForms.add, { success: '已新增导出格式', undoable: true });

  async function submit({ name }: NameValues): Promise<void> {
    const outcome = await add.run({ periodKind, name });
    if (!outcome.done) return;
    onMade(outcome.value.uid);
    onClose();
  }

  return (
    <FormDialog<NameValues>
      title="新增导出格式"
      verb="新增"
      busy={add.running}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <NameField taken={forms} hint="例如：报市政府、报省消安办" />
    </FormDialog>
  );
}

interface CopyValues extends NameValues {
  periodKind: PeriodKind;
}

export function CopyDialog({ form, onMade, onClose }: MakingDialog & { form: KeptForm }) {
  const [fields] = Form.useForm<CopyValues>();
  const copy = useOperation(client.exportForms.copy, { success: '已复制导出格式', undoable: true });
  const target = Form.useWatch('periodKind', fields) ?? form.periodKind;
  const { data: taken = [] } = useForms(target);

  async function submit({ name, periodKind }: CopyValues): Promise<void> {
    const outcome = await copy.run({ uid: form.uid, periodKind, name });
    if (!outcome.done) return;
    if (periodKind === form.periodKind) onMade(outcome.value.uid);
    onClose();
  }

  return (
    <FormDialog<CopyValues>
      title={`复制“${form.name}”`}
      verb="复制"
      busy={copy.running}
      form={fields}
      initialValues={{ name: `${form.name}的副本`.slice(0, formLimits.name), periodKind: form.periodKind }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <NameField taken={taken} />
      <Form.Item name="periodKind" label="用于哪一类考核期">
        <Select options={Object.entries(periodKindNames).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
    </FormDialog>
  );
}

export function RenameDialog({
  form,
  forms,
  onClose,
}: Dialog & { form: KeptForm; forms: readonly KeptForm[] }) {
  const update = useOperation(client.exportForms.update, { success: '已改名', undoable: true });

  async function submit({ name }: NameValues): Promise<void> {
    const outcome = await update.run({ uid: form.uid, base: { name: form.name }, set: { name } });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<NameValues>
      title={`“${form.name}”改名`}
      verb="保存"
      busy={update.running}
      initialValues={{ name: form.name }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <NameField taken={forms.filter(({ uid }) => uid !== form.uid)} />
    </FormDialog>
  );
}

function NameField({ taken, hint }: { taken: readonly KeptForm[]; hint?: string }) {
  const isFree: Rule = {
    validator: (_, value: string = '') =>
      taken.some(({ name }) => name === value.trim())
        ? Promise.reject(new Error(`已经有“${value.trim()}”了，请换一个名称`))
        : Promise.resolve(),
  };
  return (
    <Form.Item
      name="name"
      label="名称"
      {...(hint === undefined ? {} : { extra: hint })}
      rules={[{ required: true, whitespace: true, message: '请填写名称' }, isFree]}
    >
      <FirstField maxLength={formLimits.name} autoComplete="off" />
    </Form.Item>
  );
}
