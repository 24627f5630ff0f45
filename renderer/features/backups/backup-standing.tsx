import { Button } from 'antd';
import type { BackupState, Drill } from '#shared/contract/backups.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { shortInstant } from '#renderer/ui/instants.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { sizeText } from '#shared/size-text.ts';
import { Sheet } from '#renderer/ui/sheet.tsx';
import styles from './backups.module.css';
import { plainWords } from './words.ts';

/** In a few lines: when, where, whether it can be restored, and who can read it. */
export function BackupStanding({ state, onSeal }: { state: BackupState; onSeal: () => void }) {
  const { backups, folder, second, drill, secondDrill, hasPassword } = state;
  const latest = backups.find(({ place }) => place === 'own');
  return (
    <Sheet>
      <FactList
        facts={[
          [
            '最近的备份',
            latest === undefined ? '还没有，打开程序一分钟后自动做第一个' : shortInstant(latest.madeAt),
          ],
          [
            '本机位置',
            <span key="folder" className={styles.folder}>
              {folder}
            </span>,
          ],
          ['第二位置', <SecondPlace key="second" second={second} />],
          [
            '恢复演练',
            drill === null
              ? '还没有做过，第一个备份满一个月后自动做'
              : `${drillWords(drill)}${secondDrill === null ? '' : `；第二位置 ${drillWords(secondDrill)}`}`,
          ],
          ['附件清理', cleaningWords(state.cleaning)],
          [
            '谁能看到',
            hasPassword ? (
              <SealedStanding key="sealed" second={second} onSeal={onSeal} />
            ) : (
              '备份不加密：拿到 U 盘或能打开那个网络文件夹的人，可以看到全部内容（名册、电话、考核、公文、附件），加密的暗访除外。要放到单位以外的地方，请先设“备份密码”。'
            ),
          ],
        ]}
      />
    </Sheet>
  );
}

function SealedStanding({ second, onSeal }: { second: BackupState['second']; onSeal: () => void }) {
  const plain = second?.plain ?? null;
  const sealed = '没有备份密码谁也打不开；文件名、时间和条数看得到。本机的备份不加密。';
  if (plain === null)
    return `设密码以后放到第二位置的备份都加密，${sealed}${second === null ? '' : '第二位置现在不在，以前的备份有没有加密没有查。'}`;
  if (plain.own + plain.others + plain.files === 0) return `第二位置的备份已加密，${sealed}`;
  return (
    <>
      <LightTag light="yellow" word="没加密完" />：{plainWords(plain)}
      <Button size="small" onClick={onSeal}>
        加密以前的备份
      </Button>
      <br />
      其余的已加密，{sealed}
    </>
  );
}

function drillWords({ at, faults }: Drill): string {
  return `${shortInstant(at)}，${faults.length === 0 ? '能完整恢复' : '没有通过'}`;
}

function cleaningWords(cleaning: BackupState['cleaning']): string {
  if (cleaning === null) return '还没有做过，每天备份以后自动做';
  const { at, files, bytes, held } = cleaning;
  const sum = files === 0 ? '没有多余的附件' : `共清理没有用到的附件 ${files} 个，腾出 ${sizeText(bytes)}`;
  return held === null ? `${shortInstant(at)}，${sum}` : `${sum}。${held}`;
}

function SecondPlace({ second }: { second: BackupState['second'] }) {
  if (second === null) return '没有设。电脑坏了，本机的备份也会没有；请在“备份设置”里选 U 盘或网络文件夹。';
  const last = second.lastAt === null ? '还没有备份过' : `上次 ${shortInstant(second.lastAt)}`;
  return (
    <span className={styles.folder}>
      <LightTag light={second.isThere ? 'green' : 'yellow'} word={second.isThere ? '已连接' : '现在不在'} />{' '}
      {second.folder}，{last}
    </span>
  );
}
