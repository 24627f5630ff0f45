import { Modal, Radio } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { type ClauseForm, splitClauses } from '#shared/rules/library/split-clauses.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import styles from '../library.module.css';

interface PasteDialogProps {
  uid: string;
  /** What was pasted on the page or read from a file; empty: it is pasted here. */
  text: string;
  /** Clauses that are there already. */
  present: number;
  onClose: () => void;
}

const formWords: Readonly<Record<ClauseForm, string>> = {
  articles: '按“第…条”分开',
  decimals: '按 4.1.2 这样的编号分开',
  outline: '按“一、”“（一）”分开',
  paragraphs: '没有认出条款号，按段落分开',
};

/** A whole text becomes clauses: seen first, then entered. */
export function PasteDialog({ uid, text, present, onClose }: PasteDialogProps) {
  const [typed, setTyped] = useState(text);
  const [replaces, setReplaces] = useState(true);
  const shown = useDeferredValue(typed);
  const { form, clauses } = useMemo(() => splitClauses(shown), [shown]);
  const add = useOperation(client.library.addClauses, {
    success: `已录入 ${clauses.length} 条`,
    undoable: true,
  });

  async function submit(): Promise<void> {
    const outcome = await add.run({ uid, replaces: replaces && present > 0, clauses });
    if (outcome.done) onClose();
  }

  return (
    <Modal
      open
      title="录入条文"
      width={980}
      okText={clauses.length === 0 ? '录入' : `录入 ${clauses.length} 条`}
      cancelText="取消"
      confirmLoading={add.running}
      okButtonProps={{ disabled: clauses.length === 0 || shown !== typed }}
      mask={{ closable: false }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <div className={styles.split}>
        <FirstText
          autoSize={false}
          aria-label="全文"
          placeholder="把文件全文粘贴到这里，右边是分好的条款；分得不对的，在左边改一下换行。"
          style={{ height: '100%', resize: 'none' }}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <section className={styles.preview} aria-label="分好的条款">
          {clauses.length === 0 ? (
            <p className={styles.none}>分好的条款列在这里。</p>
          ) : (
            <p className={styles.none}>
              {formWords[form]}，共 {clauses.length} 条
            </p>
          )}
          {clauses.map(({ number, heading, text: words }, place) => (
            // Clauses of a text have no other name than their place.
            <div key={place} className={styles.clause}>
              {heading !== '' && heading !== clauses[place - 1]?.heading && (
                <p className={styles.clauseHeading}>{heading}</p>
              )}
              {number !== '' && <span className={styles.clauseNumber}>{number} </span>}
              <span className={styles.clauseText}>{words}</span>
            </div>
          ))}
        </section>
      </div>
      {present > 0 && (
        <Radio.Group
          className={styles.choice ?? ''}
          value={replaces}
          options={[
            { value: true, label: `替换现有的 ${present} 条` },
            { value: false, label: '接在现有的后面' },
          ]}
          onChange={({ target }) => setReplaces(target.value === true)}
        />
      )}
    </Modal>
  );
}
