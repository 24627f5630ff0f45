import { Alert, DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { SchemeDetail } from '#shared/contract/schemes.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from './scheme-editor.module.css';

interface PutInForceDialogProps {
  scheme: SchemeDetail;
  onClose: () => void;
}

interface Values {
  from: Dayjs;
}

/** The day, what follows from it in words, and once more what does not add up. */
export function PutInForceDialog({ scheme, onClose }: PutInForceDialogProps) {
  const { uid, version, findings } = scheme;
  const putInForce = useOperation(client.schemes.putInForce, { success: '方案已施行' });

  async function submit({ from }: Values): Promise<void> {
    const outcome = await putInForce.run({ uid, from: from.format('YYYY-MM-DD') });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title={`施行“${scheme.title}”`}
      verb="施行"
      busy={putInForce.running}
      initialValues={{ from: dayjs() }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p>
        施行以后内容不能再改，新开的考核期可以选用它；以后要修订就另起新版本。
        {version > 1 && '前一版从此被替代，已按前一版评分的考核期不变。'}
      </p>
      {findings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`还有 ${findings.length} 处待核对，施行后就不能改了:`}
          description={
            <ul className={styles.list}>
              {findings.map(({ uid: place, text }) => (
                <li key={`${place}/${text}`}>{text}</li>
              ))}
            </ul>
          }
        />
      )}
      <Form.Item
        name="from"
        label="从哪一天起施行"
        rules={[{ required: true, message: '请选择施行日期' }]}
        style={{ marginTop: 16 }}
      >
        <DatePicker allowClear={false} />
      </Form.Item>
    </FormDialog>
  );
}
