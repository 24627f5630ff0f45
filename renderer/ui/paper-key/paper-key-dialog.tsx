import { Button, Form } from 'antd';
import { useSession } from '#renderer/app/session.tsx';
import { type OperationOptions, useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstField } from '../first-field.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { printPapers } from '../paper/print-papers.ts';
import { keyPaper } from './key-paper.ts';
import styles from './paper-key.module.css';

interface Values {
  lastGroup: string;
}

type Confirmed = Values & { code: string };

interface PaperKeyDialogProps<Output> {
  /** 恢复码 */
  name: string;
  /** Empty until it has come. */
  code: string;
  /** Who it lets in, and how it is kept. */
  warning: string;
  paper: { title: string; use: string };
  confirm: Parameters<typeof useOperation<Confirmed, Output>>[0];
  success: NonNullable<OperationOptions<Confirmed, Output>['success']>;
  onDone?: () => void;
  onClose: () => void;
}

/** Shows a new key this once; it counts as soon as its last group was typed from the paper. */
export function PaperKeyDialog<Output>(props: PaperKeyDialogProps<Output>) {
  const { name, code, warning, paper, confirm, success, onDone, onClose } = props;
  const { officeName } = useSession();
  const [form] = Form.useForm<Values>();
  const set = useOperation(confirm, {
    success,
    onProblem({ code: problem, text }) {
      if (problem !== 'badInput') return false;
      form.setFields([{ name: 'lastGroup', errors: [text] }]);
      return true;
    },
  });

  async function save({ lastGroup }: Values): Promise<void> {
    if (!(await set.run({ code, lastGroup })).done) return;
    onDone?.();
    onClose();
  }

  return (
    <FormDialog<Values>
      title={name}
      verb="我已保存好，启用"
      width={680}
      busy={set.running || code === ''}
      form={form}
      onSubmit={(values) => void save(values)}
      onClose={onClose}
    >
      <p className={styles.text}>{warning}</p>
      <p className={styles.code} data-editing="false">
        {code.split('-').map((group, place) => (
          <span key={`${place} ${group}`}>{group}</span>
        ))}
      </p>
      <p className={styles.text}>
        <Button onClick={() => void printPapers([keyPaper(officeName, code, paper)])}>打印{name}</Button>
      </p>
      <Form.Item
        name="lastGroup"
        label={`照着纸上的${name}，输入最后一组 4 位`}
        rules={[{ required: true, whitespace: true, message: '请输入最后一组 4 位' }]}
      >
        <FirstField maxLength={4} autoComplete="off" className={styles.group ?? ''} />
      </Form.Item>
    </FormDialog>
  );
}
