import { Button, Radio, Switch } from 'antd';
import { Link } from 'wouter';
import type { AskedChecklist, AskedQuestion, VisitFinding, VisitSheet } from '#shared/contract/visits.ts';
import { severityNames } from '#shared/rules/findings/model.ts';
import { countAnswers, switchedOff } from '#shared/rules/visits/answering.ts';
import { type Answer, answerNames, answers } from '#shared/rules/visits/model.ts';
import styles from '../visits.module.css';
import { FoundFields } from './found-fields.tsx';
import { answersOf, newFound, type RecordWork } from './record-work.ts';

interface ChecklistFormProps {
  sheet: VisitSheet;
  checklist: AskedChecklist;
  work: RecordWork;
  mayEdit: boolean;
  onChange: (work: RecordWork) => void;
}

const answerOptions = answers.map((value) => ({ value, label: answerNames[value] }));

/** Question after question; a section that does not apply is switched off as a whole. */
export function ChecklistForm({ sheet, checklist, work, mayEdit, onChange }: ChecklistFormProps) {
  const { items, title } = checklist;
  const given = answersOf(work);
  const off = switchedOff(items, given);
  const { questions, answered, failed } = countAnswers(items, given);
  const open = items.filter(({ uid, kind }) => kind === 'question' && !off.has(uid) && !given.has(uid));

  function answer(uid: string, value: Answer | null): void {
    const { [uid]: before, ...others } = work.answers;
    const changed =
      value === null ? others : { ...others, [uid]: { answer: value, note: before?.note ?? '' } };
    onChange({ ...work, answers: changed });
  }

  function passOthers(): void {
    const passed = open.map(({ uid }) => [uid, { answer: 'pass' as const, note: '' }]);
    onChange({ ...work, answers: { ...work.answers, ...Object.fromEntries(passed) } });
  }

  return (
    <section aria-label={title}>
      <div className={styles.head}>
        <h2>{title}</h2>
        <span className={styles.grey}>
          已答 {answered}/{questions}，不符合 {failed}
        </span>
        {mayEdit && open.length > 0 && (
          <Button size="small" className={styles.headEnd ?? ''} onClick={passOthers}>
            其余 {open.length} 项都符合
          </Button>
        )}
      </div>
      {items.map((item) =>
        item.kind === 'section' ? (
          <SectionLine
            key={item.uid}
            item={item}
            isAbove={off.has(item.uid)}
            isOff={given.get(item.uid) === 'notApplicable'}
            mayEdit={mayEdit}
            onChange={(isOff) => answer(item.uid, isOff ? 'notApplicable' : null)}
          />
        ) : (
          !off.has(item.uid) && (
            <Question
              key={item.uid}
              item={item}
              sheet={sheet}
              work={work}
              mayEdit={mayEdit}
              onAnswer={(value) => answer(item.uid, value)}
              onChange={onChange}
            />
          )
        ),
      )}
    </section>
  );
}

interface SectionLineProps {
  item: AskedQuestion;
  /** A section above it does not apply. */
  isAbove: boolean;
  isOff: boolean;
  mayEdit: boolean;
  onChange: (isOff: boolean) => void;
}

function SectionLine({ item, isAbove, isOff, mayEdit, onChange }: SectionLineProps) {
  if (isAbove) return null;
  return (
    <div className={styles.section}>
      <span className={isOff ? styles.off : ''}>{item.text}</span>
      <Switch
        className={styles.headEnd ?? ''}
        size="small"
        aria-label={`${item.text}：涉及`}
        checkedChildren="涉及"
        unCheckedChildren="不涉及"
        disabled={!mayEdit}
        checked={!isOff}
        onChange={(applies) => onChange(!applies)}
      />
    </div>
  );
}

interface QuestionProps {
  item: AskedQuestion;
  sheet: VisitSheet;
  work: RecordWork;
  mayEdit: boolean;
  onAnswer: (answer: Answer) => void;
  onChange: (work: RecordWork) => void;
}

function Question({ item, sheet, work, mayEdit, onAnswer, onChange }: QuestionProps) {
  const { uid, text, article, severity } = item;
  const given = work.answers[uid]?.answer;
  const stored = sheet.findings.find(({ itemUid }) => itemUid === uid);
  return (
    <div className={styles.question}>
      <div className={styles.questionLine}>
        <span className={styles.questionText}>
          {text}
          {severity === 'major' && <span className={styles.late}> 【{severityNames.major}】</span>}
          {article !== '' && <div className={styles.article}>{article}</div>}
        </span>
        <Radio.Group
          size="small"
          optionType="button"
          aria-label={text}
          disabled={!mayEdit}
          value={given ?? null}
          options={answerOptions}
          onChange={({ target }) => onAnswer(target.value as Answer)}
        />
      </div>
      {stored !== undefined && <StoredFinding finding={stored} />}
      {given === 'fail' && stored === undefined && mayEdit && (
        <FoundFields
          found={work.found[uid] ?? newFound(sheet, work.day, item)}
          placeholder="具体问题；不写就是“不符合”加检查内容"
          onChange={(found) => onChange({ ...work, found: { ...work.found, [uid]: found } })}
        />
      )}
    </div>
  );
}

export function StoredFinding({ finding }: { finding: VisitFinding }) {
  return (
    <div className={styles.stored}>
      <span className={styles.late}>问题</span>
      <Link href={`/findings/${finding.uid}`}>
        {finding.spot === '' ? finding.what : `${finding.spot}：${finding.what}`}
      </Link>
      <span className={styles.grey}>整改时限 {finding.task.dueOn}</span>
    </div>
  );
}
