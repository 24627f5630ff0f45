import { Form, type FormInstance, Modal } from 'antd';
import { type ReactNode, useId } from 'react';
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
  /** Form.Items. */
  children: ReactNode;
}

/** A small form above the page; Enter in any of its fields submits it, Escape gives up; then the focus is back where it was. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const { title, verb, busy, onSubmit, onClose, initialValues, form, width = 520, children } = props;
  const id = useId();
  useFocusBack();
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
      onCancel={onClose}
    >
      <Form<Values>
        id={id}
        name={id}
        layout="vertical"
        requiredMark={false}
        onFinish={onSubmit}
        {...(form === undefined ? {} : { form })}
        {...(initialValues === undefined ? {} : { initialValues })}
      >
        {children}
      </Form>
    </Modal>
  );
}
