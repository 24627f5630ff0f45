import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { localDay, paperDay } from '#shared/calendar/days.ts';
import { formField, formPair, formPaper } from '#shared/rules/papers/form-paper.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useSession } from '#renderer/app/session.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { printPapers } from '#renderer/ui/paper/print-papers.ts';
import styles from './secrecy.module.css';
import { useAskAnew } from './use-access.ts';

interface Values {
  lastGroup: string;
}

/** Shows a new recovery code this once; it counts as soon as its last group was typed from the paper. */
export function RecoveryDialog({ onClose }: { onClose: () => void }) {
  const { officeName } = useSession();
  const askAnew = useAskAnew();
  const code =
    useQuery(api.campaigns.newRecoveryCode.queryOptions({ staleTime: Infinity, gcTime: 0 })).data?.code ?? '';
  const [form] = Form.useForm<Values>();
  const set = useOperation(client.campaigns.setRecoveryCode, {
    success: ({ opens, others }) =>
      others === 0
        ? `恢复码已设好，可以打开 ${opens} 次暗访`
        : `恢复码已设好，可以打开您知情的 ${opens} 次暗访；另外 ${others} 次要由它们的知情人在“保密”里改用`,
    onProblem({ code: problem, text }) {
      if (problem !== 'badInput') return false;
      form.setFields([{ name: 'lastGroup', errors: [text] }]);
      return true;
    },
  });

  async function save({ lastGroup }: Values): Promise<void> {
    if (!(await set.run({ code, lastGroup })).done) return;
    askAnew();
    onClose();
  }

  return (
    <FormDialog<Values>
      title="恢复码"
      verb="我已保存好，启用"
      width={680}
      busy={set.running || code === ''}
      form={form}
      onSubmit={(values) => void save(values)}
      onClose={onClose}
    >
      <p className={styles.text}>
        请打印或抄写下来，锁在柜子里，不要存在这台电脑上。恢复码只显示这一次；拿到它的人设了密码就能打开暗访。
      </p>
      <p className={styles.code} data-editing="false">
        {code.split('-').map((group, place) => (
          <span key={`${place} ${group}`}>{group}</span>
        ))}
      </p>
      <p className={styles.text}>
        <Button onClick={() => void printPapers([codePaper(officeName, code)])}>打印恢复码</Button>
      </p>
      <Form.Item
        name="lastGroup"
        label="照着纸上的恢复码，输入最后一组 4 位"
        rules={[{ required: true, whitespace: true, message: '请输入最后一组 4 位' }]}
      >
        <FirstField maxLength={4} autoComplete="off" className={styles.group ?? ''} />
      </Form.Item>
    </FormDialog>
  );
}

const COLUMNS = [26, 130];
const GROUPS_IN_LINE = 7;

function codePaper(office: string, code: string): Paper {
  const groups = code.split('-');
  const lines = [groups.slice(0, GROUPS_IN_LINE), groups.slice(GROUPS_IN_LINE)];
  return formPaper(office, '暗访恢复码', COLUMNS, [
    ...lines.map((line, index) => formPair(`第 ${index + 1} 行`, line.join('  '), 1)),
    formPair('生成日期', paperDay(localDay(Date.now())), 1),
    [
      formField(
        '知情人忘记密码时，在“专项督查”里打开这次暗访，点“用恢复码打开”，依次输入以上各组。请锁存，不要拍照、不要存入电脑。',
        2,
      ),
    ],
    formPair('保管人', '', 1),
  ]);
}
