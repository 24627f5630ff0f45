import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { CampaignDetail } from '#shared/contract/campaigns.ts';
import type { CampaignSecrecy } from '#shared/contract/campaign-secrecy.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.ts';
import type { PartProps } from '../part-props.ts';
import { Knowers } from './knowers.tsx';
import { RecoveryDialog } from './recovery-dialog.tsx';
import styles from './secrecy.module.css';
import { useAskAnew } from './use-access.ts';

/** 保密: who knows, what is sealed, how it is opened in need, and how it is made public. */
export function SecrecyPart({ campaign }: PartProps) {
  const { secrecy } = campaign;
  if (secrecy === null) return null;
  return (
    <div className={styles.sides}>
      <div className={styles.wide}>
        <Sheet title="知情人">
          <Knowers campaignUid={campaign.uid} secrecy={secrecy} />
        </Sheet>
        {secrecy.isSealed && <Recovery campaignUid={campaign.uid} secrecy={secrecy} />}
      </div>
      <div className={styles.aside}>
        <Sheet title="怎样保密">
          {secrecy.isSealed ? <SealedWords /> : <OpenWords campaign={campaign} secrecy={secrecy} />}
        </Sheet>
        <Sheet title="公布">
          <Release campaign={campaign} />
        </Sheet>
      </div>
    </div>
  );
}

function SealedWords() {
  return (
    <>
      <p className={styles.text}>
        已加密保存。名称、来文、起止日期、督查对象、抽查规则、抽取、检查清单、区县、行业、内容、备注、分组日程和办理记录只有知情人用自己的密码能打开；数据文件、备份、操作日志里都是密文，别人只看到“暗访”。
      </p>
      <p className={styles.last}>
        督查类型和进行到哪一步不加密。导出的名单、抽取记录是普通文件，请自己保管好。
      </p>
    </>
  );
}

function OpenWords({ campaign, secrecy }: { campaign: CampaignDetail; secrecy: CampaignSecrecy }) {
  const confirm = useConfirm();
  const seal = useOperation(client.campaigns.seal, { success: '已加密保存' });
  const askAnew = useAskAnew();

  async function run(): Promise<void> {
    const agreed = await confirm({
      title: '加密保存这次暗访?',
      consequence:
        '从现在起，只有知情人用自己的密码能打开，忘了密码要靠别的知情人或恢复码。以前没有加密时的操作日志和备份里，仍可能留有督查和对象的名称。',
      verb: '加密保存',
    });
    if (agreed && (await seal.run({ uid: campaign.uid })).done) askAnew();
  }

  return (
    <>
      <Alert
        type="warning"
        showIcon
        className={styles.text ?? ''}
        title="只在屏幕上保密：对象名称在数据文件里没有加密。"
      />
      <p className={styles.text}>
        {secrecy.hasPassword
          ? '您已有密码，可以加密保存；其他知情人也要先设好密码。'
          : '要加密，请先点右上角自己的名字，在“修改我的密码”里设好密码，再回到这里。'}
      </p>
      <Button
        type="primary"
        disabled={!secrecy.hasPassword}
        loading={seal.running}
        onClick={() => void run()}
      >
        加密保存
      </Button>
    </>
  );
}

interface RecoveryProps {
  campaignUid: string;
  secrecy: CampaignSecrecy;
}

function Recovery({ campaignUid, secrecy: { recovery } }: RecoveryProps) {
  const [isOpen, setIsOpen] = useState(false);
  const askAnew = useAskAnew();
  const follow = useOperation(client.campaigns.followRecoveryCode, {
    success: '现在的恢复码也能打开这次暗访',
  });

  async function followCode(): Promise<void> {
    if ((await follow.run({ uid: campaignUid })).done) askAnew();
  }

  return (
    <Sheet title="恢复码">
      {recovery === 'none' && (
        <Alert
          type="warning"
          showIcon
          className={styles.text ?? ''}
          title="还没有恢复码。知情人都忘了密码时，这次暗访就再也打不开了。"
        />
      )}
      <p className={styles.text}>{recoveryWords[recovery]}</p>
      <span className={styles.adding}>
        {recovery === 'other' && (
          <Button type="primary" loading={follow.running} onClick={() => void followCode()}>
            改用现在的恢复码
          </Button>
        )}
        <Button type={recovery === 'none' ? 'primary' : 'default'} onClick={() => setIsOpen(true)}>
          {recovery === 'none' ? '设置恢复码' : '更换恢复码'}
        </Button>
      </span>
      {isOpen && <RecoveryDialog onClose={() => setIsOpen(false)} />}
    </Sheet>
  );
}

const recoveryWords: Readonly<Record<CampaignSecrecy['recovery'], string>> = {
  none: '恢复码由程序生成，打印或抄写一份锁起来。密码忘了时，有恢复码的人可以重新打开。',
  current: '已有恢复码。纸上的恢复码丢失，或被不该知道的人看到，请更换。',
  other: '办公室现在的恢复码是别的知情人设的，还打不开这次暗访。',
};

function Release({ campaign: { uid, status } }: { campaign: CampaignDetail }) {
  const confirm = useConfirm();
  const release = useOperation(client.campaigns.release, { success: '已公布，现在所有人都能看到' });

  async function run(): Promise<void> {
    const agreed = await confirm({
      title: '解密公布这次暗访?',
      consequence: '公布以后，所有用户都能看到督查对象、抽取和办理记录，操作日志里也会有名称。不能撤销。',
      verb: '解密公布',
      danger: true,
    });
    if (agreed) await release.run({ uid });
  }

  return (
    <>
      <p className={styles.text}>
        {status === 'closed'
          ? '督查已经结束。公布以后所有人都能看，各区县的统计也会算上这次。'
          : '一般在督查结束以后公布。公布以后所有人都能看，不能再收回。'}
      </p>
      <Button danger loading={release.running} onClick={() => void run()}>
        解密公布
      </Button>
    </>
  );
}
