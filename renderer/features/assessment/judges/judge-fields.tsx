import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { Button, Input, Select } from 'antd';
import type { SheetObject } from '#shared/contract/assessment.ts';
import { type GroupJudges, type JudgeFields, MOST_JUDGES } from '#shared/contract/judges.ts';
import styles from './judges.module.css';

interface JudgeFieldsListProps {
  judges: readonly JudgeFields[];
  users: GroupJudges['users'];
  objects: readonly SheetObject[];
  onChange: (judges: JudgeFields[]) => void;
}

/** The select knows texts only. */
const NO_USER = 'none';

/** One line for each judge: name, who enters the scores, whom he does not score. */
export function JudgeFieldsList({ judges, users, objects, onChange }: JudgeFieldsListProps) {
  const change = (place: number, patch: Partial<JudgeFields>): void =>
    onChange(judges.map((judge, index) => (index === place ? { ...judge, ...patch } : judge)));
  const taken = new Set(judges.flatMap(({ userUid }) => userUid ?? []));

  function chooseUser(place: number, value: string): void {
    const user = users.find(({ uid }) => uid === value);
    const isUnnamed = judges[place]?.name.trim() === '';
    change(place, {
      userUid: user?.uid ?? null,
      ...(user !== undefined && isUnnamed ? { name: user.name } : {}),
    });
  }

  return (
    <div className={styles.list}>
      {judges.length === 0 && <p className={styles.hint}>现在没有评委，考评分直接录入。</p>}
      {judges.map((judge, place) => (
        <div key={judge.uid ?? `new${place}`} className={styles.judge}>
          <Input
            aria-label={`第${place + 1}名评委的姓名`}
            className={styles.name ?? ''}
            maxLength={20}
            placeholder="姓名"
            value={judge.name}
            onChange={({ target }) => change(place, { name: target.value })}
          />
          <Select
            aria-label={`第${place + 1}名评委的分由谁录入`}
            className={styles.user ?? ''}
            value={judge.userUid ?? NO_USER}
            options={[
              { value: NO_USER, label: '由经办人代为录入' },
              ...users.map(({ uid, name }) => ({
                value: uid,
                label: `用户“${name}”本人录入`,
                disabled: uid !== judge.userUid && taken.has(uid),
              })),
            ]}
            onChange={(value) => chooseUser(place, value)}
          />
          <Select
            mode="multiple"
            aria-label={`第${place + 1}名评委回避的单位`}
            className={styles.recusals ?? ''}
            placeholder="回避的单位，可空"
            maxTagCount="responsive"
            optionFilterProp="label"
            value={judge.recusals}
            options={objects.map(({ uid, shortName }) => ({ value: uid, label: shortName }))}
            onChange={(recusals) => change(place, { recusals })}
          />
          <Button
            type="text"
            aria-label={`去掉评委${judge.name}`}
            icon={<CloseOutlined aria-hidden />}
            onClick={() => onChange(judges.toSpliced(place, 1))}
          />
        </div>
      ))}
      <div>
        <Button
          disabled={judges.length >= MOST_JUDGES}
          onClick={() => onChange([...judges, { uid: null, name: '', userUid: null, recusals: [] }])}
        >
          加一名评委
        </Button>
      </div>
    </div>
  );
}
