import { Button, Input } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { localDay } from '#shared/calendar/days.ts';
import type { TextSentence } from '#shared/contract/tasks.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { CommonFields } from './common-fields.tsx';
import { DraftTable } from './draft-table.tsx';
import type { DraftCommon, DraftTask } from './draft-tasks.ts';
import { SentenceText } from './sentence-text.tsx';
import { useAddDrafts } from './use-add-drafts.ts';
import styles from './from-text.module.css';

const ROWS_PIXELS = 190;

/** 从文字生成任务: the text above, its marked sentences as tasks below. */
export function FromTextPage() {
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [common, setCommon] = useState<DraftCommon>(() => ({
    kind: 'other',
    assignedOn: localDay(Date.now()),
    sourceText: '',
    each: false,
  }));
  const [paragraphs, setParagraphs] = useState<TextSentence[][] | null>(null);
  const [drafts, setDrafts] = useState<DraftTask[]>([]);
  const read = useOperation(client.tasks.readText, { isSave: false, repeat: false });
  const add = useAddDrafts();

  async function take(): Promise<void> {
    if (text.trim() === '') return;
    const outcome = await read.run({ text, day: common.assignedOn });
    if (!outcome.done) return;
    setParagraphs(outcome.value);
    setDrafts([]);
  }

  function toggle(key: string, sentence: TextSentence): void {
    if (drafts.some((draft) => draft.key === key)) {
      setDrafts(drafts.filter((draft) => draft.key !== key));
      return;
    }
    setDrafts(
      [...drafts, draftOf(key, sentence)].toSorted((one, other) => placeOf(one.key) - placeOf(other.key)),
    );
  }

  async function finish(): Promise<void> {
    if ((await add.run(drafts, common)) !== null) navigate('/tasks');
  }

  if (paragraphs === null) {
    return (
      <PageFrame
        title="从文字生成任务"
        actions={
          <Button
            type="primary"
            disabled={text.trim() === ''}
            loading={read.running}
            onClick={() => void take()}
          >
            下一步：标出任务
          </Button>
        }
      >
        <div className={styles.start}>
          <p>把讲话、方案或来文的文字粘贴到这里，下一步逐句标出要督办的任务，单位和时限会自动提出。</p>
          <Input.TextArea
            className={styles.field ?? ''}
            aria-label="讲话、方案或来文"
            maxLength={200_000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </div>
      </PageFrame>
    );
  }
  const likely = likelyDrafts(paragraphs);
  return (
    <PageFrame
      title="从文字生成任务"
      note={`已标 ${drafts.length} 句`}
      actions={
        <>
          <Button onClick={() => setParagraphs(null)}>换一段文字</Button>
          <Button disabled={likely.length === 0} onClick={() => setDrafts(likely)}>
            标出全部像任务的句子({likely.length})
          </Button>
          <Button
            type="primary"
            disabled={drafts.length === 0}
            loading={add.running}
            onClick={() => void finish()}
          >
            生成 {drafts.length} 项任务
          </Button>
        </>
      }
      toolbar={<CommonFields common={common} onChange={setCommon} />}
    >
      <div className={styles.work}>
        <SentenceText
          paragraphs={paragraphs}
          marked={new Set(drafts.map(({ key }) => key))}
          onToggle={toggle}
        />
        <DraftTable
          drafts={drafts}
          onChange={setDrafts}
          assignedOn={common.assignedOn}
          height={ROWS_PIXELS}
        />
      </div>
    </PageFrame>
  );
}

/** Paragraph and sentence as one number, for the order of the text. */
function placeOf(key: string): number {
  const [paragraph = 0, sentence = 0] = key.split(' ').map(Number);
  return paragraph * 10_000 + sentence;
}

function draftOf(key: string, { task }: TextSentence): DraftTask {
  return { ...task, key, kind: null, assignedOn: null, sourceText: '', problems: [] };
}

function likelyDrafts(paragraphs: readonly (readonly TextSentence[])[]): DraftTask[] {
  return paragraphs.flatMap((sentences, paragraph) =>
    sentences.flatMap((sentence, place) =>
      sentence.isLikely ? [draftOf(`${paragraph} ${place}`, sentence)] : [],
    ),
  );
}
