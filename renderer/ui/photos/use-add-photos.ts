import { App } from 'antd';
import { useState } from 'react';
import { type AttachmentSubject, PHOTO_LIMIT_BYTES } from '#shared/contract/attachments.ts';
import { client } from '../../app/client.ts';
import { useOperation } from '../../app/operations/use-operation.tsx';
import { problemOf } from '../../app/problem.ts';
import { uploadFile } from '../upload-file.ts';
import { makeThumbnail } from './make-thumbnail.ts';

/** A photo that is chosen, with its small picture. */
export interface ChosenPhoto {
  file: File;
  small: Blob;
}

/** What a photo is refused for, in words; null where it is none of that. */
function sizeProblem({ name, size }: File): string | null {
  return size > PHOTO_LIMIT_BYTES ? `照片“${name}”超过 30 MB，请在看图软件里缩小后再添加。` : null;
}

/** Reads chosen files as photos; of what is none it says so. */
export function useReadPhotos(): (files: readonly File[]) => Promise<ChosenPhoto[]> {
  const { message } = App.useApp();
  return async (files) => {
    const photos: ChosenPhoto[] = [];
    for (const file of files) {
      const problem = sizeProblem(file);
      const small = problem === null ? await makeThumbnail(file) : null;
      if (small !== null) photos.push({ file, small });
      else
        void message.error(
          problem ??
            `“${file.name}”不是照片，或打不开。请选择 JPG、PNG 格式的照片；苹果手机的 HEIC 照片请先转成 JPG。`,
          6,
        );
    }
    return photos;
  };
}

/** Keeps photos with a thing; `share` of the one that is on its way, null while none is. */
export function useKeepPhotos() {
  const { message } = App.useApp();
  const [share, setShare] = useState<number | null>(null);
  const add = useOperation(client.attachments.addPhoto, { repeat: false });

  async function keep(subject: AttachmentSubject, photos: readonly ChosenPhoto[]): Promise<void> {
    setShare(0);
    try {
      for (const { file, small } of photos) {
        const thumbnail = new File([small], 'small.jpg');
        const thumbnailToken = await uploadFile(thumbnail, client.files);
        const fileToken = await uploadFile(file, client.files, setShare);
        await add.run({ subject, fileToken, thumbnailToken });
      }
    } catch (error) {
      void message.error(problemOf(error).text, 6);
    } finally {
      setShare(null);
    }
  }
  return { share, keep };
}
