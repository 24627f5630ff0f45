import { Button, Input, type InputRef, Segmented } from 'antd';
import { useRef, useState } from 'react';
import type { PlanDetail, PlanNode } from '#shared/contract/plans.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { NewTaskDue } from '#renderer/features/tasks/index.ts';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { LinkTasks } from './link-tasks.tsx';
import { type LineKind, placeOfNext, whereText } from './next-place.ts';
import outlineStyles from '#renderer/ui/outline/outline.module.css';
import styles from './plans.module.css';

/** existing: of the list of tasks. */
type Kind = LineKind | 'existing';

interface QuickRowProps {
  plan: PlanDetail;
  /** The line where the clerk stands. */
  current: PlanNode | null;
  /** The new line: the next one follows it. */
  onAdded: (uid: string) => void;
}

/** The next line of the plan: what, who, by when; Enter enters it and asks for the one after it. */
export function QuickRow({ plan, current, onAdded }: QuickRowProps) {
  const [chosen, setKind] = useState<Kind | null>(null);
  // A plan begins with a heading, mostly.
  const kind = chosen ?? (plan.nodes.length === 0 ? 'heading' : 'task');
  const [text, setText] = useState('');
  const [leadUids, setLeadUids] = useState<string[]>([]);
  const [supportingUids, setSupportingUids] = useState<string[]>([]);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const field = useRef<InputRef>(null);
  const addTask = useOperation(client.plans.addTask, { success: '已新增一项任务', undoable: true });
  const addHeading = useOperation(client.plans.addHeading, { success: '已新增标题', undoable: true });

  async function submit(): Promise<void> {
    const title = text.trim();
    if (title !== '' && kind !== 'existing') {
      const place = placeOfNext(plan.nodes, current, kind);
      const outcome =
        kind === 'heading'
          ? await addHeading.run({ planUid: plan.uid, place, heading: title })
          : await addTask.run({ planUid: plan.uid, place, title, leadUids, supportingUids, dueOn });
      if (!outcome.done) return;
      onAdded(outcome.value.uid);
      setText('');
      // What comes below a heading are tasks; units and day are mostly other ones.
      setKind('task');
      setSupportingUids([]);
      setDueOn(null);
    }
    field.current?.focus();
  }

  const kinds = (
    <Segmented<Kind>
      aria-label="添加什么"
      value={kind}
      onChange={setKind}
      options={[
        { value: 'heading', label: '标题' },
        { value: 'task', label: '任务' },
        { value: 'existing', label: '已有任务' },
      ]}
    />
  );
  if (kind === 'existing') {
    return (
      <div className={outlineStyles.quick}>
        {kinds}
        <LinkTasks plan={plan} current={current} onLinked={onAdded} />
      </div>
    );
  }
  const what = kind === 'heading' ? '新标题' : '新任务';
  return (
    <form
      className={outlineStyles.quick}
      aria-label="快速新增"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {kinds}
      <Input
        ref={field}
        className={outlineStyles.grow ?? ''}
        aria-label={what}
        placeholder={`${what}，回车新增${whereText(current, kind)}`}
        maxLength={200}
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {kind === 'task' && (
        <>
          <div className={styles.quickUnits}>
            <OrganizationSelect
              multiple
              aria-label="新任务的牵头单位"
              placeholder="牵头单位"
              value={leadUids}
              onChange={setLeadUids}
            />
          </div>
          <div className={styles.quickUnits}>
            <OrganizationSelect
              multiple
              aria-label="新任务的配合单位"
              placeholder="配合单位"
              value={supportingUids}
              onChange={setSupportingUids}
            />
          </div>
          <div className={styles.quickDay}>
            <NewTaskDue day={plan.issuedOn} value={dueOn} onChange={setDueOn} />
          </div>
        </>
      )}
      <Button htmlType="submit" loading={addTask.running || addHeading.running}>
        新增
      </Button>
    </form>
  );
}
