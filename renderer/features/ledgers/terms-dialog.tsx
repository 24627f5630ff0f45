import { useState } from 'react';
import type { Term } from '#shared/contract/terms.ts';
import type { LedgerColumn, LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LinesDialog } from '#renderer/ui/lines-dialog.tsx';
import { lineOf, seenTerm, wantedTerm } from '#renderer/ui/term-lines.ts';
import { TermList } from '#renderer/ui/term-list.tsx';
import styles from './ledgers.module.css';

interface TermsDialogProps {
  definition: LedgerDefinition;
  column: LedgerColumn;
  terms: readonly Term[];
  onClose: () => void;
}

/** The office's own words for one column. */
export function TermsDialog({ definition, column, terms, onClose }: TermsDialogProps) {
  const [seen] = useState(terms);
  const [lines, setLines] = useState(() => seen.map((term) => lineOf(term, term.usedBy > 0)));
  const save = useOperation(client.ledgers.setTerms, { success: `已保存${column.name}`, undoable: true });

  function submit() {
    return save.run({
      ledger: definition.key,
      list: column.key,
      base: { terms: seen.map(seenTerm) },
      set: { terms: lines.map(wantedTerm) },
    });
  }

  return (
    <LinesDialog
      title={column.name}
      width={700}
      centered
      saving={save.running}
      onSave={submit}
      onClose={onClose}
    >
      <TermList lines={lines} add={`新增${column.name}`} onChange={setLines} />
      <p className={styles.grey}>别称用于读取表格，几个别称用顿号分开。有记录在用的可以改名，不能删除。</p>
    </LinesDialog>
  );
}
