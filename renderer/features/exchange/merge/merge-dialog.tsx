import { Alert, Button, Modal, Progress } from 'antd';
import { useState } from 'react';
import type { WaitingPack } from '#shared/contract/exchange.ts';
import type { PackRule } from '#shared/rules/exchange/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { SavingDialog } from '#renderer/ui/saving-dialog.tsx';
import styles from '../exchange.module.css';
import { Conflicts } from './conflicts.tsx';
import { LeftOut, NewerCells } from './newer-cells.tsx';
import { PackCountsTable, PackFacts } from './pack-facts.tsx';
import { Questions } from './questions.tsx';
import { usePreview } from './use-preview.ts';

/** What merging would do; what would take the place of something is decided before it does. */
export function MergeDialog({ pack, onClose }: { pack: WaitingPack; onClose: () => void }) {
  const { stagedUid } = pack;
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [rule, setRule] = useState<PackRule | null>(null);
  const [decisions, setDecisions] = useState<Readonly<Record<string, PackRule>>>({});
  const look = usePreview(stagedUid, answers);
  const merge = useOperation(client.exchange.merge, {
    success: ({ added, changed }) => `已合并：新增 ${added} 条，修改 ${changed} 条`,
    undoable: true,
  });
  const { preview } = look;
  const open = preview === null || rule !== null ? 0 : preview.conflictCount - Object.keys(decisions).length;

  async function confirm(): Promise<void> {
    if (preview === null) return;
    const { digest } = preview;
    const outcome = await merge.run({ stagedUid, answers, digest, rule, decisions });
    if (outcome.done) onClose();
    else look.again();
  }

  const isNothing = preview !== null && preview.adds + preview.changeCount + preview.conflictCount === 0;
  const blocked = preview === null || look.isOld || preview.questions.length > 0 || open > 0;
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
        {look.problem !== null && (
          <Alert
            type="error"
            showIcon
            title={look.problem}
            action={
              <Button size="small" onClick={look.again}>
                再核对一次
              </Button>
            }
          />
        )}
        {look.isOld && look.problem === null && <Looking step={look.step} progress={look.progress} />}
        {preview !== null && (
          <div className={styles.body}>
            <PackFacts header={preview.header} isNothing={isNothing} />
            <Questions questions={preview.questions} answers={answers} onAnswer={setAnswers} />
            <PackCountsTable counts={preview.counts} />
            <Conflicts
              preview={preview}
              choiceOf={({ id }) => decisions[id] ?? rule ?? undefined}
              onRule={(chosen) => {
                setRule(chosen);
                setDecisions({});
              }}
              onChoose={(id, chosen) => setDecisions({ ...decisions, [id]: chosen })}
            />
            <NewerCells cells={preview.changes} count={preview.changeCount} />
            <LeftOut rows={preview.leftOut} count={preview.leftOutCount} />
          </div>
        )}
      </Modal>
      <SavingDialog operationUid={merge.runningUid} />
    </>
  );
}

function Looking({ step, progress }: { step: string; progress: number | null }) {
  return (
    <div aria-live="polite">
      <p>{step}</p>
      <Progress
        status="active"
        percent={progress === null ? 100 : Math.round(progress * 100)}
        showInfo={progress !== null}
      />
    </div>
  );
}

function mergeWord(questions: number, open: number): string {
  if (questions > 0) return `还有 ${questions} 个机构没有定`;
  return open > 0 ? `还有 ${open} 处没有选` : '合并';
}
