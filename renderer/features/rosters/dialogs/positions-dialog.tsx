import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { RosterPosition } from '#shared/rules/rosters/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LinesDialog } from '#renderer/ui/lines-dialog.tsx';
import { LineButtons } from '#renderer/ui/line-buttons.tsx';
import { changeLine } from '#renderer/ui/lines.ts';
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

/** 职位设置: the office's own list in protocol order. */
export function PositionsDialog({ onClose }: { onClose: () => void }) {
  const { data } = usePositions();
  return data === undefined ? null : <PositionsForm base={data} onClose={onClose} />;
}

function PositionsForm({ base, onClose }: { base: RosterPosition[]; onClose: () => void }) {
  const [seen] = useState(base);
  const [lines, setLines] = useState(() => seen.map(lineOf));
  const save = useOperation(client.rosters.setPositions, { success: '已保存职位设置', undoable: true });
  const change = (place: number, set: Partial<Line>) => setLines(changeLine(lines, place, set));

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
      <table className={styles.positions}>
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col">别称</th>
            <th scope="col">只设一位</th>
            <th scope="col">必须有人</th>
            <th scope="col" aria-label="操作" />
          </tr>
        </thead>
        <tbody>
          {lines.map((line, place) => (
            <tr key={line.key}>
              <td>
                <Input
                  aria-label="名称"
                  maxLength={20}
                  value={line.name}
                  onChange={({ target }) => change(place, { name: target.value })}
                />
              </td>
              <td>
                <Input
                  aria-label={`${line.name}的别称`}
                  value={line.aliases}
                  onChange={({ target }) => change(place, { aliases: target.value })}
                />
              </td>
              <td>
                <Checkbox
                  aria-label={`${line.name}只设一位`}
                  checked={line.single}
                  onChange={({ target }) => change(place, { single: target.checked })}
                />
              </td>
              <td>
                <Checkbox
                  aria-label={`${line.name}必须有人`}
                  checked={line.required}
                  onChange={({ target }) => change(place, { required: target.checked })}
                />
              </td>
              <td style={{ whiteSpace: 'nowrap' }}>
                <LineButtons lines={lines} place={place} remove={`删除${line.name}`} onChange={setLines} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button type="dashed" onClick={() => setLines([...lines, emptyLine()])}>
        新增职位
      </Button>
    </LinesDialog>
  );
}

function lineOf({ uid, name, aliases, single, required }: RosterPosition): Line {
  return { key: uid, uid, name, aliases: aliases.join('、'), single, required };
}

function emptyLine(): Line {
  return { key: crypto.randomUUID(), uid: null, name: '', aliases: '', single: false, required: false };
}
