import { Tabs } from 'antd';
import { useState } from 'react';
import type { FireWords } from '#shared/contract/fire-figures.ts';
import { splitNames } from '#shared/rules/fire-figures/parts.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LinesDialog } from '#renderer/ui/lines-dialog.tsx';
import { lineOf, seenTerm, wantedTerm } from '#renderer/ui/term-lines.ts';
import { TermList } from '#renderer/ui/term-list.tsx';

/** The office's own lists of trades and causes, in their order. */
export function WordsDialog({ words, onClose }: { words: FireWords; onClose: () => void }) {
  const [seen] = useState(words);
  const [trade, setTrade] = useState(() => seen.trade.map((term) => lineOf(term, term.usedBy > 0)));
  const [cause, setCause] = useState(() => seen.cause.map((term) => lineOf(term, term.usedBy > 0)));
  const save = useOperation(client.fireFigures.setWords, { success: '已保存分类选项', undoable: true });

  function submit() {
    return save.run({
      base: { trade: seen.trade.map(seenTerm), cause: seen.cause.map(seenTerm) },
      set: { trade: trade.map(wantedTerm), cause: cause.map(wantedTerm) },
    });
  }

  return (
    <LinesDialog
      title="火灾数据的分类选项"
      width={700}
      centered
      saving={save.running}
      onSave={submit}
      onClose={onClose}
    >
      <Tabs
        items={[
          {
            key: 'trade',
            label: splitNames.trade,
            children: <TermList lines={trade} add="新增场所或行业" onChange={setTrade} />,
          },
          {
            key: 'cause',
            label: splitNames.cause,
            children: <TermList lines={cause} add="新增起火原因" onChange={setCause} />,
          },
        ]}
      />
      <p>
        依据：国家消防救援局公开发布的火灾形势，可以按本地的报表修改。别称用于读取表格，几个别称用顿号分开；有数据在用的可以改名，不能删除。
      </p>
    </LinesDialog>
  );
}
