import { Tabs } from 'antd';
import { useState } from 'react';
import type { SiteTerms } from '#shared/contract/key-sites.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LinesDialog } from '#renderer/ui/lines-dialog.tsx';
import { lineOf, seenTerm, wantedTerm } from '#renderer/ui/term-lines.ts';
import { TermList } from '#renderer/ui/term-list.tsx';
import styles from '../key-sites.module.css';

/** 行业和类别: the office's own lists, in their order. */
export function TermsDialog({ terms, onClose }: { terms: SiteTerms; onClose: () => void }) {
  const [seen] = useState(terms);
  const [trades, setTrades] = useState(() => seen.trades.map((term) => lineOf(term, term.usedBy > 0)));
  const [kinds, setKinds] = useState(() =>
    seen.kinds.map((term) => lineOf(term, term.usedBy > 0 || term.role !== 'other')),
  );
  const save = useOperation(client.keySites.setTerms, { success: '已保存行业和类别', undoable: true });

  function submit() {
    return save.run({
      base: { trades: seen.trades.map(seenTerm), kinds: seen.kinds.map(seenTerm) },
      set: { trades: trades.map(wantedTerm), kinds: kinds.map(wantedTerm) },
    });
  }

  return (
    <LinesDialog
      title="行业和类别"
      width={700}
      centered
      saving={save.running}
      onSave={submit}
      onClose={onClose}
    >
      <Tabs
        items={[
          {
            key: 'trades',
            label: '行业',
            children: <TermList lines={trades} add="新增行业" onChange={setTrades} />,
          },
          {
            key: 'kinds',
            label: '类别',
            children: <TermList lines={kinds} add="新增类别" onChange={setKinds} />,
          },
        ]}
      />
      <p className={styles.columns}>
        别称用于读取表格，几个别称用顿号分开。有单位在用的、督查覆盖面要统计的四个类别，可以改名，不能删除。
      </p>
    </LinesDialog>
  );
}
