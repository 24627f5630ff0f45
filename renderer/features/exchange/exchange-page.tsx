import { Button } from 'antd';
import { useState } from 'react';
import type { WaitingPack } from '#shared/contract/exchange.ts';
import { client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import styles from './exchange.module.css';
import { useHandedPack } from './handed-pack.ts';
import { MakeDialog } from './make-dialog.tsx';
import { MergeDialog } from './merge/merge-dialog.tsx';
import { OpenDialog } from './open-dialog.tsx';

/** Parts of the data to and from other PCs, and all of them out of the program. */
export function ExchangePage() {
  const [open, setOpen] = useState<'make' | 'open' | null>(null);
  const [waiting, setWaiting] = useState<WaitingPack | null>(null);
  const { handed, setOpened, end } = useHandedPack();
  const mayExportAll = useRight('direct');
  const exportAll = useStartedJob(client.exchange.exportAll);

  function endOpening(): void {
    setOpen(null);
    end();
  }

  function endMerging(): void {
    setWaiting(null);
    end();
  }

  return (
    <PageFrame title="数据交换" note="一部分数据在电脑之间传，或把全部数据取出来" body="text">
      <Sheet title="数据包">
        <p className={styles.words}>
          把几个区县、乡镇的台账、任务、隐患或得分装进一个加密的文件（.xabao），用 U
          盘带到另一台电脑上合并。两边都改过的并排列出，由经办人选；不选就不动。合并以后可以撤销。文号、用户和设置不在包里，没有公开的暗访也不在包里；这边有、包里没有的不会删除。
        </p>
        <div className={styles.actions}>
          <Button type="primary" onClick={() => setOpen('make')}>
            制作数据包
          </Button>
          <Button onClick={() => setOpen('open')}>合并数据包</Button>
        </div>
      </Sheet>
      {mayExportAll && (
        <Sheet title="全部数据">
          <p className={styles.words}>
            把全部数据、附件和每张表的 Excel
            放进一个文件夹，附中文说明和校验值，不用本程序也读得出来。放回去：在没有数据的电脑上第一次打开程序，选“导入全部数据”。导出的文件夹没有加密，拿到的人可以看到名册、电话、考核、公文等全部内容；没有公开的暗访和由它来的记录不在表格里，在数据文件里，其中加密保存的暗访读不出。
          </p>
          <div className={styles.actions}>
            <SplitButton
              loading={exportAll.starting}
              onClick={() => void exportAll.start({ as: 'folder' })}
              more={[{ key: 'zip', label: '导出成一个压缩包(.zip)' }]}
              moreLabel="其他导出方式"
              onMore={() => void exportAll.start({ as: 'zip' })}
            >
              导出全部数据
            </SplitButton>
          </div>
        </Sheet>
      )}
      {open === 'make' && <MakeDialog onClose={() => setOpen(null)} />}
      {(open === 'open' || handed !== null) && (
        <OpenDialog
          key={handed?.token}
          given={handed}
          onOpened={(pack) => {
            setOpen(null);
            setOpened();
            setWaiting(pack);
          }}
          onClose={endOpening}
        />
      )}
      {waiting !== null && <MergeDialog pack={waiting} onClose={endMerging} />}
      {exportAll.dialog}
    </PageFrame>
  );
}
