import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import PaperClipOutlined from '@ant-design/icons/PaperClipOutlined';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Tooltip, Upload } from 'antd';
import { type ClipboardEvent, useState } from 'react';
import type { Attachment, AttachmentSubject } from '#shared/contract/attachments.ts';
import { api, client } from '../../app/client.ts';
import type { CallContext } from '../../app/carriers/call-context.ts';
import { useOperation } from '../../app/operations/use-operation.tsx';
import { useRight } from '../../app/session.tsx';
import { problemOf } from '../../app/problem.ts';
import { shortInstant } from '../instants.ts';
import { sizeText } from '#shared/size-text.ts';
import { uploadFile } from '../upload-file.ts';
import styles from './attachment-list.module.css';
import { useOpenAttachment } from './use-open-attachment.ts';

/** Takes an uploaded file over, with what says where it belongs. */
export type AddFile<Target extends object = object> = (
  file: Target & { fileToken: string },
  options: { context: CallContext },
) => Promise<unknown>;

interface AttachmentListProps {
  /** Null while there is nothing yet that files belong to: `add` begins it. */
  subject: AttachmentSubject | null;
  /** What it is for, before the files: 附件, 反馈材料. */
  label?: string;
  /** Whether files may be added and removed here. */
  mayEdit?: boolean;
  /** Takes over an uploaded file; without it the file is attached to the subject. */
  add?: AddFile;
}

const NOTHING: AttachmentSubject = { kind: 'nothing', uid: '' };

/** The files of one thing: opened by a click, added by choosing, dropping or pasting a picture. */
export function AttachmentList(props: AttachmentListProps) {
  const { subject, label = '附件', mayEdit = true } = props;
  const mayAttach = useRight('attachFiles') && mayEdit;
  const { data = [] } = useQuery({
    ...api.attachments.list.queryOptions({ input: subject ?? NOTHING, meta: { tables: ['attachment'] } }),
    enabled: subject !== null,
  });
  const add = useAddFiles(props.add ?? attachTo(subject ?? NOTHING));

  function onPaste(event: ClipboardEvent): void {
    const files = [...event.clipboardData.files];
    if (!mayAttach || files.length === 0) return;
    event.preventDefault();
    add.files(files, {});
  }

  return (
    <section className={styles.list} aria-label={label} onPaste={onPaste}>
      {data.map((attachment) => (
        <AttachmentRow key={attachment.uid} attachment={attachment} mayRemove={mayAttach} />
      ))}
      {mayAttach && (
        <Upload.Dragger
          multiple
          showUploadList={false}
          disabled={add.share !== null}
          className={styles.drop ?? ''}
          beforeUpload={(file) => {
            add.files([file], {});
            return false;
          }}
        >
          {add.share === null
            ? `添加${label}：拖到这里、粘贴图片，或点这里选择`
            : `正在读入 ${Math.round(add.share * 100)}%…`}
        </Upload.Dragger>
      )}
      {!mayAttach && data.length === 0 && <p className={styles.none}>没有{label}</p>}
    </section>
  );
}

function attachTo(subject: AttachmentSubject): AddFile {
  return ({ fileToken }, options) => client.attachments.add({ subject, fileToken }, options);
}

/** Reads files in and hands them over one after another; refusals are said in words. */
export function useAddFiles<Target extends object>(add: AddFile<Target>) {
  const { message } = App.useApp();
  const [share, setShare] = useState<number | null>(null);
  const attach = useOperation(add, { repeat: false });

  async function addAll(files: readonly File[], target: Target): Promise<void> {
    setShare(0);
    try {
      for (const file of files) {
        const fileToken = await uploadFile(file, client.files, setShare);
        const outcome = await attach.run({ ...target, fileToken });
        // What must not be kept is no unsaved work of the clerk.
        if (!outcome.done && outcome.problem.code === 'fileRefused') attach.forget();
      }
    } catch (error) {
      void message.error(problemOf(error).text, 6);
    } finally {
      setShare(null);
    }
  }
  return { share, files: (files: readonly File[], target: Target) => void addAll(files, target) };
}

function AttachmentRow({ attachment, mayRemove }: { attachment: Attachment; mayRemove: boolean }) {
  const { uid, name, bytes, addedAt, addedBy } = attachment;
  const open = useOpenAttachment(uid);
  const remove = useOperation(client.attachments.remove, { success: `已移除“${name}”`, undoable: true });
  return (
    <div className={styles.row}>
      <Button type="link" size="small" icon={<PaperClipOutlined aria-hidden />} onClick={open}>
        <span className={styles.name}>{name}</span>
      </Button>
      <span className={styles.facts}>
        {sizeText(bytes)} · {addedBy} · {shortInstant(addedAt)}
      </span>
      {mayRemove && (
        <Tooltip title="移除">
          <Button
            type="text"
            size="small"
            aria-label={`移除 ${name}`}
            icon={<DeleteOutlined aria-hidden />}
            onClick={() => void remove.run({ uid })}
          />
        </Tooltip>
      )}
    </div>
  );
}
