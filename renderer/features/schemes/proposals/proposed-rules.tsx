import { Button } from 'antd';
import { useEffect, useEffectEvent } from 'react';
import type { Indicator } from '#shared/contract/schemes.ts';
import { describeRule } from '#shared/rules/scoring/describe-rule.ts';
import { proposeRules } from '#shared/rules/sentences/propose-rules.ts';
import { ruleKinds } from '../rules/kinds.ts';
import { MarkedText } from './marked-text.tsx';
import styles from './proposals.module.css';
import { completeLines, floorToTake } from './scheme-proposals.ts';
import { useTakeRules } from './use-take-rules.ts';

const floorWords = { zero: '扣完为止', negative: '可扣成负分' } as const;

interface ProposedRulesProps {
  indicator: Indicator;
  inBonusCategory: boolean;
  schemeUid: string;
}

/** What the standard beside it says, to be taken over by one press each; Alt+Enter takes all. */
export function ProposedRules({ indicator, inBonusCategory, schemeUid }: ProposedRulesProps) {
  const { take, isTaking } = useTakeRules(schemeUid);
  const proposal = proposeRules({ ...indicator, inBonusCategory });
  const floor = floorToTake(proposal, indicator);
  const lines = proposal.rules.map((proposed) => ({ indicator, proposed, floor }));
  const complete = completeLines(lines);

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.altKey || event.defaultPrevented || isTaking) return;
    event.preventDefault();
    take(complete);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  if (lines.length === 0 && proposal.unread.length === 0) return null;
  return (
    <section className={styles.beside} aria-label="从原文认出的规则">
      {lines.length > 0 && (
        <header className={styles.besideHead}>
          <span>从原文认出 {lines.length} 条，核对后采用</span>
          {floor !== null && <span className={styles.note}>“扣完以后”同时改为{floorWords[floor]}</span>}
          {complete.length > 1 && (
            <Button size="small" disabled={isTaking} title="Alt+Enter" onClick={() => take(complete)}>
              全部采用
            </Button>
          )}
        </header>
      )}
      {lines.map((line) => {
        const { rule, open } = line.proposed;
        return (
          <div key={rule.id} className={styles.line}>
            <strong className={styles.kind}>{ruleKinds[rule.kind].name}</strong>
            <span className={styles.reading}>
              {describeRule(rule)}
              {open.length > 0 && <Missing open={open} />}
            </span>
            <Button
              size="small"
              type="primary"
              ghost
              disabled={isTaking}
              aria-label={`采用：${describeRule(rule)}`}
              onClick={() => take([line])}
            >
              采用
            </Button>
          </div>
        );
      })}
      {proposal.start !== null && lines.length > 0 && (
        <p className={styles.left}>“{proposal.start}”就是本项满分，上面的规则从满分里扣。</p>
      )}
      {proposal.unread.length > 0 && (
        <p className={styles.left}>
          标出的部分没有认出，请自己定：
          <MarkedText text={indicator.ruleText} unread={proposal.unread} />
        </p>
      )}
    </section>
  );
}

/** What stands in the rule for the time being because the sentence does not say it. */
export function Missing({ open }: { open: readonly string[] }) {
  return <small className={styles.missing}>原文没有写{open.join('、')}，采用后请核对填写</small>;
}
