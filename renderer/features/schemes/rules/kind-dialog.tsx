import { Modal } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import type { ScoringRuleKind } from '#shared/rules/scoring/model.ts';
import { ruleKinds } from './kinds.ts';
import styles from './rules.module.css';

interface KindDialogProps {
  onChoose: (kind: ScoringRuleKind) => void;
  onClose: () => void;
}

const kinds = Object.keys(ruleKinds) as ScoringRuleKind[];
const COLUMNS = 2;
const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowDown: COLUMNS,
  ArrowUp: -COLUMNS,
};

/** Which kind of rule it is, each with one line and an example from a published scheme; arrows and Enter choose. */
export function KindDialog({ onChoose, onClose }: KindDialogProps) {
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>, place: number): void {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const target = list.current?.children.item(place + step);
    if (target instanceof HTMLElement) target.focus();
  }

  return (
    <Modal
      open
      centered
      width={880}
      title="这一条怎么算分?"
      footer={null}
      onCancel={onClose}
      afterOpenChange={(isOpen) => {
        const first = list.current?.firstElementChild;
        if (isOpen && first instanceof HTMLElement) first.focus();
      }}
    >
      <div ref={list} className={styles.kinds}>
        {kinds.map((kind, place) => {
          const { name, explanation, example } = ruleKinds[kind];
          return (
            <button
              key={kind}
              type="button"
              className={styles.kind}
              onClick={() => onChoose(kind)}
              onKeyDown={(event) => onKeyDown(event, place)}
            >
              <strong>{name}</strong>
              <span>{explanation}</span>
              <small>例：{example}</small>
            </button>
          );
        })}
      </div>
    </Modal>
  );
}
