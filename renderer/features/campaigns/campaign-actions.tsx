import { Alert, Button, Dropdown, Form, Modal } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { localDay } from '#shared/calendar/days.ts';
import type { CampaignDetail } from '#shared/contract/campaigns.ts';
import type { CampaignStatus } from '#shared/rules/campaigns/model.ts';
import type { StepRemark } from '#shared/rules/campaigns/standing.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from './campaigns.module.css';
import { useConfirm } from '#renderer/ui/use-confirm.ts';
import { ReasonDialog } from './reason-dialog.tsx';

const nextWords: Readonly<Record<CampaignStatus, string>> = {
  draft: '开始督查',
  underWay: '结束督查',
  closed: '重新打开',
};

/** The next step, and what is rarely done in a menu. */
export function CampaignActions({ campaign }: { campaign: CampaignDetail }) {
  const [, navigate] = useLocation();
  const [isStepping, setIsStepping] = useState(false);
  const remove = useOperation(client.campaigns.remove, {
    success: `已删除“${campaign.title}”`,
    undoable: true,
  });
  const makeUnannounced = useOperation(client.campaigns.makeUnannounced, { success: '已改为暗访' });
  const confirm = useConfirm();
  const { status } = campaign;

  async function conceal(): Promise<void> {
    const agreed = await confirm({
      title: `把“${campaign.title}”改为暗访?`,
      consequence:
        '以后只有您和您指定的知情人看得到督查对象。不能直接改回明察，只能解密公布。名称和日期已经记在操作日志里；连名称也要保密的，请另外新增一次暗访。',
      verb: '改为暗访',
    });
    if (agreed && (await makeUnannounced.run({ uid: campaign.uid })).done)
      navigate(`/campaigns/${campaign.uid}/secrecy`);
  }

  const close = () => setIsStepping(false);

  return (
    <>
      {status === 'draft' && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              ...(campaign.announced ? [{ key: 'makeUnannounced', label: '改为暗访' }] : []),
              { key: 'remove', label: '删除这次督查', danger: true },
            ],
            onClick: ({ key }) =>
              key === 'remove'
                ? void remove.run({ uid: campaign.uid }).then(({ done }) => done && navigate('/campaigns'))
                : void conceal(),
          }}
        >
          <Button>更多操作</Button>
        </Dropdown>
      )}
      <Button type={status === 'closed' ? 'default' : 'primary'} onClick={() => setIsStepping(true)}>
        {nextWords[status]}
      </Button>
      {isStepping && status === 'draft' && <StartDialog campaign={campaign} onClose={close} />}
      {isStepping && status === 'underWay' && <CloseDialog campaign={campaign} onClose={close} />}
      {isStepping && status === 'closed' && <ReopenDialog campaign={campaign} onClose={close} />}
    </>
  );
}

interface StepProps {
  campaign: CampaignDetail;
  onClose: () => void;
}

function StartDialog({ campaign, onClose }: StepProps) {
  const start = useOperation(client.campaigns.start, { success: '督查已开始', undoable: true });
  const { beforeStart } = campaign;
  const isBlocked = beforeStart.some(({ isBlocking }) => isBlocking);
  return (
    <Modal
      open
      title="开始督查"
      okText="开始"
      cancelText={isBlocked ? '知道了' : '取消'}
      okButtonProps={{ disabled: isBlocked }}
      confirmLoading={start.running}
      mask={{ closable: false }}
      onOk={() => void start.run({ uid: campaign.uid }).then(({ done }) => done && onClose())}
      onCancel={onClose}
    >
      <Remarks remarks={beforeStart} />
      {!isBlocked && (
        <p>督查对象 {campaign.targets} 个。开始以后登记督查情况；移出对象要写原因，明察、暗访不能再改。</p>
      )}
    </Modal>
  );
}

function CloseDialog({ campaign, onClose }: StepProps) {
  const [today] = useState(() => localDay(Date.now()));
  const close = useOperation(client.campaigns.close, { success: '督查已结束', undoable: true });
  return (
    <FormDialog<{ day: string }>
      title="结束督查"
      verb="结束"
      busy={close.running}
      initialValues={{ day: today }}
      onSubmit={({ day }) => void close.run({ uid: campaign.uid, day }).then(({ done }) => done && onClose())}
      onClose={onClose}
    >
      <Remarks remarks={campaign.beforeClose} />
      {campaign.secrecy !== null && <p>结束以后仍然保密；可以让大家看时，在“保密”里解密公布。</p>}
      <Form.Item name="day" label="结束日期" extra="结束以后不能再改，需要时可以重新打开。">
        <DayField />
      </Form.Item>
    </FormDialog>
  );
}

function ReopenDialog({ campaign, onClose }: StepProps) {
  const reopen = useOperation(client.campaigns.reopen, { success: '已重新打开', undoable: true });
  return (
    <ReasonDialog
      title="重新打开这次督查"
      verb="重新打开"
      busy={reopen.running}
      isNeeded
      onSubmit={(reason) =>
        void reopen.run({ uid: campaign.uid, reason }).then(({ done }) => done && onClose())
      }
      onClose={onClose}
    />
  );
}

/** What stands in the way first, then what should be thought of. */
function Remarks({ remarks }: { remarks: readonly StepRemark[] }) {
  const parts = [
    { type: 'error' as const, title: '还不能进行', texts: textsOf(remarks, true) },
    { type: 'warning' as const, title: '请留意', texts: textsOf(remarks, false) },
  ];
  return parts
    .filter(({ texts }) => texts.length > 0)
    .map(({ type, title, texts }) => (
      <Alert
        key={type}
        type={type}
        showIcon
        className={styles.remarks ?? ''}
        title={title}
        description={
          <ul>
            {texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        }
      />
    ));
}

function textsOf(remarks: readonly StepRemark[], isBlocking: boolean): string[] {
  return remarks.filter((remark) => remark.isBlocking === isBlocking).map(({ text }) => text);
}
