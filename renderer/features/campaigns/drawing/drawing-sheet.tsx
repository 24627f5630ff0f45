import { Alert, Button, Space } from 'antd';
import { useState } from 'react';
import type { CampaignDetail, Drawing } from '#shared/contract/campaigns.ts';
import { drawingStatusNames } from '#shared/rules/campaigns/words.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { fullInstant } from '#renderer/ui/instants.ts';
import { Sheet } from '#renderer/ui/sheet.tsx';
import styles from '../campaigns.module.css';
import { ReasonDialog } from '../reason-dialog.tsx';
import { PoolTable } from './pool-table.tsx';
import { RecordButton } from './record-button.tsx';

interface DrawingSheetProps {
  campaign: CampaignDetail;
  drawing: Drawing;
  mayEdit: boolean;
  onRedraw: () => void;
}

/** The drawing that stands: looked at, then taken or given up. */
export function DrawingSheet({ campaign, drawing, mayEdit, onRedraw }: DrawingSheetProps) {
  const [isDiscarding, setIsDiscarding] = useState(false);
  const take = useOperation(client.campaigns.takeDrawing, {
    success: ({ added }) => `已列入 ${added} 个抽取的对象`,
    undoable: true,
  });
  const discard = useOperation(client.campaigns.discardDrawing, {
    success: '抽取结果已作废',
    undoable: true,
  });
  const isProposed = drawing.status === 'proposed';
  const drawn = drawing.pools.reduce((sum, pool) => sum + pool.drawn.length, 0);

  return (
    <Sheet
      title={`第 ${drawing.number} 次抽取(${drawingStatusNames[drawing.status]})`}
      extra={
        <Space>
          <RecordButton drawing={drawing} />
          {mayEdit && <Button onClick={() => setIsDiscarding(true)}>作废</Button>}
          {mayEdit && (
            <Button disabled={campaign.sampling.length === 0} onClick={onRedraw}>
              重新抽取
            </Button>
          )}
          {mayEdit && isProposed && (
            <Button type="primary" loading={take.running} onClick={() => void take.run({ uid: drawing.uid })}>
              采用
            </Button>
          )}
        </Space>
      }
    >
      {isProposed && (
        <Alert
          type="info"
          showIcon
          className={styles.remarks ?? ''}
          title="采用以后才列为督查对象。重新抽取要写原因，这一次的结果会留在记录里。"
        />
      )}
      <p className={styles.hint}>
        {fullInstant(drawing.at)} {drawing.userName} 抽取，种子 {drawing.seed}，{drawing.poolCount} 选 {drawn}
        ，范围校验码 {drawing.fingerprint}
        {drawing.reason !== '' && `。重新抽取的原因：${drawing.reason}`}
      </p>
      <PoolTable
        pools={drawing.pools}
        label="抽取结果"
        renderCell={({ drawn: names, missing }) => (
          <>
            {names.join('、')}
            {missing > 0 && (
              <span className={styles.late}>
                {names.length > 0 && '，'}缺 {missing}
              </span>
            )}
          </>
        )}
      />
      {isDiscarding && (
        <ReasonDialog
          title="作废抽取结果"
          verb="作废"
          busy={discard.running}
          isNeeded
          onSubmit={(reason) =>
            void discard.run({ uid: drawing.uid, reason }).then(({ done }) => done && setIsDiscarding(false))
          }
          onClose={() => setIsDiscarding(false)}
        >
          <p>抽出的 {drawn} 个对象不再列入；这一次的种子和结果留在记录里。</p>
        </ReasonDialog>
      )}
    </Sheet>
  );
}
