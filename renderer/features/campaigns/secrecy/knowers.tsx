import { Button } from 'antd';
import { useState } from 'react';
import type { CampaignKnower, CampaignSecrecy } from '#shared/contract/campaign-secrecy.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight, useSession } from '#renderer/app/session.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.ts';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import styles from './secrecy.module.css';
import { useAskAnew } from './use-access.ts';

interface KnowersProps {
  campaignUid: string;
  secrecy: CampaignSecrecy;
}

/** Those who may know; another is let in, or leaves. */
export function Knowers({ campaignUid, secrecy }: KnowersProps) {
  const { user, users } = useSession();
  const mayEdit = useRight('editInspections');
  const [chosen, setChosen] = useState<string | null>(null);
  const confirm = useConfirm();
  const askAnew = useAskAnew();
  const nameOf = (uid: string) => users.find((each) => each.uid === uid)?.name ?? '';
  const add = useOperation(client.campaigns.addKnower, {
    success: (_, { userUid }) => `“${nameOf(userUid)}”现在可以看这次暗访`,
  });
  const remove = useOperation(client.campaigns.removeKnower, { success: '已移出知情人' });

  async function letIn(userUid: string): Promise<void> {
    if (!(await add.run({ uid: campaignUid, userUid })).done) return;
    setChosen(null);
    askAnew();
  }

  async function takeOut({ uid: userUid, name }: CampaignKnower): Promise<void> {
    const agreed = await confirm({
      title: `把“${name}”移出知情人?`,
      consequence: secrecy.isSealed
        ? '移出以后不能再看这次暗访，以后的内容用新的密钥加密；他已经看过、导出的收不回来。'
        : '移出以后在屏幕上不能再看这次暗访；他已经看过、导出的收不回来。',
      verb: '移出',
      danger: true,
    });
    if (agreed && (await remove.run({ uid: campaignUid, userUid })).done) askAnew();
  }

  return (
    <>
      <ul className={styles.knowers}>
        {secrecy.knowers.map((knower) => (
          <li key={knower.uid}>
            <span>
              {knower.name}
              {knower.uid === user.uid && <span className={styles.grey}>（我）</span>}
            </span>
            <KnowerState knower={knower} />
            {mayEdit && (
              <span>
                {!knower.opens && (
                  <Button size="small" loading={add.running} onClick={() => void letIn(knower.uid)}>
                    重新授权
                  </Button>
                )}
                {secrecy.knowers.length > 1 && (
                  <Button type="link" size="small" onClick={() => void takeOut(knower)}>
                    移出
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <span className={styles.adding}>
          <WordSelect<string | null>
            aria-label="增加知情人"
            placeholder="选择同事"
            className={styles.colleague ?? ''}
            value={chosen}
            notFoundContent="没有别的用户"
            options={users
              .filter(({ uid }) => !secrecy.knowers.some((knower) => knower.uid === uid))
              .map(({ uid, name, hasPassword }) => ({
                value: uid,
                label: secrecy.isSealed && !hasPassword ? `${name}（还没有密码）` : name,
              }))}
            onChange={setChosen}
          />
          <Button
            disabled={chosen === null}
            loading={add.running}
            onClick={() => chosen !== null && void letIn(chosen)}
          >
            增加知情人
          </Button>
        </span>
      )}
    </>
  );
}

function KnowerState({ knower: { isActive, opens } }: { knower: CampaignKnower }) {
  if (!isActive) return <LightTag light="plain" word="已停用" />;
  if (!opens) return <LightTag light="yellow" word="密码被重设过，打不开" />;
  return null;
}
