import { Button } from 'antd';
import {
  type CollectionReturn,
  type ReturnState,
  returnStateNames,
} from '#shared/contract/collection-returns.ts';
import type { CollectedColumn } from '#shared/rules/collections/definition.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { fullInstant } from '#renderer/ui/instants.ts';
import { type Light, LightTag } from '#renderer/ui/light-tag.tsx';
import { ProblemItem } from './problem-item.tsx';
import styles from './returns.module.css';

const stateLights: Readonly<Record<ReturnState, Light>> = {
  correct: 'green',
  mustCorrect: 'red',
  merged: 'green',
  replaced: 'plain',
};

interface ReturnCardProps {
  returned: CollectionReturn;
  columns: readonly CollectedColumn[];
}

/** One table that came back, with everything that has to be corrected in it. */
export function ReturnCard({ returned, columns }: ReturnCardProps) {
  const { uid, fileName, receivedAt, receivedBy, source, state, problems } = returned;
  const mayEdit = useRight('editTasks');
  const discard = useOperation(client.collectionReturns.discard, { success: '已退掉', undoable: true });
  const isOpen = state === 'correct' || state === 'mustCorrect';
  const shown = state === 'replaced' ? [] : problems;
  return (
    <section className={styles.return} aria-label={fileName}>
      <FactList
        facts={[
          ['文件', fileName],
          ['状态', <LightTag key="state" light={stateLights[state]} word={returnStateNames[state]} />],
          ['收到', `${fullInstant(receivedAt)} ${receivedBy}`],
          ['认出', source === 'identity' ? '' : '按栏目和单位名称'],
        ]}
      />
      {shown.map((problem) => (
        <ProblemItem
          key={`${problem.row} ${problem.column} ${problem.kind} ${problem.text}`}
          returnUid={uid}
          problem={problem}
          columns={columns}
          mayAnswer={mayEdit && isOpen}
        />
      ))}
      {mayEdit && isOpen && (
        <Button size="small" loading={discard.running} onClick={() => void discard.run({ returnUid: uid })}>
          退掉这一张
        </Button>
      )}
    </section>
  );
}
