import { Select } from 'antd';
import { ANSWER_LEAVE, ANSWER_NEW, type PackQuestion } from '#shared/rules/exchange/model.ts';
import { TabLeaves } from '#renderer/ui/tab-leaves.tsx';
import styles from '../exchange.module.css';

interface QuestionsProps {
  questions: readonly PackQuestion[];
  answers: Readonly<Record<string, string>>;
  onAnswer: (answers: Readonly<Record<string, string>>) => void;
}

/** Organizations that were not recognised by code or name. */
export function Questions({ questions, answers, onAnswer }: QuestionsProps) {
  const answered = Object.keys(answers).length;
  if (questions.length === 0 && answered === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>
        {questions.length > 0 ? '包里的这些机构是这里的哪一个？' : `已定下 ${answered} 个机构`}
      </h3>
      {questions.map(({ uid, name, above, candidates }) => (
        <div key={uid} className={styles.question}>
          <span>
            {name} <span className={styles.faint}>{above}</span>
          </span>
          <TabLeaves>
            <Select
              aria-label={`“${name}”是这里的哪个机构`}
              placeholder="选择"
              showSearch={{ optionFilterProp: 'label' }}
              value={answers[uid] ?? null}
              options={[
                ...candidates.map((each) => ({ value: each.uid, label: each.name })),
                { value: ANSWER_NEW, label: '这里没有，新增这个机构' },
                { value: ANSWER_LEAVE, label: '不合并它的内容' },
              ]}
              onChange={(answer: string) => onAnswer({ ...answers, [uid]: answer })}
            />
          </TabLeaves>
        </div>
      ))}
    </>
  );
}
