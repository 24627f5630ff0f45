import { Button } from 'antd';
import { describeRule } from '#shared/rules/scoring/describe-rule.ts';
import { indicatorName } from '#shared/rules/schemes/findings.ts';
import type { Indicator } from '#shared/contract/schemes.ts';
import { ruleKinds } from '../rules/kinds.ts';
import { MarkedText } from './marked-text.tsx';
import { Missing } from './proposed-rules.tsx';
import styles from './proposals.module.css';
import { completeLines, type KindOfProposals, type SchemeProposals } from './scheme-proposals.ts';
import { type TakeRules, useTakeRules } from './use-take-rules.ts';

interface ProposalsPartProps {
  schemeUid: string;
  proposals: SchemeProposals;
  /** Opens the indicator's form. */
  onOpen: (uid: string) => void;
}

/** All rules of a scheme that were recognised and not taken over yet, by kind; then what was not understood. */
export function ProposalsPart({ schemeUid, proposals, onOpen }: ProposalsPartProps) {
  const taking = useTakeRules(schemeUid);
  const { kinds, left, count } = proposals;
  const all = completeLines(kinds.flatMap(({ lines }) => lines));
  return (
    <div className={styles.part}>
      <header className={styles.partHead}>
        <span>
          {count === 0
            ? '认出的规则都已采用。'
            : `从评分标准的原文认出 ${count} 条规则。对照原文核对后采用，采用后可以撤销，也可以再改。`}
        </span>
        {all.length > 1 && (
          <Button type="primary" loading={taking.isTaking} onClick={() => taking.take(all)}>
            全部采用 {all.length} 条
          </Button>
        )}
      </header>
      {kinds.map((group) => (
        <KindGroup key={group.kind} group={group} taking={taking} onOpen={onOpen} />
      ))}
      {left.length > 0 && (
        <section className={styles.group} aria-label="没有认出的">
          <header className={styles.groupHead}>
            <h3>没有认出的</h3>
            <span className={styles.note}>{left.length} 项 · 标出的部分请打开指标自己定</span>
          </header>
          {left.map(({ indicator, proposal }) => (
            <div key={indicator.uid} className={styles.row} data-left>
              <IndicatorLink indicator={indicator} onOpen={onOpen} />
              <MarkedText text={indicator.ruleText} unread={proposal.unread} />
            </div>
          ))}
        </section>
      )}
    </div>
  );
}

interface KindGroupProps {
  group: KindOfProposals;
  taking: TakeRules;
  onOpen: (uid: string) => void;
}

function KindGroup({ group: { kind, lines }, taking, onOpen }: KindGroupProps) {
  const { name } = ruleKinds[kind];
  const complete = completeLines(lines);
  return (
    <section className={styles.group} aria-label={name}>
      <header className={styles.groupHead}>
        <h3>{name}</h3>
        <span className={styles.note}>{lines.length} 条</span>
        {complete.length > 0 && (
          <Button
            size="small"
            disabled={taking.isTaking}
            aria-label={`全部采用：${name}`}
            onClick={() => taking.take(complete)}
          >
            全部采用
          </Button>
        )}
      </header>
      {lines.map((line) => {
        const { indicator, proposed } = line;
        const reading = describeRule(proposed.rule);
        return (
          <div key={`${indicator.uid}/${proposed.rule.id}`} className={styles.row}>
            <IndicatorLink indicator={indicator} onOpen={onOpen} />
            <span className={styles.original}>{proposed.rule.text}</span>
            <span className={styles.reading}>
              {reading}
              {proposed.open.length > 0 && <Missing open={proposed.open} />}
            </span>
            <Button
              size="small"
              disabled={taking.isTaking}
              aria-label={`采用：${indicatorName(indicator)} ${reading}`}
              onClick={() => taking.take([line])}
            >
              采用
            </Button>
          </div>
        );
      })}
    </section>
  );
}

function IndicatorLink({ indicator, onOpen }: { indicator: Indicator; onOpen: (uid: string) => void }) {
  return (
    <button type="button" className={styles.link} onClick={() => onOpen(indicator.uid)}>
      {indicatorName(indicator)}
    </button>
  );
}
