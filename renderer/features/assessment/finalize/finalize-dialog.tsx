import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import type { FinalizeCheck, PeriodDetail } from '#shared/contract/assessment.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import styles from './finalize.module.css';

type Problem = FinalizeCheck['problems'][number];

interface FinalizeDialogProps {
  period: PeriodDetail;
  onJump: (problem: Problem) => void;
  onClose: () => void;
}

/** What is left to do before 定稿, each line leading to its cell; then the consequence in words. */
export function FinalizeDialog({ period, onJump, onClose }: FinalizeDialogProps) {
  const check = useQuery({
    ...api.assessment.finalizeCheck.queryOptions({
      input: { uid: period.uid },
      meta: {
        tables: [
          'score',
          'judge',
          'judged_cell',
          'deduction',
          'objection',
          'assessment_object',
          'assessment_group',
        ],
      },
    }),
    staleTime: 0,
  });
  const finalize = useOperation(client.assessment.finalize, {
    success: ({ fingerprint }) => `已定稿，指纹 ${fingerprint.slice(0, 8)}`,
    repeat: true,
  });
  const isReady = check.data?.problemCount === 0;

  async function confirm(): Promise<void> {
    const outcome = await finalize.run({ uid: period.uid });
    if (outcome.done) onClose();
  }

  return (
    <Modal
      open
      width={620}
      title={`定稿：${period.title}`}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {isReady ? '暂不定稿' : '关闭'}
        </Button>,
        <Button
          key="finalize"
          type="primary"
          disabled={!isReady}
          loading={finalize.running}
          onClick={() => void confirm()}
        >
          定稿
        </Button>,
      ]}
    >
      <QueryView query={check}>
        {({ problems, problemCount }) =>
          problemCount === 0 ? (
            <p>
              全部评完，没有缺项。定稿后评分、被考评单位和名称都不能再改，并记下本期结果的指纹;
              确需修改时可以写明原因重新打开，定稿和重新打开都会留下记录。
            </p>
          ) : (
            <>
              <p>还有 {problemCount} 处需要处理，点一行就到那一格：</p>
              <ul className={styles.problems} aria-label="需要处理的评分">
                {problems.map((problem) => (
                  <li key={`${problem.objectUid}/${problem.indicatorUid}/${problem.text}`}>
                    <button type="button" className={styles.problem} onClick={() => onJump(problem)}>
                      {problem.text}
                    </button>
                  </li>
                ))}
              </ul>
              {problemCount > problems.length && <p>……还有 {problemCount - problems.length} 处。</p>}
            </>
          )
        }
      </QueryView>
    </Modal>
  );
}
