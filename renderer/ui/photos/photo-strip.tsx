import CameraOutlined from '@ant-design/icons/CameraOutlined';
import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import { useQuery } from '@tanstack/react-query';
import { Button, Upload } from 'antd';
import type { ClipboardEvent } from 'react';
import type { Attachment, AttachmentSubject } from '#shared/contract/attachments.ts';
import { api, client } from '../../app/client.ts';
import { useOperation } from '../../app/operations/use-operation.tsx';
import { useRight } from '../../app/session.tsx';
import { useOpenAttachment } from '../attachments/use-open-attachment.ts';
import styles from './photo-strip.module.css';
import { useKeepPhotos, useReadPhotos } from './use-add-photos.ts';

interface PhotoStripProps {
  subject: AttachmentSubject;
  /** What they show: 现场照片, 整改后照片. */
  label: string;
  mayEdit?: boolean;
}

/** The photos of one thing: small pictures that open by a click; added by choosing, dropping or pasting. */
export function PhotoStrip({ subject, label, mayEdit = true }: PhotoStripProps) {
  const mayAttach = useRight('attachFiles') && mayEdit;
  const { data = [] } = useQuery(
    api.attachments.list.queryOptions({ input: subject, meta: { tables: ['attachment'] } }),
  );
  const read = useReadPhotos();
  const { share, keep } = useKeepPhotos();
  const photos = data.filter(({ isPhoto }) => isPhoto);

  async function add(files: readonly File[]): Promise<void> {
    const chosen = await read(files);
    if (chosen.length > 0) await keep(subject, chosen);
  }

  function onPaste(event: ClipboardEvent): void {
    const files = [...event.clipboardData.files];
    if (!mayAttach || files.length === 0) return;
    event.preventDefault();
    void add(files);
  }

  return (
    <section className={styles.strip} aria-label={label} onPaste={onPaste}>
      {photos.map((photo) => (
        <Photo key={photo.uid} photo={photo} mayRemove={mayAttach} />
      ))}
      {mayAttach && (
        <Upload.Dragger
          multiple
          accept="image/*"
          showUploadList={false}
          disabled={share !== null}
          className={styles.add ?? ''}
          beforeUpload={(file) => {
            void add([file]);
            return false;
          }}
        >
          <CameraOutlined aria-hidden />
          <div>{share === null ? `添加${label}` : `正在读入 ${Math.round(share * 100)}%`}</div>
          <div className={styles.hint}>拖入、粘贴或点选</div>
        </Upload.Dragger>
      )}
      {!mayAttach && photos.length === 0 && <p className={styles.none}>没有{label}</p>}
    </section>
  );
}

function Photo({ photo, mayRemove }: { photo: Attachment; mayRemove: boolean }) {
  const { uid, name } = photo;
  // What is kept by its content never changes.
  const { data } = useQuery({
    ...api.attachments.thumbnail.queryOptions({ input: { uid } }),
    staleTime: Infinity,
  });
  const open = useOpenAttachment(uid);
  const remove = useOperation(client.attachments.remove, { success: `已移除“${name}”`, undoable: true });
  return (
    <figure className={styles.photo}>
      <button type="button" className={styles.open} aria-label={`打开照片 ${name}`} onClick={open}>
        {data === undefined ? <CameraOutlined aria-hidden /> : <img src={data.url} alt={name} title={name} />}
      </button>
      {mayRemove && (
        <Button
          className={styles.remove ?? ''}
          size="small"
          aria-label={`移除照片 ${name}`}
          icon={<DeleteOutlined aria-hidden />}
          onClick={() => void remove.run({ uid })}
        />
      )}
    </figure>
  );
}
