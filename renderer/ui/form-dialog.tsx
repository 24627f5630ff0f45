import { Form, type FormInstance, Modal } from 'antd';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { type FieldsStanding, KeptFields } from './kept-fields.tsx';
import { useProblemPlace } from './use-problem-place.tsx';
import { useFocusBack } from './use-focus-back.ts';

interface FormDialogProps<Values> {
  title: string;
  /** The verb on the button: 新增, 保存. */
  verb: string;
  /** While it is being saved. */
  busy: boolean;
  onSubmit: (values: Values) => void;
  onClose: () => void;
  initialValues?: Partial<Values>;
  /** From Form.useForm, where the caller sets fields or problems itself. */
  form?: FormInstance<Values>;
  width?: number;
  /** Where much is written: the name under which it is kept until it is submitted, or given up by 取消. */
  kept?: string;
  /** What cannot be taken back is not done by Enter in a field, which may only have meant to end what was typed. */
  needsButton?: boolean;
  /** Form.Items. */
  children: ReactNode;
}

/** A small form above the page; Enter in any of its fields submits it, Escape gives up; then the focus is back where it was. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const {
    title,
    verb,
    busy,
    onSubmit,
    onClose,
    initialValues,
    form,
    width = 520,
    kept,
    needsButton = false,
    children,
  } = props;
  const id = useId();
  const [own] = Form.useForm<Values>();
  const used = form ?? own;
  const problems = useProblemPlace(used);
  const standing = useRef<FieldsStanding>('untouched');
  useFocusBack();

  function close(isGivenUp: boolean): void {
    if (isGivenUp) standing.current = 'ended';
    else if (standing.current === 'ended') standing.current = 'open';
    onClose();
  }

  return (
    <Modal
      open
      title={title}
      width={width}
      okText={verb}
      cancelText="取消"
      confirmLoading={busy}
      okButtonProps={{ htmlType: 'submit', form: id }}
      mask={{ closable: false }}
      cancelButtonProps={{ onClick: () => close(true) }}
      onCancel={() => close(false)}
    >
      <Form<Values>
        id={id}
        name={id}
        layout="vertical"
        requiredMark={false}
        form={used}
        {...(needsButton ? { onKeyDown: keepFromSubmitting } : {})}
        onValuesChange={() => {
          problems.onChange();
          standing.current = 'open';
        }}
        onFinish={(values) => {
          standing.current = 'ended';
          problems.onSent();
          onSubmit(values);
        }}
        {...(initialValues === undefined ? {} : { initialValues })}
      >
        {kept !== undefined && <KeptFields document={kept} form={used} standing={standing} />}
        {children}
        {problems.notice}
      </Form>
    </Modal>
  );
}

/** A form is submitted by Enter where nothing keeps the browser from it; the field has taken what was typed before. */
function keepFromSubmitting(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
