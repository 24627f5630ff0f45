import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import { Button, Input, InputNumber } from 'antd';
import { REQUIREMENT_LIMITS } from '#shared/rules/ledgers/requirements.ts';
import { changeLine } from '#renderer/ui/lines.ts';
import styles from './ledgers.module.css';

export interface RequirementLine {
  key: string;
  kind: string;
  item: string;
  value: number | null;
  source: string;
}

interface RequirementLinesProps {
  /** Of every kind. */
  lines: readonly RequirementLine[];
  /** Only these are shown. */
  kind: string;
  itemName: string;
  onChange: (lines: RequirementLine[]) => void;
}

export function RequirementLines({ lines, kind, itemName, onChange }: RequirementLinesProps) {
  const places = lines.flatMap((line, place) => (line.kind === kind ? [{ line, place }] : []));
  const change = (place: number, set: Partial<RequirementLine>) => onChange(changeLine(lines, place, set));
  if (places.length === 0) return <p className={styles.grey}>这一类还没有配备标准，点“新增一项”填写。</p>;
  return (
    <div className={styles.requirements}>
      <table>
        <thead>
          <tr>
            <th scope="col" className={styles.item}>
              {itemName}
            </th>
            <th scope="col" className={styles.number}>
              应配数量
            </th>
            <th scope="col">依据</th>
            <th scope="col" className={styles.action} aria-label="操作" />
          </tr>
        </thead>
        <tbody>
          {places.map(({ line, place }) => (
            <tr key={line.key}>
              <td>
                <Input
                  aria-label={itemName}
                  maxLength={REQUIREMENT_LIMITS.item}
                  value={line.item}
                  onChange={({ target }) => change(place, { item: target.value })}
                />
              </td>
              <td>
                <InputNumber
                  aria-label={`${line.item}应配数量`}
                  min={1}
                  max={REQUIREMENT_LIMITS.value}
                  precision={0}
                  value={line.value}
                  onChange={(value) => change(place, { value })}
                />
              </td>
              <td>
                <Input
                  aria-label={`${line.item}的依据`}
                  maxLength={100}
                  value={line.source}
                  onChange={({ target }) => change(place, { source: target.value })}
                />
              </td>
              <td>
                <Button
                  type="text"
                  aria-label={`删除${line.item}`}
                  icon={<DeleteOutlined aria-hidden />}
                  onClick={() => onChange(lines.toSpliced(place, 1))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
