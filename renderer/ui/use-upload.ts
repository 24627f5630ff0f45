import { App, type UploadProps } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { client } from '../app/client.ts';
import { problemOf } from '../app/problem.ts';
import { discardFiles } from './discard-files.ts';
import { uploadFile } from './upload-file.ts';

interface UploadOptions {
  /** Ends of file names: ['.xlsx', '.xls']. */
  accept: readonly string[];
  /** What to do with another file, as a sentence: 请另存为 .docx 再打开。 */
  advice?: string;
  onUploaded: (file: { token: string; name: string }) => void;
  /** Several files may be chosen; they come one after the other. */
  multiple?: boolean;
}

export interface UploadInHand {
  /** 0 to 1 while a file is on its way; else null. */
  share: number | null;
  take: (file: File) => Promise<void>;
  /** For antd's Upload, which only chooses: it sends nothing itself. */
  chooser: Pick<UploadProps, 'accept' | 'multiple' | 'showUploadList' | 'disabled' | 'beforeUpload'>;
}

/** Brings a file to the core; what stands in the way is told in words. */
export function useUpload({
  accept,
  advice = '',
  onUploaded,
  multiple = false,
}: UploadOptions): UploadInHand {
  const { message } = App.useApp();
  const [share, setShare] = useState<number | null>(null);
  const before = useRef(Promise.resolve());
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);

  async function take(file: File): Promise<void> {
    if (!accept.some((end) => file.name.toLowerCase().endsWith(end))) {
      void message.error(`这里只能用 ${accept.join('、')} 文件，选的是“${file.name}”。${advice}`, 6);
      return;
    }
    setShare(0);
    try {
      const token = await uploadFile(file, client.files, setShare);
      if (isLeft.current) discardFiles([{ token }]);
      else onUploaded({ token, name: file.name });
    } catch (error) {
      void message.error(problemOf(error).text, 6);
    } finally {
      setShare(null);
    }
  }
  const chooser: UploadInHand['chooser'] = {
    accept: accept.join(','),
    multiple,
    showUploadList: false,
    disabled: share !== null,
    beforeUpload: (file) => {
      before.current = before.current.then(() => take(file));
      return false;
    },
  };
  return { share, take, chooser };
}
