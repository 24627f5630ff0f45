import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { Button } from 'antd';
import { PointsField, TextField } from '../fields/fields.tsx';
import styles from './rules.module.css';

interface NamedPoint {
  name: string;
  points: number;
}

interface NamedPointsProps {
  /** What each is called: 类别, 级别. */
  what: string;
  verb: string;
  items: NamedPoint[];
  /** How many must stay. */
  least: number;
  disabled: boolean;
  /** @param seen how they stood when typing began */
  onChange: (items: NamedPoint[], seen: NamedPoint[]) => void;
}

const MOST = 12;
const NAME_CHARACTERS = 30;

/** Classes or levels with their own points: 地级市扣5分、县城扣2分. */
export function NamedPoints({ what, verb, items, least, disabled, onChange }: NamedPointsProps) {
  const replace = (place: number, item: NamedPoint, seen: NamedPoint) =>
    onChange(items.with(place, item), items.with(place, seen));
  return (
    <div className={styles.rows}>
      {items.map((item, place) => (
        <div key={place} className={styles.sentence}>
          <TextField
            label={`${what}名称`}
            isRequired
            most={NAME_CHARACTERS}
            width={150}
            value={item.name}
            disabled={disabled}
            onCommit={(name, seen) => replace(place, { ...item, name }, { ...item, name: seen })}
          />
          {verb}
          <PointsField
            label={`${what}的分`}
            value={item.points}
            disabled={disabled}
            onCommit={(points, seen) => replace(place, { ...item, points }, { ...item, points: seen })}
          />
          {!disabled && items.length > least && (
            <Button
              type="text"
              size="small"
              aria-label={`删除${what}`}
              icon={<CloseOutlined aria-hidden />}
              onClick={() => onChange(items.toSpliced(place, 1), items)}
            />
          )}
        </div>
      ))}
      {!disabled && items.length < MOST && (
        <Button
          type="link"
          size="small"
          onClick={() =>
            onChange([...items, { name: `第${items.length + 1}${what.slice(-1)}`, points: 1_000 }], items)
          }
        >
          再加一个{what}
        </Button>
      )}
    </div>
  );
}
