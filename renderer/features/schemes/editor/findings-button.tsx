import { Button, Popover } from 'antd';
import { useState } from 'react';
import type { SchemeFinding } from '#shared/rules/schemes/findings.ts';
import styles from './scheme-editor.module.css';

interface FindingsButtonProps {
  findings: readonly SchemeFinding[];
  onChoose: (finding: SchemeFinding) => void;
}

/** What does not add up or is unfinished; each leads to its place. */
export function FindingsButton({ findings, onChoose }: FindingsButtonProps) {
  const [isOpen, setOpen] = useState(false);
  if (findings.length === 0) return null;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      title="待核对"
      open={isOpen}
      onOpenChange={setOpen}
      content={
        <ul className={styles.findings}>
          {findings.map((finding) => (
            <li key={`${finding.uid ?? finding.part}/${finding.text}`}>
              <button
                type="button"
                className={styles.finding}
                onClick={() => {
                  setOpen(false);
                  onChoose(finding);
                }}
              >
                {finding.text}
              </button>
            </li>
          ))}
        </ul>
      }
    >
      <Button>待核对 {findings.length} 处</Button>
    </Popover>
  );
}
