import FolderOpenOutlined from '@ant-design/icons/FolderOpenOutlined';
import { Alert, Button, Modal, Progress, Upload } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { MadeArchive } from '#shared/contract/archive.ts';
import { checkFolder, type CheckedFolder, NoArchive } from './check-folder.ts';
import { CheckResult } from './check-result.tsx';

interface CheckDialogProps {
  /** The register, by which an archive is known again. */
  archives: readonly MadeArchive[];
  onClose: () => void;
}

type State =
  | { at: 'choosing'; problem: string | null }
  | { at: 'checking'; name: string; share: number }
  | { at: 'checked'; name: string; checked: CheckedFolder };

/** Asks for an archive's folder and says whether it is still what it was. Its files are read here and sent nowhere. */
export function CheckDialog({ archives, onClose }: CheckDialogProps) {
  const [state, setState] = useState<State>({ at: 'choosing', problem: null });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const chooseAgain = (problem: string | null): void => setState({ at: 'choosing', problem });

  async function check(files: readonly File[]): Promise<void> {
    const name = files[0]?.webkitRelativePath.split('/')[0] ?? '';
    const chosen = files.map((file) => ({ file, path: file.webkitRelativePath.slice(name.length + 1) }));
    const abort = new AbortController();
    running.current = abort;
    const onProgress = (share: number): void => setState({ at: 'checking', name, share });
    onProgress(0);
    try {
      const checked = await checkFolder(chosen, { onProgress, signal: abort.signal });
      if (!abort.signal.aborted) setState({ at: 'checked', name, checked });
    } catch (error) {
      if (abort.signal.aborted) return;
      if (!(error instanceof NoArchive)) throw error;
      chooseAgain(error.message);
    }
  }

  function stop(): void {
    running.current?.abort();
    chooseAgain(null);
  }

  return (
    <Modal
      open
      width={680}
      title="核对归档"
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          {state.at === 'checking' && <Button onClick={stop}>停止</Button>}
          {state.at === 'checked' && <Button onClick={() => chooseAgain(null)}>核对另一个</Button>}
          {state.at !== 'checking' && <Button onClick={onClose}>关闭</Button>}
        </>
      }
    >
      {state.at === 'choosing' && (
        <>
          {state.problem !== null && <Alert type="warning" showIcon title={state.problem} />}
          <p>
            选归档时生成的整个文件夹，包括拷到移动硬盘、光盘里的。程序逐个核对里面的文件，缺了、改过、多出来的都会列出；文件只在这台电脑上读，不会传到别处。
          </p>
          <Upload.Dragger
            directory
            showUploadList={false}
            beforeUpload={(file, all) => {
              if (file === all[0]) void check(all);
              return false;
            }}
          >
            <p className="ant-upload-drag-icon">
              <FolderOpenOutlined aria-hidden />
            </p>
            <p className="ant-upload-text">把归档文件夹拖到这里，或点这里选择</p>
          </Upload.Dragger>
        </>
      )}
      {state.at === 'checking' && (
        <div aria-live="polite">
          <p>正在核对“{state.name}”</p>
          <Progress status="active" percent={Math.round(state.share * 100)} />
        </div>
      )}
      {state.at === 'checked' && (
        <CheckResult
          name={state.name}
          checked={state.checked}
          made={archives.find(({ fingerprint }) => fingerprint === state.checked.fingerprint) ?? null}
        />
      )}
    </Modal>
  );
}
