import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Modal, Tooltip } from 'antd';
import { useState } from 'react';
import type { MergePreview } from '#shared/contract/collection-returns.ts';
import type { CollectionDetail } from '#shared/contract/collections.ts';
import { mergeRuleNames, mergeRules, mergeRuleWords } from '#shared/rules/collections/merge/model.ts';
import { ruled } from '#shared/rules/collections/merge/plan-merge.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { ConflictTable } from './conflict-table.tsx';
import styles from './returns.module.css';

interface MergeDialogProps {
  collection: CollectionDetail;
  onClose: () => void;
}

const tables = ['collection', 'collection_unit', 'collection_return', 'collection_row'];

/** What merging would do; what would take the place of something is decided before it does. */
export function MergeDialog({ collection, onClose }: MergeDialogProps) {
  const query = useQuery({
    ...api.collectionReturns.preview.queryOptions({ input: { uid: collection.uid }, meta: { tables } }),
    gcTime: 0,
  });
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({});
  const merge = useOperation(client.collectionReturns.merge, {
    success: ({ changed }) => `已合并，改动 ${changed} 格`,
    undoable: true,
  });
  const preview = query.data;
  const open = preview?.conflicts.filter(({ id }) => choices[id] === undefined).length ?? 0;

  async function confirm({ digest, conflicts }: MergePreview): Promise<void> {
    const decisions = Object.fromEntries(conflicts.map(({ id }) => [id, choices[id] ?? '']));
    const outcome = await merge.run({ uid: collection.uid, digest, rule: null, decisions });
    if (outcome.done) onClose();
  }

  function chooseAll({ conflicts }: MergePreview, rule: (typeof mergeRules)[number]): void {
    const chosen = conflicts.map((cell): [string, string] => {
      const value = ruled(cell, rule);
      const from = cell.candidates.findLast((candidate) => candidate.value === value);
      return [cell.id, value === cell.stored || from === undefined ? 'stored' : from.returnUid];
    });
    setChoices(Object.fromEntries(chosen));
  }

  return (
    <Modal
      open
      width={980}
      centered
      title="核对、合并"
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>先不合并</Button>
          <Button
            type="primary"
            loading={merge.running}
            disabled={preview === undefined || preview.units === 0 || open > 0}
            onClick={() => preview !== undefined && void confirm(preview)}
          >
            {open > 0 ? `还有 ${open} 处没有选` : '合并'}
          </Button>
        </>
      }
    >
      <QueryView query={query}>
        {(loaded) => (
          <>
            <Summary preview={loaded} />
            {loaded.conflicts.length > 0 && (
              <>
                <div className={styles.rules}>
                  下面 {loaded.conflicts.length} 处和现有的不一样，请选保留哪一个；也可以都按一种办法：
                  {mergeRules.map((rule) => (
                    <Tooltip key={rule} title={mergeRuleWords[rule]}>
                      <Button size="small" onClick={() => chooseAll(loaded, rule)}>
                        都{mergeRuleNames[rule]}
                      </Button>
                    </Tooltip>
                  ))}
                </div>
                <ConflictTable
                  conflicts={loaded.conflicts}
                  columns={collection.definition.columns}
                  choices={choices}
                  onChoose={(id, choice) => setChoices({ ...choices, [id]: choice })}
                />
              </>
            )}
          </>
        )}
      </QueryView>
    </Modal>
  );
}

function Summary({ preview }: { preview: MergePreview }) {
  const { units, adds, same, conflicts, leftOut } = preview;
  if (units === 0 && leftOut.length === 0) return <p>没有要合并的表：没有问题的都合并过了。</p>;
  return (
    <>
      <p>
        {units} 个单位的表可以合并：填进空格 {adds} 格，与现有的一样 {same} 格，不一样的 {conflicts.length}{' '}
        格。合并以后可以撤销。
      </p>
      {leftOut.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${leftOut.join('、')}的表还要改正，这次不合并，改好以后再合并一次。`}
        />
      )}
    </>
  );
}
