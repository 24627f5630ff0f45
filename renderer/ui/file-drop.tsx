import InboxOutlined from '@ant-design/icons/InboxOutlined';
import { App, Progress, Upload } from 'antd';
import { useState } from 'react';
import { client } from '../app/client.ts';
import { problemOf } from '../app/problem.ts';
import { uploadFile } from './upload-file.ts';

interface FileDropProps {
  /** Ends of file names: ['.xlsx', '.xls']. */
  accept: readonly string[];
  /** What belongs here: 把机构表拖到这里,或点这里选择. */
  text: string;
  /** Smaller, below the text: which columns are understood and the like. */
  hint?: string;
  onUploaded: (file: { token: string; name: string }) => void;
}

/** Takes one file by dropping or choosing and brings it to the core. */
export function FileDrop({ accept, text, hint, onUploaded }: FileDropProps) {
  const { message } = App.useApp();
  const [share, setShare] = useState<number | null>(null);

  async function take(file: File): Promise<void> {
    if (!accept.some((end) => file.name.toLowerCase().endsWith(end))) {
      void message.error(`这里只能用 ${accept.join('、')} 文件，选的是“${file.name}”。`, 6);
      return;
    }
    setShare(0);
    try {
      const token = await uploadFile(file, client.files, setShare);
      onUploaded({ token, name: file.name });
    } catch (error) {
      void message.error(problemOf(error).text, 6);
    } finally {
      setShare(null);
    }
  }

  return (
    <Upload.Dragger
      accept={accept.join(',')}
      multiple={false}
      showUploadList={false}
      disabled={share !== null}
      beforeUpload={(file) => {
        void take(file);
        return false;
      }}
    >
      <p className="ant-upload-drag-icon">
        <InboxOutlined aria-hidden />
      </p>
      <p className="ant-upload-text">{share === null ? text : '正在读入…'}</p>
      {share === null ? (
        <p className="ant-upload-hint">{hint}</p>
      ) : (
        <Progress percent={Math.round(share * 100)} />
      )}
    </Upload.Dragger>
  );
}
