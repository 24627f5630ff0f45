import { Tabs, type TabsProps } from 'antd';
import { Suspense, useDeferredValue, useMemo, useRef, useState } from 'react';
import { fillPlaces } from '#shared/rules/papers/places.ts';
import { type OpenResolution, paperExtensions } from '#renderer/app/paper-extensions.ts';
import { DraftBar, draftText } from '#renderer/app/drafts/draft-bar.tsx';
import { AttachmentList } from '#renderer/ui/attachments/attachment-list.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { PrintButton } from '#renderer/ui/paper/print-button.tsx';
import { PaperPreview } from '#renderer/ui/paper/paper-preview.tsx';
import type { BodyEditorHandle, ResolutionMarks } from '#renderer/ui/paper-editor/types.ts';
import { UnreleasedMark } from '../../unreleased/index.ts';
import { StatusTag } from '../list/status-tag.tsx';
import { PaperActions } from '../steps/paper-actions.tsx';
import { AttachmentsTab } from './attachments-tab.tsx';
import { CareFields } from './care-fields.tsx';
import { CosignersTab } from './cosigners-tab.tsx';
import { FrameTab } from './frame-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import type { PaperForm } from './paper-patch.ts';
import { OpenPlaces } from './open-places.tsx';
import styles from './paper-workspace.module.css';
import { TextTab } from './text-tab.tsx';
import { usePaperText, type WrittenPaper } from './use-paper-text.tsx';

/** Writing at the left, the pages as they will be printed at the right. */
export function PaperWorkspace({ paper }: { paper: WrittenPaper }) {
  const text = usePaperText(paper);
  const editor = useRef<BodyEditorHandle>(null);
  const { form, change, mayEdit } = text;
  // The preview may lag behind a fast typist, the fields may not.
  const shown = useDeferredValue(form);
  const content = { paper: form, change, mayEdit };
  const { marks, tab: extension } = useExtension(paper, form, mayEdit, () => editor.current);

  async function saveAll(): Promise<boolean> {
    editor.current?.flush();
    return text.save();
  }

  return (
    <PageFrame
      title={form.title === '' ? `新${paper.kindName}` : form.title.replaceAll('\n', '')}
      note={
        <>
          <UnreleasedMark uid={paper.uid} />
          <StatusTag status={paper.status} /> {paper.number}{' '}
          {paper.holderName !== '' && `待${paper.holderName}办`}
          <span className={styles.draft}>{text.isDirty ? draftText(text.draft) : ''}</span>
        </>
      }
      actions={
        <>
          <PrintButton papers={[form]} />
          <PaperActions paper={paper} isDirty={text.isDirty} save={saveAll} />
        </>
      }
    >
      <div className={styles.desk}>
        <div className={styles.writing}>
          {mayEdit && <DraftBar draft={text.draft} onTake={text.take} />}
          {paper.voidReason !== '' && <p className={styles.void}>作废原因：{paper.voidReason}</p>}
          {mayEdit && (
            <OpenPlaces paper={form} onFill={(name, value) => change(fillPlaces(form, { [name]: value }))} />
          )}
          <Tabs
            size="small"
            className={styles.tabs ?? ''}
            items={[
              {
                key: 'text',
                label: '正文',
                children: <TextTab {...content} {...(marks === undefined ? {} : { marks })} ref={editor} />,
              },
              ...extension,
              {
                key: 'frame',
                label: '版头和版记',
                children: (
                  <FrameTab {...content}>
                    <CareFields
                      form={form}
                      change={change}
                      mayEdit={mayEdit}
                      hasNumber={paper.number !== ''}
                    />
                  </FrameTab>
                ),
              },
              {
                key: 'attachments',
                label: countLabel('附件', form.attachments.length),
                children: <AttachmentsTab {...content} />,
              },
              {
                key: 'cosigners',
                label: countLabel('会签', paper.cosigners.length),
                children: <CosignersTab paper={paper} mayEdit={mayEdit} />,
              },
              {
                key: 'history',
                label: '办理过程',
                children: (
                  <>
                    <HistoryTab steps={paper.steps} fingerprint={paper.fingerprint} />
                    <AttachmentList subject={{ kind: 'paper', uid: paper.uid }} label="存档文件" />
                  </>
                ),
              },
            ]}
          />
        </div>
        <div className={styles.preview}>
          <PaperPreview papers={[shown]} />
        </div>
      </div>
      {text.dialog}
    </PageFrame>
  );
}

/** What another feature adds to papers of its own: a tab, and marks in the text. */
function useExtension(
  { subject }: WrittenPaper,
  { body }: PaperForm,
  mayEdit: boolean,
  editor: () => BodyEditorHandle | null,
): { marks: ResolutionMarks | undefined; tab: NonNullable<TabsProps['items']> } {
  const [open, setOpen] = useState<OpenResolution | null>(null);
  const marks = useMemo(
    (): ResolutionMarks => ({
      newUid(text) {
        const uid = crypto.randomUUID();
        setOpen({ uid, text });
        return uid;
      },
      onOpen: (uid) => setOpen({ uid, text: '' }),
    }),
    [],
  );
  const extension = paperExtensions.find(({ subjectKind }) => subjectKind === subject?.kind);
  if (extension === undefined || subject === null) return { marks: undefined, tab: [] };
  const { Tab, label } = extension;
  const children = (
    <Suspense>
      <Tab
        subjectUid={subject.uid}
        body={body}
        mayEdit={mayEdit}
        open={open}
        onOpen={setOpen}
        editor={editor}
      />
    </Suspense>
  );
  // Drawn at once: its dialog opens from the text, whichever tab is in front.
  return { marks, tab: [{ key: 'extension', label, children, forceRender: true }] };
}

function countLabel(name: string, count: number): string {
  return count === 0 ? name : `${name} ${count}`;
}
