import { Timeline } from 'antd';
import type { PaperStep } from '#shared/contract/papers.ts';
import { paperStatusNames } from '#shared/rules/papers/steps.ts';
import { fullInstant } from '#renderer/ui/instants.ts';

const names: Readonly<Record<PaperStep['kind'], string>> = {
  create: '拟稿',
  submit: '送出',
  approve: '核稿通过',
  return: '退回',
  sign: '签发',
  issue: '印发',
  void: '作废',
};

/** Who did what and when, the last step first. */
export function HistoryTab({
  steps,
  fingerprint,
}: {
  steps: readonly PaperStep[];
  fingerprint: string | null;
}) {
  return (
    <>
      <Timeline
        style={{ paddingTop: 8 }}
        items={steps.toReversed().map((step) => ({
          key: step.at,
          color: step.kind === 'return' || step.kind === 'void' ? 'red' : 'gray',
          content: (
            <>
              {names[step.kind]}
              {(step.kind === 'submit' || step.kind === 'return') && ` → ${paperStatusNames[step.toStatus]}`}
              {`　${step.person === '' ? step.userName : `${step.person}（${step.userName}录入）`}　${fullInstant(step.at)}`}
              {step.opinion !== '' && <div>意见：{step.opinion}</div>}
            </>
          ),
        }))}
      />
      {fingerprint !== null && <p>印发稿的指纹：{fingerprint.slice(0, 16)}</p>}
    </>
  );
}
