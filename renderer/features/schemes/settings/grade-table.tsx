import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { Button } from 'antd';
import type { SchemeSettings } from '#shared/rules/scoring/model.ts';
import { OptionalPointsField, TextField } from '../fields/fields.tsx';
import styles from './settings-form.module.css';

type Grades = SchemeSettings['grades'];

interface GradeTableProps {
  grades: Grades;
  disabled: boolean;
  /** @param seen the grades with the changed field as it stood when typing began */
  onChange: (grades: Grades, seen: Grades) => void;
}

const MOST = 10;

/** Best first; a bound belongs to its grade, the last one takes everything below. */
export function GradeTable({ grades, disabled, onChange }: GradeTableProps) {
  const replace = (place: number, grade: Grades[number], seen: Grades[number]) =>
    onChange(grades.with(place, grade), grades.with(place, seen));
  return (
    <div className={styles.grades}>
      {grades.map((grade, place) => {
        const isLast = place === grades.length - 1;
        return (
          <div key={place} className={styles.grade}>
            <TextField
              label={`第 ${place + 1} 等`}
              isRequired
              most={20}
              width={130}
              value={grade.name}
              disabled={disabled}
              onCommit={(name, seen) => replace(place, { ...grade, name }, { ...grade, name: seen })}
            />
            {isLast && grade.atLeast === null ? (
              <span className={styles.bound}>其余</span>
            ) : (
              <span className={styles.bound}>
                <OptionalPointsField
                  label={`${grade.name}的下限`}
                  value={grade.atLeast}
                  disabled={disabled}
                  onCommit={(atLeast, seen) =>
                    replace(place, { ...grade, atLeast }, { ...grade, atLeast: seen })
                  }
                />
                以上(含)
              </span>
            )}
            {!disabled && grades.length > 1 && (
              <Button
                type="text"
                size="small"
                aria-label={`删除等次${grade.name}`}
                icon={<CloseOutlined aria-hidden />}
                onClick={() => onChange(withoutGrade(grades, place), grades)}
              />
            )}
          </div>
        );
      })}
      {!disabled && grades.length < MOST && (
        <Button type="link" size="small" onClick={() => onChange(withMiddleGrade(grades), grades)}>
          再加一个等次
        </Button>
      )}
    </div>
  );
}

/** The last one left takes everything below. */
function withoutGrade(grades: Grades, place: number): Grades {
  const left = grades.toSpliced(place, 1);
  const last = left.at(-1);
  return last === undefined ? left : left.with(left.length - 1, { ...last, atLeast: null });
}

/** Above the last one, ten points below the one before. */
function withMiddleGrade(grades: Grades): Grades {
  const before = grades.at(-2)?.atLeast ?? 100_000;
  return grades.toSpliced(-1, 0, { name: `第${grades.length}等`, atLeast: Math.max(0, before - 10_000) });
}
