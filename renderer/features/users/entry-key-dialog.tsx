import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { localDay, paperDay } from '#shared/calendar/days.ts';
import { formField, formPair, formPaper } from '#shared/rules/papers/form-paper.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight, useSession } from '#renderer/app/session.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { printPapers } from '#renderer/ui/paper/print-papers.ts';
import styles from './entry-key-dialog.module.css';

interface Values {
  lastGroup: string;
}

/** Whether an administrator who forgets the password could not get in again. */
export function useEntryKeyMissing(): boolean {
  const enabled = useRight('seeUsers');
  const query = useQuery(
    api.users.hasEntryKey.queryOptions({ enabled, meta: { tables: ['app_user', 'entry_key'] } }),
  );
  return query.data?.exists === false;
}

/** Shows a new key this once; it counts as soon as its last group was typed from the paper. */
export function EntryKeyDialog({ onClose }: { onClose: () => void }) {
  const { officeName } = useSession();
  const code =
    useQuery(api.users.newEntryKey.queryOptions({ staleTime: Infinity, gcTime: 0 })).data?.code ?? '';
  const [form] = Form.useForm<Values>();
  const set = useOperation(client.users.setEntryKey, {
    success: '恢复密钥已启用，以前的作废',
    onProblem({ code: problem, text }) {
      if (problem !== 'badInput') return false;
      form.setFields([{ name: 'lastGroup', errors: [text] }]);
      return true;
    },
  });

  async function save({ lastGroup }: Values): Promise<void> {
    if ((await set.run({ code, lastGroup })).done) onClose();
  }

  return (
    <FormDialog<Values>
      title="恢复密钥"
      verb="我已保存好，启用"
      width={680}
      busy={set.running || code === ''}
      form={form}
      onSubmit={(values) => void save(values)}
      onClose={onClose}
    >
      <p className={styles.text}>
        系统管理员忘记密码或被锁定时，凭它在登录页重设密码，用一次就作废。请打印或抄写下来，锁在柜子里，不要存在这台电脑上。它只显示这一次。
      </p>
      <p className={styles.code} data-editing="false">
        {code.split('-').map((group, place) => (
          <span key={`${place} ${group}`}>{group}</span>
        ))}
      </p>
      <p className={styles.text}>
        <Button onClick={() => void printPapers([keyPaper(officeName, code)])}>打印恢复密钥</Button>
      </p>
      <Form.Item
        name="lastGroup"
        label="照着纸上的恢复密钥，输入最后一组 4 位"
        rules={[{ required: true, whitespace: true, message: '请输入最后一组 4 位' }]}
      >
        <FirstField maxLength={4} autoComplete="off" className={styles.group ?? ''} />
      </Form.Item>
    </FormDialog>
  );
}

const COLUMNS = [26, 130];
const GROUPS_IN_LINE = 7;

function keyPaper(office: string, code: string): Paper {
  const groups = code.split('-');
  const lines = [groups.slice(0, GROUPS_IN_LINE), groups.slice(GROUPS_IN_LINE)];
  return formPaper(office, '系统管理员恢复密钥', COLUMNS, [
    ...lines.map((line, index) => formPair(`第 ${index + 1} 行`, line.join('  '), 1)),
    formPair('生成日期', paperDay(localDay(Date.now())), 1),
    [
      formField(
        '系统管理员忘记密码或被锁定时，在登录页选择姓名，点“用恢复密钥重设密码”，依次输入以上各组。用一次就作废，随后请重新生成。请锁存，不要拍照、不要存入电脑。',
        2,
      ),
    ],
    formPair('保管人', '', 1),
  ]);
}
