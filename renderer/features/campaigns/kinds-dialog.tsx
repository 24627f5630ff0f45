import { useState } from 'react';
import type { CampaignChoices, CampaignKind } from '#shared/contract/campaigns.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LinesDialog } from '#renderer/ui/lines-dialog.tsx';
import { type LineColumn, LinesTable, textColumn } from '#renderer/ui/lines-table.tsx';
import styles from './campaigns.module.css';

interface KindLine {
  key: string;
  uid: string | null;
  name: string;
  title: string;
  /** As typed: 11-01. */
  seasonFrom: string;
  seasonTo: string;
  usedBy: number;
}

type Kinds = CampaignChoices['kinds'];

const season = { maxLength: 20, placeholder: '如 11-01', width: 104 };
const columns: readonly LineColumn<KindLine>[] = [
  textColumn('name', { title: '类型', maxLength: 20, width: 120, label: ({ name }) => `${name}类型` }),
  textColumn('title', {
    title: '新督查的名称(前面加年份)',
    maxLength: 60,
    label: ({ name }) => `${name}的名称`,
  }),
  textColumn('seasonFrom', { ...season, title: '常年起始', label: ({ name }) => `${name}的起始` }),
  textColumn('seasonTo', { ...season, title: '常年截止', label: ({ name }) => `${name}的截止` }),
];

/** 督查类型: the office's own list, with what a new campaign of each begins with. */
export function KindsDialog({ kinds, onClose }: { kinds: Kinds; onClose: () => void }) {
  const [seen] = useState(kinds);
  const [lines, setLines] = useState(() => seen.map(lineOf));
  const save = useOperation(client.campaigns.setKinds, { success: '已保存督查类型', undoable: true });

  function submit() {
    return save.run({ base: { kinds: seen.map(storedKind) }, set: { kinds: lines.map(wantedKind) } });
  }

  return (
    <LinesDialog
      title="督查类型"
      width={760}
      centered
      saving={save.running}
      onSave={submit}
      onClose={onClose}
    >
      <LinesTable
        lines={lines}
        columns={columns}
        remove={({ name }) => `删除${name}`}
        stays={({ usedBy }) => usedBy > 0}
        add="新增类型"
        newLine={emptyLine}
        onChange={setLines}
      />
      <p className={styles.hint}>
        起止日期写月-日；跨年的如 11-01 到 03-31。没有固定时间的都不填。用过的类型可以改名，不能删除。
      </p>
    </LinesDialog>
  );
}

function lineOf({ uid, name, title, seasonFrom, seasonTo, usedBy }: Kinds[number]): KindLine {
  return { key: uid, uid, name, title, seasonFrom: seasonFrom ?? '', seasonTo: seasonTo ?? '', usedBy };
}

function emptyLine(): KindLine {
  const blank = { uid: null, name: '', title: '', seasonFrom: '', seasonTo: '', usedBy: 0 };
  return { key: crypto.randomUUID(), ...blank };
}

function storedKind({ uid, name, title, seasonFrom, seasonTo }: Kinds[number]): CampaignKind {
  return { uid, name, title, seasonFrom, seasonTo };
}

function wantedKind({ uid, name, title, seasonFrom, seasonTo }: KindLine) {
  return { uid, name, title, seasonFrom: dayOrNone(seasonFrom), seasonTo: dayOrNone(seasonTo) };
}

/** 11-1 and 11.01 mean 11-01. */
function dayOrNone(typed: string): string | null {
  const parts = typed.trim().split(/[-./月日]+/u);
  const [month = '', day = ''] = parts;
  if (month === '') return null;
  return `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
