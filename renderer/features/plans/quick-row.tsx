import { Button, Input, type InputRef, Segmented } from 'antd';
import { useRef, useState } from 'react';
import type { PlanDetail, PlanNode } from '#shared/contract/plans.ts';
import { outlineOf, type Place } from '#shared/rules/plans/tree.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { NewTaskDue } from '#renderer/features/tasks/index.ts';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import styles from './plans.module.css';

type Kind = 'task' | 'heading';

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
    if (title !== '') {
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

  const what = kind === 'heading' ? '新标题' : '新任务';
  return (
    <form
      className={styles.quick}
      aria-label="快速新增"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Segmented<Kind>
        aria-label="添加什么"
        value={kind}
        onChange={setKind}
        options={[
          { value: 'heading', label: '标题' },
          { value: 'task', label: '任务' },
        ]}
      />
      <Input
        ref={field}
        className={styles.grow ?? ''}
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

/** A task comes below the heading where the clerk stands, or behind the task; a heading behind the line. */
function placeOfNext(nodes: readonly PlanNode[], current: PlanNode | null, kind: Kind): Place {
  const lastBelow = (uid: string | null) =>
    outlineOf(nodes).findLast(({ node }) => node.parentUid === uid)?.node.uid ?? null;
  if (current === null) return { parentUid: null, afterUid: lastBelow(null) };
  if (kind === 'heading') {
    // Behind a task of a heading: the next heading stands beside that one.
    const parent = nodes.find(({ uid }) => uid === current.parentUid);
    const beside = current.heading === null && parent !== undefined ? parent : current;
    return { parentUid: beside.parentUid, afterUid: beside.uid };
  }
  if (current.heading === null) return { parentUid: current.parentUid, afterUid: current.uid };
  return { parentUid: current.uid, afterUid: lastBelow(current.uid) };
}

function whereText(current: PlanNode | null, kind: Kind): string {
  if (current === null) return '到末尾';
  if (kind === 'task' && current.heading !== null) return `到“${current.heading}”下`;
  return kind === 'heading' ? '' : `到“${current.task?.title ?? ''}”之后`;
}
