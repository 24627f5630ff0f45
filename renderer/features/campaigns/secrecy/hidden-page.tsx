import { Button, Form } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CampaignDetail } from '#shared/contract/campaigns.ts';
import type { CampaignSecrecy } from '#shared/contract/campaign-secrecy.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.ts';
import styles from './secrecy.module.css';
import { useAskAnew } from './use-access.ts';

interface HiddenPageProps {
  campaign: CampaignDetail;
  secrecy: CampaignSecrecy;
}

/** What a secret campaign shows to those who may not know, or cannot open it: the word, and whom they can ask. */
export function HiddenPage({ campaign: { uid }, secrecy }: HiddenPageProps) {
  const mayEdit = useRight('editInspections');
  const mayManage = useRight('manageOffice');
  const [dialog, setDialog] = useState<'unlock' | 'code' | null>(null);
  const { access, isSealed, hasPassword, isUnlocked } = secrecy;
  const close = () => setDialog(null);
  const names = secrecy.knowers.filter(({ isActive, opens }) => isActive && opens).map(({ name }) => name);

  return (
    <div className={styles.locked}>
      <Sheet title="暗访">
        <p className={styles.text}>{wordsOf(access, names.join('、'))}</p>
        {access === 'locked' && (
          <Button type="primary" onClick={() => setDialog('unlock')}>
            输入密码
          </Button>
        )}{' '}
        {isSealed && mayEdit && access !== 'locked' && (
          <Button disabled={!hasPassword || !isUnlocked} onClick={() => setDialog('code')}>
            用恢复码打开
          </Button>
        )}{' '}
        {secrecy.isLost && mayManage && <RemoveLost uid={uid} hasCode={secrecy.recovery !== 'none'} />}
        {isSealed && mayEdit && !hasPassword && (
          <p className={styles.after}>用恢复码打开以前，请先点右上角自己的名字，设好自己的密码。</p>
        )}
      </Sheet>
      {dialog === 'unlock' && <UnlockDialog onClose={close} />}
      {dialog === 'code' && <CodeDialog uid={uid} onClose={close} />}
    </div>
  );
}

function wordsOf(access: CampaignSecrecy['access'], names: string): string {
  const whom = names === '' ? '' : `：${names}`;
  if (access === 'locked') return '这次暗访是加密的。您是知情人，请输入您的登录密码打开。';
  if (access === 'lost')
    return `您是知情人，但您的密码由别人重设过或已取消，打不开以前加密的内容。请其他知情人在“保密”里给您重新授权${whom}；或者用恢复码打开。`;
  return `这次督查是暗访，公布以前只有知情人能看到督查对象。确需了解，可以找知情人${whom}。`;
}

/** What nobody can open any more can still be taken off the list. */
function RemoveLost({ uid, hasCode }: { uid: string; hasCode: boolean }) {
  const [, navigate] = useLocation();
  const confirm = useConfirm();
  const remove = useOperation(client.campaigns.removeLost, { success: '已删除打不开的暗访' });

  async function run(): Promise<void> {
    const agreed = await confirm({
      title: '删除这次打不开的暗访?',
      consequence: `知情人都打不开它了。${hasCode ? '纸上的恢复码如果还在，请先用恢复码打开。' : ''}删除的内容没有人看到过，以后也找不回来；操作日志会记下是谁删除的。不能撤销。`,
      verb: '删除',
      danger: true,
    });
    if (agreed && (await remove.run({ uid })).done) navigate('/campaigns');
  }

  return (
    <Button danger loading={remove.running} onClick={() => void run()}>
      删除这次暗访
    </Button>
  );
}

function UnlockDialog({ onClose }: { onClose: () => void }) {
  const [form] = Form.useForm<{ password: string }>();
  const askAnew = useAskAnew();
  const unlock = useOperation(client.session.unlock, {
    isSave: false,
    onProblem({ code, text }) {
      if (code !== 'wrongPassword') return false;
      form.setFields([{ name: 'password', errors: [text] }]);
      return true;
    },
  });

  async function run(values: { password: string }): Promise<void> {
    if (!(await unlock.run(values)).done) return;
    askAnew();
    onClose();
  }

  return (
    <FormDialog<{ password: string }>
      title="打开暗访"
      verb="打开"
      busy={unlock.running}
      form={form}
      onSubmit={(values) => void run(values)}
      onClose={onClose}
    >
      <Form.Item name="password" label="您的登录密码" rules={[{ required: true, message: '请输入密码' }]}>
        <FirstField isPassword maxLength={100} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}

function CodeDialog({ uid, onClose }: { uid: string; onClose: () => void }) {
  const [form] = Form.useForm<{ code: string }>();
  const askAnew = useAskAnew();
  const open = useOperation(client.campaigns.openWithRecoveryCode, {
    success: '已打开，您现在是知情人',
    onProblem({ code, text }) {
      if (code !== 'badInput' && code !== 'refused') return false;
      form.setFields([{ name: 'code', errors: [text] }]);
      return true;
    },
  });

  async function run({ code }: { code: string }): Promise<void> {
    if (!(await open.run({ uid, code })).done) return;
    askAnew();
    onClose();
  }

  return (
    <FormDialog<{ code: string }>
      title="用恢复码打开"
      verb="打开"
      busy={open.running}
      form={form}
      onSubmit={(values) => void run(values)}
      onClose={onClose}
    >
      <Form.Item
        name="code"
        label="恢复码"
        extra="纸上的 14 组、每组 4 位，从左到右、从上到下输入；大小写和间隔都不要紧。打开以后您就是知情人，其他知情人看得到。"
        rules={[{ required: true, whitespace: true, message: '请输入恢复码' }]}
      >
        <FirstText maxLength={120} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
