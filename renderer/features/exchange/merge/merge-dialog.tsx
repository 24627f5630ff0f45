import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { WaitingPack } from '#shared/contract/exchange.ts';
import type { PackRule } from '#shared/rules/exchange/model.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SavingDialog } from '#renderer/ui/saving-dialog.tsx';
import styles from '../exchange.module.css';
import { Conflicts } from './conflicts.tsx';
import { LeftOut, NewerCells } from './newer-cells.tsx';
import { PackCountsTable, PackFacts } from './pack-facts.tsx';
import { Questions } from './questions.tsx';

/** What merging would do; what would take the place of something is decided before it does. */
export function MergeDialog({ pack, onClose }: { pack: WaitingPack; onClose: () => void }) {
  const { stagedUid } = pack;
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [rule, setRule] = useState<PackRule | null>(null);
  const [decisions, setDecisions] = useState<Readonly<Record<string, PackRule>>>({});
  const query = useQuery({
    ...api.exchange.preview.queryOptions({ input: { stagedUid, answers } }),
    gcTime: 0,
    placeholderData: (before) => before,
  });
  const merge = useOperation(client.exchange.merge, {
    success: ({ added, changed }) => `已合并：新增 ${added} 条，修改 ${changed} 条`,
    undoable: true,
  });
  const preview = query.data;
  const open =
    preview === undefined || rule !== null ? 0 : preview.conflictCount - Object.keys(decisions).length;

  async function confirm(): Promise<void> {
    if (preview === undefined) return;
    const { digest } = preview;
    const outcome = await merge.run({ stagedUid, answers, digest, rule, decisions });
    if (outcome.done) onClose();
    else void query.refetch();
  }

  const isNothing = preview !== undefined && preview.adds + preview.changeCount + preview.conflictCount === 0;
  const blocked =
    preview === undefined || query.isPlaceholderData || preview.questions.length > 0 || open > 0;
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
            <Button onClick={onClose}>{isNothing ? '关闭' : '先不合并'}</Button>
            {!isNothing && (
              <Button
                type="primary"
                loading={merge.running}
                disabled={blocked}
                onClick={() => void confirm()}
              >
                {mergeWord(preview?.questions.length ?? 0, open)}
              </Button>
            )}
          </>
        }
      >
        <QueryView query={query}>
          {(loaded) => (
            <div className={styles.body}>
              <PackFacts header={loaded.header} isNothing={isNothing} />
              <Questions questions={loaded.questions} answers={answers} onAnswer={setAnswers} />
              <PackCountsTable counts={loaded.counts} />
              <Conflicts
                preview={loaded}
                choiceOf={({ id }) => decisions[id] ?? rule ?? undefined}
                onRule={(chosen) => {
                  setRule(chosen);
                  setDecisions({});
                }}
                onChoose={(id, chosen) => setDecisions({ ...decisions, [id]: chosen })}
              />
              <NewerCells cells={loaded.changes} count={loaded.changeCount} />
              <LeftOut rows={loaded.leftOut} count={loaded.leftOutCount} />
            </div>
          )}
        </QueryView>
      </Modal>
      <SavingDialog operationUid={merge.runningUid} />
    </>
  );
}

function mergeWord(questions: number, open: number): string {
  if (questions > 0) return `还有 ${questions} 个机构没有定`;
  return open > 0 ? `还有 ${open} 处没有选` : '合并';
}
