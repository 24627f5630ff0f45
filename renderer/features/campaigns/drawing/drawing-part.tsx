import { Button } from 'antd';
import { useState } from 'react';
import type { Drawing } from '#shared/contract/campaigns.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import styles from '../campaigns.module.css';
import type { PartProps } from '../part-props.ts';
import { useDrawingPreview, useDrawings, useSiteTerms } from '../use-campaigns.ts';
import { samplingText } from '../words.ts';
import { DrawDialog } from './draw-dialog.tsx';
import { DrawingSheet } from './drawing-sheet.tsx';
import { EarlierDrawings } from './earlier-drawings.tsx';
import { PoolTable } from './pool-table.tsx';
import { SamplingDialog } from './sampling-dialog.tsx';

/** 抽取: the rule, what it draws from, the drawing that stands, and those that were given up. */
export function DrawingPart({ campaign, mayEdit }: PartProps) {
  const terms = useSiteTerms();
  const drawings = useDrawings(campaign.uid);
  const [dialog, setDialog] = useState<'rule' | 'draw' | null>(null);
  const close = () => setDialog(null);
  return (
    <QueryView query={drawings}>
      {(all) => {
        const active = all.find(({ status }) => status !== 'discarded');
        return (
          <div className={styles.scroll}>
            <Sheet
              title="抽查规则"
              extra={mayEdit && <Button onClick={() => setDialog('rule')}>修改规则</Button>}
            >
              <p className={styles.rule}>
                {campaign.sampling.length === 0
                  ? '不抽查。要抽查的，先定每个区县抽取什么、几个。'
                  : `每个区县抽取：${campaign.sampling.map((line) => samplingText(line, terms)).join('，')}。`}
              </p>
            </Sheet>
            {active === undefined && campaign.sampling.length > 0 && (
              <Pools campaign={campaign} mayEdit={mayEdit} onDraw={() => setDialog('draw')} />
            )}
            {active !== undefined && (
              <DrawingSheet
                campaign={campaign}
                drawing={active}
                mayEdit={mayEdit}
                onRedraw={() => setDialog('draw')}
              />
            )}
            <EarlierDrawings drawings={all.filter(isGivenUp)} />
            {dialog === 'rule' && <SamplingDialog campaign={campaign} onClose={close} />}
            {dialog === 'draw' && (
              <DrawDialog campaign={campaign} isFirst={all.length === 0} onClose={close} />
            )}
          </div>
        );
      }}
    </QueryView>
  );
}

function isGivenUp({ status }: Drawing): boolean {
  return status === 'discarded';
}

function Pools({ campaign, mayEdit, onDraw }: PartProps & { onDraw: () => void }) {
  const preview = useDrawingPreview(campaign.uid);
  return (
    <Sheet
      title="抽取范围"
      extra={
        mayEdit && (
          <Button type="primary" onClick={onDraw}>
            抽取
          </Button>
        )
      }
    >
      <QueryView query={preview}>
        {({ pools, poolCount, fingerprint }) => (
          <>
            <p className={styles.hint}>
              共 {poolCount} 个备选，范围校验码 {fingerprint}。已列为对象的、退出台账的不在其中
              {campaign.restMonths > 0 && `，开始前 ${campaign.restMonths} 个月内查过的也不在其中`}。
            </p>
            <PoolTable
              pools={pools}
              label="抽取范围"
              renderCell={({ count, available, resting, missing }) => (
                <>
                  {available} 选 {count}
                  {missing > 0 && <span className={styles.late}>，缺 {missing}</span>}
                  {resting > 0 && <span className={styles.grey}>，{resting} 个近期查过</span>}
                </>
              )}
            />
          </>
        )}
      </QueryView>
    </Sheet>
  );
}
