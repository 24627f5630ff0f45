import { Checkbox } from 'antd';
import { useState } from 'react';
import type { RosterPosition } from '#shared/rules/rosters/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LinesDialog } from '#renderer/ui/lines-dialog.tsx';
import { type LineColumn, LinesTable, textColumn } from '#renderer/ui/lines-table.tsx';
import { usePositions } from '../queries.ts';
import styles from '../rosters.module.css';

interface Line {
  key: string;
  uid: string | null;
  name: string;
  /** As typed, parted by 、. */
  aliases: string;
  single: boolean;
  required: boolean;
}

const columns: readonly LineColumn<Line>[] = [
  textColumn('name', { title: '名称', maxLength: 20 }),
  textColumn('aliases', { title: '别称', label: ({ name }) => `${name}的别称` }),
  {
    title: '只设一位',
    cell: ({ name, single }, change) => (
      <Checkbox
        aria-label={`${name}只设一位`}
        checked={single}
        onChange={({ target }) => change({ single: target.checked })}
      />
    ),
  },
  {
    title: '必须有人',
    cell: ({ name, required }, change) => (
      <Checkbox
        aria-label={`${name}必须有人`}
        checked={required}
        onChange={({ target }) => change({ required: target.checked })}
      />
    ),
  },
];

/** 职位设置: the office's own list in protocol order. */
export function PositionsDialog({ onClose }: { onClose: () => void }) {
  const { data } = usePositions();
  return data === undefined ? null : <PositionsForm base={data} onClose={onClose} />;
}

function PositionsForm({ base, onClose }: { base: RosterPosition[]; onClose: () => void }) {
  const [seen] = useState(base);
  const [lines, setLines] = useState(() => seen.map(lineOf));
  const save = useOperation(client.rosters.setPositions, { success: '已保存职位设置', undoable: true });

  function submit() {
    const positions = lines.map(({ uid, name, aliases, single, required }) => ({
      uid,
      name,
      aliases: aliases.split(/[、，,\s]+/).filter((alias) => alias !== ''),
      single,
      required,
    }));
    return save.run({ base: seen, positions });
  }

  return (
    <LinesDialog title="职位设置" width={760} saving={save.running} onSave={submit} onClose={onClose}>
      <p className={styles.hint}>按排名先后排列。别称用于读取名单，几个别称用顿号分开。</p>
      <LinesTable
        lines={lines}
        columns={columns}
        remove={({ name }) => `删除${name}`}
        add="新增职位"
        newLine={emptyLine}
        onChange={setLines}
      />
    </LinesDialog>
  );
}

function lineOf({ uid, name, aliases, single, required }: RosterPosition): Line {
  return { key: uid, uid, name, aliases: aliases.join('、'), single, required };
}

function emptyLine(): Line {
  return { key: crypto.randomUUID(), uid: null, name: '', aliases: '', single: false, required: false };
}
