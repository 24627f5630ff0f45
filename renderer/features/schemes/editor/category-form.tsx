import { Button, Checkbox } from 'antd';
import type { SchemeCategory } from '#shared/contract/schemes.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { differenceText, sumOfPoints } from '#shared/rules/schemes/findings.ts';
import { PointsField, TextField } from '../fields/fields.tsx';
import { indicatorsOf } from '../model/tree-items.ts';
import { useEditor } from './editor-context.ts';
import { Field } from './field.tsx';
import styles from './part-form.module.css';

const NAME_CHARACTERS = 200;

export function CategoryForm({ category }: { category: SchemeCategory }) {
  const { scheme, isEditable, patches, addIndicator, remove } = useEditor();
  const { uid, name, maxPoints, bonus } = category;
  const own = indicatorsOf(scheme, uid);
  const sum = sumOfPoints(own);
  const difference = differenceText(sum, maxPoints);

  return (
    <>
      <div data-first>
        <Field label="一级指标名称">
          <TextField
            label="一级指标名称"
            isRequired
            most={NAME_CHARACTERS}
            value={name}
            disabled={!isEditable}
            onCommit={(set, seen) => patches.category({ uid, base: { name: seen }, set: { name: set } })}
          />
        </Field>
      </div>
      <div className={styles.line}>
        <Field label="分值">
          <PointsField
            label="分值"
            mayBeZero
            value={maxPoints}
            disabled={!isEditable}
            onCommit={(set, seen) =>
              patches.category({ uid, base: { maxPoints: seen }, set: { maxPoints: set } })
            }
          />
        </Field>
        <Field label="计分">
          <Checkbox
            checked={bonus}
            disabled={!isEditable}
            onChange={({ target }) =>
              patches.category({ uid, base: { bonus }, set: { bonus: target.checked } })
            }
          >
            加分项，不计入满分
          </Checkbox>
        </Field>
      </div>
      <p className={styles.fact}>
        下面有 {own.length} 项指标，合计 {pointsText(sum)} 分
        {difference !== '' && own.length > 0 && <strong className={styles.wrong}>,{difference}</strong>}
        {isEditable && difference !== '' && own.length > 0 && (
          <Button
            type="link"
            size="small"
            onClick={() => patches.category({ uid, base: { maxPoints }, set: { maxPoints: sum } })}
          >
            把分值改成 {pointsText(sum)} 分
          </Button>
        )}
      </p>
      {isEditable && (
        <div className={styles.buttons}>
          <Button onClick={() => void addIndicator()}>在下面新增指标</Button>
          <Button onClick={() => void remove(uid)}>删除</Button>
        </div>
      )}
    </>
  );
}
