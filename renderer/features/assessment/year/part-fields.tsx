import { Button, Input, InputNumber, Select } from 'antd';
import type { YearComposition, YearPartChoice } from '#shared/contract/year.ts';
import { WHOLE_WEIGHT } from '#shared/rules/scoring/year.ts';
import styles from './year.module.css';

type Part = YearComposition['parts'][number];

interface PartFieldsProps {
  parts: readonly Part[];
  choices: readonly YearPartChoice[];
  /** What is wrong with the weights; null where they sum up. */
  problem: string | null;
  onChange: (parts: Part[]) => void;
}

/** The select knows texts only. */
const ITSELF = 'itself';
const MOST_PARTS = 12;

/** One line for each part: which period, what it is called, its weight. */
export function PartFields({ parts, choices, problem, onChange }: PartFieldsProps) {
  const sources = [
    ...choices.map(({ uid, title, status }) => ({
      uid: uid as string | null,
      label: status === 'final' ? title : `${title}(未定稿)`,
    })),
    { uid: null, label: '本年度考核自己的评分' },
  ];
  const unused = sources.filter(({ uid }) => parts.every(({ sourceUid }) => sourceUid !== uid));

  function change(place: number, patch: Partial<Part>): void {
    onChange(parts.map((part, index) => (index === place ? { ...part, ...patch } : part)));
  }

  function add(): void {
    const [next] = unused;
    if (next === undefined) return;
    const left = WHOLE_WEIGHT - parts.reduce((sum, { weight }) => sum + weight, 0);
    const name = next.uid === null ? '年终' : '平时';
    onChange([...parts, { sourceUid: next.uid, name, weight: Math.max(left, 1000) }]);
  }

  return (
    <div className={styles.parts}>
      {parts.length === 0 && <p className={styles.hint}>现在不由各期合成，年度考核按自己的评分计。</p>}
      {parts.map((part, place) => (
        <div key={part.sourceUid ?? ITSELF} className={styles.part}>
          <Select
            aria-label={`第${place + 1}部分的成绩来自`}
            className={styles.source ?? ''}
            value={part.sourceUid ?? ITSELF}
            options={sources.map(({ uid, label }) => ({
              value: uid ?? ITSELF,
              label,
              disabled: uid !== part.sourceUid && !unused.some((one) => one.uid === uid),
            }))}
            onChange={(value) => change(place, { sourceUid: value === ITSELF ? null : value })}
          />
          <Input
            aria-label={`第${place + 1}部分归入`}
            className={styles.name ?? ''}
            maxLength={20}
            placeholder="平时、年终，可空"
            value={part.name}
            onChange={({ target }) => change(place, { name: target.value })}
          />
          <InputNumber<number>
            aria-label={`第${place + 1}部分的权重`}
            className={styles.weight ?? ''}
            min={0.001}
            max={100}
            step={5}
            suffix="%"
            value={part.weight / 1000}
            onChange={(value) => change(place, { weight: Math.round((value ?? 0) * 1000) })}
          />
          <Button
            type="text"
            aria-label={`去掉第${place + 1}部分`}
            onClick={() => onChange(parts.toSpliced(place, 1))}
          >
            去掉
          </Button>
        </div>
      ))}
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.buttons}>
        <Button type="dashed" disabled={unused.length === 0 || parts.length >= MOST_PARTS} onClick={add}>
          增加一部分
        </Button>
        <Button disabled={parts.length < 2} onClick={() => onChange(evenly(parts))}>
          平均分配权重
        </Button>
      </div>
    </div>
  );
}

/** The last one takes what does not divide. */
function evenly(parts: readonly Part[]): Part[] {
  const share = Math.floor(WHOLE_WEIGHT / parts.length);
  const last = WHOLE_WEIGHT - share * (parts.length - 1);
  return parts.map((part, place) => ({ ...part, weight: place === parts.length - 1 ? last : share }));
}
