import StarFilled from '@ant-design/icons/StarFilled';
import StarOutlined from '@ant-design/icons/StarOutlined';
import { Button, Dropdown, Tooltip } from 'antd';
import { Link } from 'wouter';
import type { TaskDetail } from '#shared/contract/tasks.ts';
import { cycleText } from '#shared/rules/tasks/feedback-cycle.ts';
import { lightOf } from '#shared/rules/tasks/light.ts';
import { isOwed, taskKindNames, taskStatusNames } from '#shared/rules/tasks/model.ts';
import { allowedSteps, type TaskStep } from '#shared/rules/tasks/steps.ts';
import { client } from '#renderer/app/client.ts';
import { FindingOfTask } from '#renderer/app/inspection-parts.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight, useSession } from '#renderer/app/session.tsx';
import { type Fact, FactList } from '#renderer/ui/fact-list.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { DeductionsOfTask } from '../deductions/index.ts';
import { UnreleasedMark } from '../unreleased/index.ts';
import { stepForms } from './step-forms.ts';
import { DueDay, unitNames } from './task-columns.tsx';
import { TaskNotices } from './task-notices.tsx';
import { TaskTimeline } from './task-timeline.tsx';
import { useLightDays, useTask } from './use-tasks.ts';
import styles from './tasks.module.css';

const PANEL_PIXELS = 440;
/** Beside the biggest one; the others stand in a menu. */
const SHOWN_STEPS = 3;

interface TaskPanelProps {
  uid: string;
  onStep: (step: TaskStep, task: TaskDetail) => void;
  onEdit: (task: TaskDetail) => void;
  onClose: () => void;
}

/** The open task beside the list: next step, facts, timeline. */
export function TaskPanel({ uid, onStep, onEdit, onClose }: TaskPanelProps) {
  const query = useTask(uid);
  return (
    <SidePanel title={query.data?.title ?? '督办任务'} width={PANEL_PIXELS} onClose={onClose}>
      <QueryView query={query}>
        {(task) => (
          <>
            <TaskState task={task} />
            {task.kind === 'finding' && <FindingOfTask uid={task.uid} />}
            <Steps
              task={task}
              onStep={(step) => onStep(step, task)}
              onEdit={() => onEdit(task)}
              onRemoved={onClose}
            />
            <FactList facts={factsOf(task)} />
            {task.content !== '' && <p className={styles.content}>{task.content}</p>}
            <TaskNotices uid={task.uid} />
            <DeductionsOfTask task={task} />
            <h3 className={styles.heading}>办理过程</h3>
            <TaskTimeline events={task.events} />
          </>
        )}
      </QueryView>
    </SidePanel>
  );
}

function TaskState({ task }: { task: TaskDetail }) {
  const { today, warningDays } = useLightDays();
  const { user } = useSession();
  const mine = task.keeperUid === user.uid;
  const light = lightOf(task, today, warningDays);
  const status = taskStatusNames[task.status];
  const keep = useOperation(client.tasks.keep, {
    undoable: true,
    success: mine ? '不再盯这项任务' : '已列入我盯的',
  });
  return (
    <div className={styles.eventHead}>
      <UnreleasedMark uid={task.uid} />
      <LightTag {...light} />
      {!light.word.startsWith(status) && <span className={styles.grey}>{status}</span>}
      {task.pressedCount > 0 && <span className={styles.grey}>已催办 {task.pressedCount} 次</span>}
      <Tooltip title={task.keeperName === null || mine ? '' : `${task.keeperName}在盯`}>
        <Button
          type="text"
          size="small"
          icon={mine ? <StarFilled aria-hidden /> : <StarOutlined aria-hidden />}
          onClick={() => void keep.run({ uids: [task.uid], keep: !mine })}
        >
          {mine ? '我在盯' : '我来盯'}
        </Button>
      </Tooltip>
    </div>
  );
}

interface StepsProps {
  task: TaskDetail;
  onStep: (step: TaskStep) => void;
  onEdit: () => void;
  onRemoved: () => void;
}

function Steps({ task, onStep, onEdit, onRemoved }: StepsProps) {
  const mayEdit = useRight('editTasks');
  const { today, warningDays } = useLightDays();
  const { light } = lightOf(task, today, warningDays);
  const remove = useOperation(client.tasks.remove, { success: `已删除“${task.title}”`, undoable: true });
  if (!mayEdit) return null;
  const steps = allowedSteps(task.status);
  // Of what is overdue the office's next step is to press; how it went is then told by the unit.
  const next = light === 'red' ? 'press' : steps[0];
  const others = steps.filter((step) => step !== next);
  const untouched = task.events.every(
    ({ kind }) => kind === 'create' || kind === 'assign' || kind === 'correct',
  );
  const more = [
    ...others
      .slice(SHOWN_STEPS)
      .map((step) => ({ key: step, label: stepForms[step].verb, danger: step === 'cancel' })),
    ...(untouched ? [{ key: 'remove', label: '删除(录错了)', danger: true }] : []),
  ];

  async function choose(key: string): Promise<void> {
    if (key !== 'remove') onStep(key as TaskStep);
    else if ((await remove.run({ uids: [task.uid] })).done) onRemoved();
  }

  return (
    <div className={styles.steps}>
      {next !== undefined && (
        <Button type="primary" size="large" block onClick={() => onStep(next)}>
          {stepForms[next].verb}
        </Button>
      )}
      {others.slice(0, SHOWN_STEPS).map((step) => (
        <Button key={step} onClick={() => onStep(step)}>
          {stepForms[step].verb}
        </Button>
      ))}
      <Button onClick={onEdit}>修改</Button>
      {more.length > 0 && (
        <Dropdown menu={{ items: more, onClick: ({ key }) => void choose(key) }}>
          <Button>更多</Button>
        </Dropdown>
      )}
    </div>
  );
}

function factsOf(task: TaskDetail): Fact[] {
  return [
    ['牵头单位', unitNames(task, 'lead') || <span className={styles.late}>还没有定</span>],
    ['配合单位', unitNames(task, 'supporting')],
    ['完成时限', <DueDay key="due" task={task} />],
    ['交办日期', task.assignedOn],
    ['反馈周期', cycleWords(task)],
    ['类别', taskKindNames[task.kind]],
    ['来源', sourceFact(task.source)],
    ['实施方案', planFact(task.plan)],
  ];
}

/** Pages of what tasks come from, by kind of source. */
const sourcePages: Readonly<Record<string, string>> = {
  minutes: '/meetings/',
  receivedPaper: '/received-papers/',
  campaign: '/campaigns/',
};

function sourceFact({ kind, uid, text }: TaskDetail['source']): React.ReactNode {
  const page = sourcePages[kind];
  if (page === undefined || uid === null) return text;
  return <Link href={`${page}${uid}`}>{text || '查看来源'}</Link>;
}

function planFact(plan: TaskDetail['plan']): React.ReactNode {
  return plan === null ? '' : <Link href={`/plans/${plan.uid}`}>{plan.title}</Link>;
}

function cycleWords({ feedbackCycle, nextFeedbackOn, status }: TaskDetail): string {
  if (feedbackCycle.kind === 'none') return '';
  const next = isOwed(status) && nextFeedbackOn !== null ? `，下次 ${nextFeedbackOn}` : '';
  return `${cycleText(feedbackCycle)}${next}`;
}
