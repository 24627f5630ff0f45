import { Button } from 'antd';
import type { CountyAnswer, CountyPlanDetail } from '#shared/contract/county-plans.ts';
import {
  type CheckLine,
  checkProblemNames,
  type CityTask,
  type CountyTask,
} from '#shared/rules/county-plans/check.ts';
import styles from './county-plans.module.css';
import type { TaskToEdit } from './task-dialog.tsx';

interface CheckRowProps {
  line: CheckLine;
  plan: CountyPlanDetail;
  mayEdit: boolean;
  busy: boolean;
  onEdit: (task: TaskToEdit) => void;
  onAnswer: (answers: CountyAnswer[]) => void;
  /** 本单位不涉及, or null: it does after all. */
  onExempt: (city: CityTask, isExempt: boolean) => void;
}

/** One task of the city with what answers it, or one of the unit's own with what it might answer. */
export function CheckRow({ line, plan, mayEdit, busy, onEdit, onAnswer, onExempt }: CheckRowProps) {
  const { city, county, problems, remarks, exempt } = line;
  const [own] = county;
  const proposal = city === null ? plan.proposals.find(({ countyUid }) => countyUid === own?.uid) : undefined;
  const proposed = plan.cityTasks.find(({ uid }) => uid === proposal?.cityUid);
  return (
    <tr>
      <td>
        {city !== null && (
          <>
            <div>{city.title}</div>
            {city.content !== '' && <div className={styles.grey}>{city.content}</div>}
            <div className={styles.grey}>
              时限 {city.dueOn ?? '长期'}，{city.units === '' ? '没有明确单位' : city.units}
            </div>
          </>
        )}
        {city === null && proposal === undefined && <span className={styles.grey}>自定任务</span>}
        {proposal !== undefined && proposed !== undefined && (
          <>
            <span className={styles.grey}>建议：</span>
            {proposed.title}
            {mayEdit && (
              <>
                <Button type="link" size="small" disabled={busy} onClick={() => onAnswer([proposal])}>
                  采用
                </Button>
                <Button
                  type="link"
                  size="small"
                  disabled={busy}
                  title="它不对应市方案的任务，是这个单位自定的"
                  onClick={() => onAnswer([{ ...proposal, cityUid: null }])}
                >
                  自定
                </Button>
              </>
            )}
          </>
        )}
      </td>
      <td>
        {county.map((task) => (
          <OwnTask
            key={task.uid}
            task={task}
            mayEdit={mayEdit}
            onEdit={() => onEdit({ task, answersUid: null })}
          />
        ))}
        {county.length === 0 && mayEdit && city !== null && (
          <div className={styles.answers}>
            <Button
              type="link"
              size="small"
              className={styles.flat ?? ''}
              onClick={() => onEdit({ task: null, answersUid: city.uid })}
            >
              录入对应的任务
            </Button>
            <Button
              type="link"
              size="small"
              className={styles.flat ?? ''}
              disabled={busy}
              onClick={() => onExempt(city, exempt === null)}
            >
              {exempt === null ? '本单位不涉及' : '改为涉及'}
            </Button>
          </div>
        )}
      </td>
      <td>
        {problems.map(({ kind, detail, countyUid }) => (
          <div key={`${kind} ${countyUid}`} className={styles.late}>
            {checkProblemNames[kind]}
            {detail !== '' && `：${detail}`}
          </div>
        ))}
        {remarks.map((remark) => (
          <div key={remark} className={styles.grey}>
            数字请核对：{remark}
          </div>
        ))}
        {exempt !== null && <span className={styles.grey}>不涉及：{exempt}</span>}
        {problems.length + remarks.length === 0 && city !== null && exempt === null && (
          <span className={styles.done}>一致</span>
        )}
      </td>
    </tr>
  );
}

function OwnTask({ task, mayEdit, onEdit }: { task: CountyTask; mayEdit: boolean; onEdit: () => void }) {
  const facts = `${task.unit === '' ? '没有责任单位' : task.unit}，时限 ${task.dueOn ?? '没有写'}`;
  return (
    <div className={styles.own}>
      {mayEdit ? (
        <button type="button" className={styles.edit} title="修改这项任务" onClick={onEdit}>
          {task.text}
        </button>
      ) : (
        task.text
      )}
      <div className={styles.grey}>{facts}</div>
    </div>
  );
}
