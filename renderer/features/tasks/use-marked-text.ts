import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import type { TextSentence } from '#shared/contract/tasks.ts';
import { client } from '#renderer/app/client.ts';
import { useKeptWork } from '#renderer/app/drafts/use-kept-work.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.ts';
import { type DraftCommon, type DraftTask, withDueAnew } from './draft-tasks.ts';
import { isOfFile, type OpenedFile } from './opened-file.ts';

/** What the page holds, as it is kept until the tasks are made. */
interface MarkedWork {
  text: string;
  opened: OpenedFile | null;
  common: DraftCommon;
  /** day: from which its due days were reckoned. */
  reading: { text: string; day: string; paragraphs: TextSentence[][] } | null;
  isMarking: boolean;
  drafts: DraftTask[];
}

/**
 * A text on its way to tasks; what was typed or marked goes only after a question.
 * @param document under which it is kept
 */
export function useMarkedText(document: string) {
  const confirm = useConfirm();
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<OpenedFile | null>(null);
  const [common, setCommon] = useState<DraftCommon>(() => ({
    kind: 'other',
    assignedOn: localDay(Date.now()),
    sourceText: '',
    each: false,
  }));
  const [reading, setReading] = useState<MarkedWork['reading']>(null);
  const [isMarking, setMarking] = useState(false);
  const [drafts, setDrafts] = useState<DraftTask[]>([]);
  const read = useOperation(client.tasks.readText, { isSave: false, repeat: false });
  const work: MarkedWork = { text, opened, common, reading, isMarking, drafts };
  const kept = useKeptWork(document, work, {
    isWorth: drafts.length > 0 || (text.trim() !== '' && text !== opened?.text),
    goesOn: true,
    onTake(left) {
      setText(left.text);
      setOpened(left.opened);
      setCommon(left.common);
      setReading(left.reading);
      setMarking(left.isMarking);
      setDrafts(left.drafts);
    },
  });

  /** A source that the clerk wrote stays. */
  function proposeSource(sourceText: string): void {
    setCommon((now) =>
      now.sourceText === '' || now.sourceText === opened?.sourceText ? { ...now, sourceText } : now,
    );
  }

  function type(next: string): void {
    setText(next);
    if (opened === null || isOfFile(next, opened)) return;
    setOpened(null);
    proposeSource('');
  }

  async function open(file: OpenedFile): Promise<void> {
    const isTyped = text.trim() !== '' && text !== opened?.text;
    if ((isTyped || drafts.length > 0) && !(await confirm(questionOf(file.fileName, drafts.length)))) return;
    setText(file.text);
    setOpened(file);
    proposeSource(file.sourceText);
    setReading(null);
    setDrafts([]);
    setMarking(false);
  }

  /** What was marked in the same text stays; its due days are read anew, as the day or the calendar may be another. */
  async function mark(): Promise<void> {
    const before = reading?.text === text ? reading.paragraphs : null;
    if (drafts.length > 0 && before === null && !(await confirm(questionOfChange(drafts.length)))) return;
    const { assignedOn } = common;
    const outcome = await read.run({ text, day: assignedOn });
    if (!outcome.done) return;
    setReading({ text, day: assignedOn, paragraphs: outcome.value });
    setDrafts((now) => (before === null ? [] : withDueAnew(now, before, outcome.value)));
    setMarking(true);
  }

  return {
    text,
    type,
    opened,
    open,
    common,
    setCommon,
    drafts,
    setDrafts,
    /** Null while the text is still chosen. */
    paragraphs: isMarking && reading !== null ? reading.paragraphs : null,
    /** The day from which its due days were reckoned. */
    readFrom: reading?.day ?? null,
    mark,
    isReading: read.running,
    back: () => setMarking(false),
    kept,
  };
}

function questionOf(fileName: string, marked: number) {
  const lost = marked > 0 ? `已标出的 ${marked} 句` : '粘贴或写好的文字';
  return {
    title: `用“${fileName}”换掉现在的文字？`,
    consequence: `页面上${lost}会去掉，不能撤销。要保留的话，请先取消，生成任务后再打开文件。`,
    verb: '换掉',
  };
}

function questionOfChange(marked: number) {
  return {
    title: '文字改过了，重新标出任务？',
    consequence: `原来标出的 ${marked} 句会去掉，要在改过的文字里重新标。`,
    verb: '重新标',
  };
}
