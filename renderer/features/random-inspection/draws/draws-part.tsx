import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { RandomDraw } from '#shared/contract/random-draws.ts';
import { drawStatusNames } from '#shared/rules/random-inspection/model.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { shortInstant } from '#renderer/ui/instants.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import styles from '../random.module.css';
import { useDraws, usePlans } from '../use-random.ts';
import { drawLights } from '../words.ts';
import { DrawPanel } from './draw-panel.tsx';
import { FreezeDialog } from './freeze-dialog.tsx';

const columns: NonNullable<TableProps<RandomDraw>['columns']> = [
  { title: '编号', dataIndex: 'number', width: 96 },
  {
    title: '状态',
    width: 116,
    render: (_, { status }) => <LightTag light={drawLights[status]} word={drawStatusNames[status]} />,
  },
  { title: '月份', dataIndex: 'month', width: 86 },
  { title: '抽查计划', dataIndex: 'planTitle', ellipsis: true },
  {
    title: '抽出',
    key: 'drawn',
    width: 70,
    align: 'right',
    render: (_, { drawn }) => (drawn === 0 ? '' : drawn),
  },
  {
    title: '时间',
    key: 'at',
    width: 120,
    render: (_, { frozenAt, drawnAt }) => shortInstant(drawnAt ?? frozenAt),
  },
  { title: '作废原因', key: 'reason', dataIndex: 'cancelReason', width: 120, ellipsis: true },
];

/** 抽取: every draw with its number, the cancelled ones as well; the open one beside the list. */
export function DrawsPart({ mayEdit }: { mayEdit: boolean }) {
  const { data = [], isLoading } = useDraws();
  const { uid } = useParams<{ uid?: string }>();
  const [, navigate] = useLocation();
  const [isFreezing, setIsFreezing] = useState(false);
  const open = (wanted: string) => navigate(`/random-inspection/draws/${wanted}`);
  const { data: plans } = usePlans();
  const waiting = data.find(({ status }) => status === 'frozen');
  const isPlanned = (plans ?? []).length > 0;
  const begin = mayEdit && (
    <Button
      type="primary"
      onClick={() => {
        if (waiting !== undefined) open(waiting.uid);
        else if (isPlanned) setIsFreezing(true);
        else navigate('/random-inspection/plans');
      }}
    >
      {beginText(waiting, isPlanned)}
    </Button>
  );
  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <span className={styles.hint} style={{ margin: 0 }}>
          先冻结名单，再由见证人各自给出一串字，最后抽取一次；作废的留在记录里。
        </span>
        <span className={styles.right}>{data.length > 0 && begin}</span>
      </div>
      <div className={styles.withSide}>
        <div className={styles.list}>
          <ListTable<RandomDraw>
            label="双随机抽取记录"
            columns={columns}
            rows={data}
            rowKey={(draw) => draw.uid}
            loading={isLoading}
            minWidth={740}
            leftOut={['drawn', 'at', 'reason']}
            openKey={uid ?? null}
            onOpen={(draw) => open(draw.uid)}
            empty={
              <EmptyState
                text={'这里是每一次抽取的记录。\n有了年度计划、对象和有执法证件的人员，就可以开始抽取。'}
                action={begin}
              />
            }
          />
        </div>
        {uid !== undefined && (
          <DrawPanel
            key={uid}
            uid={uid}
            mayEdit={mayEdit}
            onClose={() => navigate('/random-inspection/draws')}
          />
        )}
      </div>
      {isFreezing && (
        <FreezeDialog
          onDone={(frozen) => {
            setIsFreezing(false);
            open(frozen);
          }}
          onClose={() => setIsFreezing(false)}
        />
      )}
    </div>
  );
}

function beginText(waiting: RandomDraw | undefined, isPlanned: boolean): string {
  if (waiting !== undefined) return `继续第 ${waiting.number} 号抽取`;
  return isPlanned ? '开始抽取' : '先编年度计划';
}
