import InboxOutlined from '@ant-design/icons/InboxOutlined';
import { Progress, Upload } from 'antd';
import { useEffect } from 'react';
import { useUpload } from './use-upload.ts';

interface FileDropProps {
  /** Ends of file names: ['.xlsx', '.xls']. */
  accept: readonly string[];
  /** What belongs here: 把机构表拖到这里,或点这里选择. */
  text: string;
  /** Smaller, below the text: which columns are understood and the like. */
  hint?: string;
  onUploaded: (file: { token: string; name: string }) => void;
  /** Hears when files begin to come, and when all of them are there. */
  onBusy?: (isBusy: boolean) => void;
  /** Several files may be chosen; they come one after the other. */
  multiple?: boolean;
}

/** Takes a file by dropping or choosing and brings it to the core. */
export function FileDrop({ accept, text, hint, onUploaded, onBusy, multiple = false }: FileDropProps) {
  const { share, chooser } = useUpload({ accept, onUploaded, multiple });
  const isBusy = share !== null;
  useEffect(() => onBusy?.(isBusy), [isBusy, onBusy]);
  return (
    <Upload.Dragger {...chooser}>
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
