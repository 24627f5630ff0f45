import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Modal, Tooltip } from 'antd';
import { useState } from 'react';
import type { MergePreview } from '#shared/contract/collection-returns.ts';
import type { CollectionDetail } from '#shared/contract/collections.ts';
import {
  type MergeCell,
  mergeRuleNames,
  type MergeRule,
  mergeRules,
  mergeRuleWords,
} from '#shared/rules/collections/merge/model.ts';
import { ruledChoice } from '#shared/rules/collections/merge/plan-merge.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { SavingDialog } from '#renderer/ui/saving-dialog.tsx';
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
  const [rule, setRule] = useState<MergeRule | null>(null);
  const [decisions, setDecisions] = useState<Readonly<Record<string, string>>>({});
  const merge = useOperation(client.collectionReturns.merge, {
    success: ({ changed }) => `已合并，改动 ${changed} 格`,
    undoable: true,
  });
  const backUp = useOperation(client.collectionReturns.backUpFirst, { isSave: false });
  const preview = query.data;
  const decided = Object.keys(decisions).length;
  const open = rule === null && preview !== undefined ? preview.conflictCount - decided : 0;

  async function confirm(): Promise<void> {
    if (preview === undefined) return;
    const { digest, adds, conflictCount } = preview;
    if (!(await backUp.run({ cells: adds + conflictCount })).done) return;
    if ((await merge.run({ uid: collection.uid, digest, rule, decisions })).done) onClose();
  }

  function choiceOf(cell: MergeCell): string | undefined {
    return decisions[cell.id] ?? (rule === null ? undefined : ruledChoice(cell, rule));
  }

  return (
    <>
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
              loading={backUp.running || merge.running}
              disabled={preview === undefined || preview.units === 0 || open > 0}
              onClick={() => void confirm()}
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
                    {loaded.conflictCount}{' '}
                    处和现有的不一样，请选保留哪一个；也可以都按一种办法，再改其中几处：
                    {mergeRules.map((each) => (
                      <Tooltip key={each} title={mergeRuleWords[each]}>
                        <Button
                          size="small"
                          onClick={() => {
                            setRule(each);
                            setDecisions({});
                          }}
                        >
                          {mergeRuleNames[each]}
                        </Button>
                      </Tooltip>
                    ))}
                  </div>
                  <ConflictTable
                    conflicts={loaded.conflicts}
                    columns={collection.definition.columns}
                    units={collection.units}
                    choiceOf={choiceOf}
                    onChoose={(id, choice) => setDecisions({ ...decisions, [id]: choice })}
                  />
                  {loaded.conflictCount > loaded.conflicts.length && (
                    <p>只列出前 {loaded.conflicts.length} 处，其余的按一种办法定。</p>
                  )}
                </>
              )}
            </>
          )}
        </QueryView>
      </Modal>
      <SavingDialog operationUid={merge.runningUid} />
    </>
  );
}

function Summary({ preview }: { preview: MergePreview }) {
  const { units, adds, same, conflictCount, leftOut, gone } = preview;
  if (units === 0 && leftOut.length === 0) return <p>没有要合并的表：没有问题的都合并过了。</p>;
  return (
    <>
      <p>
        {units} 个单位的表可以合并：填进空格 {adds} 格，与现有的一样 {same} 格，不一样的 {conflictCount}{' '}
        格。合并以后可以撤销。
      </p>
      {leftOut.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${namesOf(leftOut, '单位')}的表还要改正，这次不合并，改好以后再合并一次。`}
        />
      )}
      {gone.length > 0 && (
        <Alert type="warning" showIcon title={`这里已经没有了、不再合并的行：${namesOf(gone, '行')}。`} />
      )}
    </>
  );
}

const SHOWN_NAMES = 8;

function namesOf(names: readonly string[], what: string): string {
  const shown = names.slice(0, SHOWN_NAMES).join('、');
  return names.length > SHOWN_NAMES ? `${shown}等 ${names.length} 个${what}` : shown;
}
