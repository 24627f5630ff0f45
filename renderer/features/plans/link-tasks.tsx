import { Button, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { PlanCandidate, PlanDetail, PlanNode } from '#shared/contract/plans.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { unitNames } from '#renderer/features/tasks/index.ts';
import { placeOfNext, whereText } from './next-place.ts';
import styles from './plans.module.css';
import { usePlanCandidates } from './use-plans.ts';

interface Chosen {
  value: string;
  label: string;
}

interface LinkTasksProps {
  plan: PlanDetail;
  /** The line where the clerk stands. */
  current: PlanNode | null;
  /** The last new line: the next one follows it. */
  onLinked: (uid: string) => void;
}

/** Takes tasks of the list into the plan: found by what the clerk knows of them, any number at once. */
export function LinkTasks({ plan, current, onLinked }: LinkTasksProps) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Chosen[]>([]);
  const { data = [] } = usePlanCandidates(useDeferredValue(text.trim()));
  const link = useOperation(client.plans.linkTasks, {
    success: ({ uids }) => `已加入 ${uids.length} 项任务`,
    undoable: true,
  });

  async function run(): Promise<void> {
    const place = placeOfNext(plan.nodes, current, 'task');
    const taskUids = chosen.map(({ value }) => value);
    const outcome = await link.run({ planUid: plan.uid, place, taskUids });
    if (!outcome.done) return;
    setChosen([]);
    setText('');
    const last = outcome.value.uids.at(-1);
    if (last !== undefined) onLinked(last);
  }

  return (
    <>
      <Select<Chosen[], Option>
        labelInValue
        mode="multiple"
        className={styles.grow ?? ''}
        aria-label="已有任务"
        placeholder={`查找督办任务：名称、单位、来源或拼音首字母，加入${whereText(current, 'task')}`}
        maxTagCount="responsive"
        value={chosen}
        options={data.map(optionOf)}
        optionRender={renderOption}
        showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
        notFoundContent="没有找到这样的督办任务"
        onChange={(tasks) => {
          setChosen(tasks);
          setText('');
        }}
      />
      <Button disabled={chosen.length === 0} loading={link.running} onClick={() => void run()}>
        加入
      </Button>
    </>
  );
}

interface Option extends Chosen {
  disabled: boolean;
  note: string;
}

function optionOf({ task, planTitle }: PlanCandidate): Option {
  const facts = [unitNames(task, 'lead'), task.dueOn ?? '长期', task.source.text];
  return {
    value: task.uid,
    label: task.title,
    disabled: planTitle !== null,
    note: planTitle === null ? facts.filter((fact) => fact !== '').join('，') : `已在方案“${planTitle}”里`,
  };
}

function renderOption({ data }: { data: Option }) {
  return (
    <>
      {data.label} <span className={data.disabled ? '' : styles.grey}>{data.note}</span>
    </>
  );
}
