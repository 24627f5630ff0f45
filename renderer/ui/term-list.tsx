import { Button, Input } from 'antd';
import { LineButtons } from './line-buttons.tsx';
import { changeLine } from './lines.ts';
import type { TermLine } from './term-lines.ts';
import styles from './term-list.module.css';

interface TermListProps {
  lines: readonly TermLine[];
  /** The button's words: 新增行业. */
  add: string;
  onChange: (lines: TermLine[]) => void;
}

/** Terms in their order, with what else they are called. */
export function TermList({ lines, add, onChange }: TermListProps) {
  const change = (place: number, set: Partial<TermLine>) => onChange(changeLine(lines, place, set));

  return (
    <div className={styles.terms}>
      <table>
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col">别称</th>
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
                <LineButtons
                  lines={lines}
                  place={place}
                  remove={`删除${line.name}`}
                  stays={line.stays}
                  onChange={onChange}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button type="dashed" onClick={() => onChange([...lines, emptyLine()])}>
        {add}
      </Button>
    </div>
  );
}

function emptyLine(): TermLine {
  return { key: crypto.randomUUID(), uid: null, name: '', aliases: '', stays: false };
}
