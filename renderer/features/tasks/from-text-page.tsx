import { Button } from 'antd';
import { useLocation, useParams } from 'wouter';
import type { TextSentence } from '#shared/contract/tasks.ts';
import { client } from '#renderer/app/client.ts';
import { DraftBar, draftText } from '#renderer/app/drafts/draft-bar.tsx';
import { MissingHolidays } from '#renderer/ui/missing-holidays.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { useDroppedFile } from '#renderer/ui/use-dropped-file.ts';
import { CommonFields } from './common-fields.tsx';
import { DraftTable } from './draft-table.tsx';
import type { DraftTask } from './draft-tasks.ts';
import { SentenceText } from './sentence-text.tsx';
import { OpenFileButton, TextStep } from './text-step.tsx';
import { useAddDrafts } from './use-add-drafts.ts';
import { useMarkedText } from './use-marked-text.ts';
import { useTextFile } from './use-text-file.ts';
import styles from './from-text.module.css';

const ROWS_PIXELS = 190;

/** 从文字生成任务: the text above, its marked sentences as tasks below. */
export function FromTextPage() {
  const { attachmentUid = 'new' } = useParams<{ attachmentUid?: string }>();
  const marked = useMarkedText(`fromText/${attachmentUid}`);
  const file = useTextFile((opened) => void marked.open(opened));
  const isFree = file.jobUid === null && file.upload.share === null;
  const isOver = useDroppedFile(isFree, (dropped) => void file.upload.take(dropped));
  const { paragraphs } = marked;
  return (
    <>
      {paragraphs === null ? (
        <PageFrame
          title="从文字生成任务"
          actions={
            <>
              <OpenFileButton upload={file.upload} />
              <Button
                type="primary"
                disabled={marked.text.trim() === ''}
                loading={marked.isReading}
                onClick={() => void marked.mark()}
              >
                下一步：标出任务
              </Button>
            </>
          }
        >
          <TextStep text={marked.text} opened={marked.opened} onType={marked.type}>
            <DraftBar draft={marked.kept.draft} onTake={marked.kept.take} />
          </TextStep>
        </PageFrame>
      ) : (
        <MarkStep marked={marked} paragraphs={paragraphs} />
      )}
      {isOver && <div className={styles.over}>松开鼠标，打开这个文件</div>}
      <JobDialog key={file.jobUid} uid={file.jobUid} onDone={file.finish} onClose={file.closeJob} />
    </>
  );
}

interface MarkStepProps {
  marked: ReturnType<typeof useMarkedText>;
  paragraphs: readonly (readonly TextSentence[])[];
}

function MarkStep({
  marked: { drafts, setDrafts, common, setCommon, opened, back, kept, readFrom, mark, isReading },
  paragraphs,
}: MarkStepProps) {
  const [, navigate] = useLocation();
  const receivedUid = opened?.receivedUid ?? null;
  const add = useAddDrafts(
    receivedUid === null
      ? client.tasks.add
      : (input, options) => client.receivedPapers.addMarkedTasks({ uid: receivedUid, ...input }, options),
  );
  const likely = likelyDrafts(paragraphs);
  const unsure = paragraphs.flat().flatMap(({ unsureDay }) => unsureDay ?? []);

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
    if ((await add.run(drafts, common)) === null) return;
    await kept.end();
    navigate(receivedUid === null ? '/tasks' : `/received-papers/${receivedUid}`);
  }

  return (
    <PageFrame
      title="从文字生成任务"
      note={`已标 ${drafts.length} 句　${draftText(kept.draft)}`}
      actions={
        <>
          <Button onClick={back}>换一段文字</Button>
          {(unsure.length > 0 || readFrom !== common.assignedOn) && (
            <Button loading={isReading} onClick={() => void mark()}>
              重新读期限
            </Button>
          )}
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
        {unsure.length > 0 && (
          <MissingHolidays
            days={[readFrom, ...unsure]}
            consequence="按工作日算的期限没有读出。请录入后回来点“重新读期限”，或在表里自己填。"
          />
        )}
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
