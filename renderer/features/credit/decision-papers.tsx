import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useLocation } from 'wouter';
import type { CreditDecision } from '#shared/contract/credit.ts';
import { localDay } from '#shared/calendar/days.ts';
import { DECISION_FILES } from '#shared/rules/credit/files.ts';
import { isOpenStage } from '#shared/rules/credit/state.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import styles from './credit.module.css';

const paperNames = { notice: '告知书', decision: '决定书', repair: '修复决定书' } as const;
type PaperOf = keyof typeof paperNames;

/** Papers that were drafted for it, and those that may be. */
export function DecisionPapers({ decision }: { decision: CreditDecision }) {
  const [, navigate] = useLocation();
  const mayWrite = useRight('editPapers');
  const { data = [] } = useQuery(
    api.papers.ofSubject.queryOptions({
      input: { kind: DECISION_FILES, uid: decision.uid },
      meta: { tables: ['paper'] },
    }),
  );
  const draft = useOperation(client.credit.draftPaper, { success: '已拟好，请核对', undoable: true });
  const offered: PaperOf[] = [
    ...(isOpenStage(decision.stage) ? (['notice'] as const) : []),
    ...(decision.stage === 'ready' || decision.decidedOn !== null ? (['decision'] as const) : []),
    ...(decision.repairs.length > 0 ? (['repair'] as const) : []),
  ];

  async function write(kind: PaperOf): Promise<void> {
    const outcome = await draft.run({ decisionUid: decision.uid, kind, day: localDay(Date.now()) });
    if (outcome.done) navigate(`/papers/${outcome.value.paperUid}`);
  }

  return (
    <>
      {data.length > 0 && (
        <ul className={styles.lines}>
          {data.map(({ uid, title, number }) => (
            <li key={uid}>
              <Link href={`/papers/${uid}`}>{[title, number].filter((part) => part !== '').join(' ')}</Link>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && offered.length > 0 && (
        <div className={styles.steps}>
          {offered.map((kind) => (
            <Button key={kind} size="small" loading={draft.running} onClick={() => void write(kind)}>
              拟{paperNames[kind]}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
