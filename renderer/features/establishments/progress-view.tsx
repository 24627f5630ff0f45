import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import type {
  CountyProgress,
  EstablishmentKind,
  EstablishmentProgress,
  EstablishmentView,
} from '#shared/contract/establishments.ts';
import { percentOf } from '#shared/rules/reports/words.ts';
import { api } from '#renderer/app/client.ts';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { DrawingView } from '#renderer/ui/picture/drawing-view.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useCurrentDay } from '#renderer/ui/use-current-day.ts';
import { curveDrawing } from './curve-drawing.ts';
import styles from './establishments.module.css';
import { establishmentTables } from './words.ts';

interface ProgressViewProps {
  kind: EstablishmentKind;
  actions: ReactNode;
  choice: ReactNode;
  /** Shows the units behind a number. */
  onOpen: (countyUid: string | null, view: EstablishmentView) => void;
}

/** How far each county is against the deadline; each number opens its units. */
export function ProgressView({ kind, actions, choice, onOpen }: ProgressViewProps) {
  const progress = useQuery(
    api.establishments.progress.queryOptions({
      input: { kindUid: kind.uid },
      meta: { tables: establishmentTables },
    }),
  );
  const note = `期限 ${kind.dueOn}${kind.source === '' ? '' : `，依据：${kind.source}`}`;
  return (
    <PageFrame title="基层机构" note={note} actions={actions} toolbar={choice}>
      <QueryView query={progress}>
        {(data) => <Progress kind={kind} progress={data} onOpen={onOpen} />}
      </QueryView>
    </PageFrame>
  );
}

interface ProgressProps {
  kind: EstablishmentKind;
  progress: EstablishmentProgress;
  onOpen: ProgressViewProps['onOpen'];
}

function Progress({ kind, progress, onOpen }: ProgressProps) {
  const { counties, curve } = progress;
  const today = useCurrentDay();
  const drawing = curveDrawing({
    title: `${kind.name}挂牌进度`,
    days: curve,
    total: counties[0]?.total ?? 0,
    dueOn: kind.dueOn,
    today,
  });
  return (
    <div className={styles.progress}>
      <table className={styles.table}>
        <thead>
          <tr>
            {['县(市、区)', '应设立', '已挂牌', '其中逾期', '逾期未挂牌', '进度滞后', '完成率'].map(
              (head) => (
                <th key={head}>{head}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {counties.map((county) => (
            <CountyLine key={county.uid} county={county} onOpen={(view) => onOpen(county.uid, view)} />
          ))}
        </tbody>
      </table>
      {drawing === null ? (
        <p className={styles.note}>还没有登记挂牌。登记以后这里画出每天的进度。</p>
      ) : (
        <DrawingView drawing={drawing} onOpen={() => undefined} />
      )}
    </div>
  );
}

interface CountyLineProps {
  county: CountyProgress;
  onOpen: (view: EstablishmentView) => void;
}

function CountyLine({ county, onOpen }: CountyLineProps) {
  const { name, total, established, establishedLate, late, behind } = county;
  const number = (count: number, view: EstablishmentView, what: string) => (
    <td>
      {count === 0 ? (
        '0'
      ) : (
        <button
          type="button"
          className={styles.number}
          data-late={view === 'late'}
          aria-label={`${name}${what}${count}个`}
          onClick={() => onOpen(view)}
        >
          {count}
        </button>
      )}
    </td>
  );
  return (
    <tr>
      <td>{name}</td>
      {number(total, 'all', '应设立')}
      {number(established, 'established', '已挂牌')}
      <td>{establishedLate}</td>
      {number(late, 'late', '逾期未挂牌')}
      {number(behind, 'behind', '进度滞后')}
      <td>{percentOf(established, total)}</td>
    </tr>
  );
}
