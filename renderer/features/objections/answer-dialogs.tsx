import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import type { StageEntry } from '#shared/contract/assessment.ts';
import type { ObjectionRow } from '#shared/contract/objections.ts';
import type { Indicator } from '#shared/contract/schemes.ts';
import { stageNames } from '#shared/rules/assessment/stages.ts';
import { LONGEST_OBJECTION } from '#shared/rules/objections/model.ts';
import { entryText } from '#shared/rules/scoring/entry-text.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { readEntryText } from '#shared/rules/scoring/read-entry-text.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { useFrame } from '../assessment/use-frame.ts';
import styles from './objections.module.css';
import { objectionName } from './words.ts';

interface AnswerProps {
  row: ObjectionRow;
  onClose: () => void;
}

const answerRules = [{ required: true, whitespace: true, message: '请写明答复' }];

/** Not accepted: the score stays, the answer says why. */
export function RefuseObjection({ row, onClose }: AnswerProps) {
  const refuse = useOperation(client.objections.refuse, { success: '已答复，得分不变', undoable: true });

  async function submit({ answer }: { answer: string }): Promise<void> {
    if ((await refuse.run({ uid: row.uid, answer: answer.trim() })).done) onClose();
  }

  return (
    <FormDialog<{ answer: string }>
      title="不采纳申诉"
      verb="不采纳"
      busy={refuse.running}
      kept={`forms/objection-answer/${row.uid}`}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Subject row={row} />
      <Form.Item name="answer" label="不采纳的原因" rules={answerRules}>
        <FirstText maxLength={LONGEST_OBJECTION} />
      </Form.Item>
    </FormDialog>
  );
}

/** Accepted: with the score that the item has from now on, as reviewed score. */
export function AcceptObjection({ row, onClose }: AnswerProps) {
  const { objectUid, indicatorUid, groupUid } = row;
  const frame = useFrame(groupUid);
  const stages = useQuery({
    ...api.assessment.cellStages.queryOptions({
      input: { objectUid, indicatorUid },
      meta: { tables: ['score'] },
    }),
    staleTime: 0,
  });
  const indicator = frame.data?.scheme.indicators.find(({ uid }) => uid === indicatorUid);
  if (frame.data === undefined || stages.data === undefined || indicator === undefined) return null;
  const inBonus = frame.data.scheme.categories.some(
    ({ uid, bonus }) => bonus && uid === indicator.categoryUid,
  );
  return (
    <AcceptForm row={row} indicator={indicator} inBonus={inBonus} stages={stages.data} onClose={onClose} />
  );
}

interface AcceptFormProps extends AnswerProps {
  indicator: Indicator;
  inBonus: boolean;
  stages: readonly StageEntry[];
}

function AcceptForm({ row, indicator, inBonus, stages, onClose }: AcceptFormProps) {
  const accept = useOperation(client.objections.accept, {
    success: '已采纳，复核分已写入评分表',
    undoable: true,
  });
  const latest = stages.findLast(({ stage }) => stage !== 'self') ?? stages.at(-1);
  const now = latest?.entry ?? null;

  async function submit({ score, answer }: { score: string; answer: string }): Promise<void> {
    const entry = entryOf(indicator, score, now);
    if (typeof entry === 'string') return;
    const base = stages.find(({ stage }) => stage === 'reviewed')?.entry ?? null;
    const reason = answer.trim();
    const outcome = await accept.run({ uid: row.uid, answer: reason, base, entry: { ...entry, reason } });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<{ score: string; answer: string }>
      title="采纳申诉"
      verb="采纳"
      busy={accept.running}
      initialValues={{ score: entryText(indicator, now, inBonus), answer: '' }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Subject row={row} />
      <Form.Item
        name="score"
        label={`复核后的得分(满分 ${pointsText(indicator.maxPoints)} 分${
          latest === undefined
            ? ''
            : `，现为${stageNames[latest.stage]} ${entryText(indicator, now, inBonus)}`
        })`}
        rules={[
          {
            validator: async (_rule, text: string | undefined) => {
              const entry = entryOf(indicator, text ?? '', now);
              if (typeof entry === 'string') throw new Error(entry);
            },
          },
        ]}
      >
        <FirstField className={styles.score ?? ''} placeholder="4.5、-2、3次" />
      </Form.Item>
      <Form.Item name="answer" label="答复(也是复核分的理由)" rules={answerRules}>
        <Input.TextArea maxLength={LONGEST_OBJECTION} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  );
}

/** @returns the entry that a text means, or why it means none */
function entryOf(indicator: Indicator, text: string, now: ScoreEntry | null): ScoreEntry | string {
  const reading = readEntryText(indicator, text, now);
  if ('problem' in reading) return reading.problem;
  return 'entry' in reading ? reading.entry : '请填写复核后的得分';
}

function Subject({ row }: { row: ObjectionRow }) {
  return (
    <p className={styles.hint}>
      {objectionName(row)}
      <br />
      申诉：{row.text}
    </p>
  );
}
