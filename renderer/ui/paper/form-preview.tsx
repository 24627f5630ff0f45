import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { FormFormat } from '#shared/contract/papers.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { JobDialog } from '../job-dialog.tsx';
import { QueryView } from '../query-view.tsx';
import styles from './form-preview.module.css';
import { PaperPreview } from './paper-preview.tsx';
import { PrintButton } from './print-button.tsx';

interface FormPreviewProps {
  title: string;
  /** One, or several that are printed together: these are written as one PDF only. */
  form: UseQueryResult<Paper | Paper[]>;
  /** Starts the job that writes it; null where it could not be started, which has been told. */
  write: (format: FormFormat) => Promise<string | null>;
  onClose: () => void;
  /** Which of several is meant, and the like. */
  choice?: ReactNode;
}

/** A form around a paper as it will be printed, with the ways to get it out. */
export function FormPreview({ title, form, write, onClose, choice }: FormPreviewProps) {
  const [job, setJob] = useState<string | null>(null);
  const [starting, setStarting] = useState<FormFormat | null>(null);
  const { data } = form;
  const papers = useMemo(() => (data === undefined ? [] : [data].flat()), [data]);

  async function start(format: FormFormat): Promise<void> {
    setStarting(format);
    setJob(await write(format));
    setStarting(null);
  }

  return (
    <Modal
      open
      centered
      width={920}
      title={title}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>关闭</Button>
          {papers.length < 2 && (
            <Button loading={starting === 'docx'} onClick={() => void start('docx')}>
              Word 文档
            </Button>
          )}
          <Button loading={starting === 'pdf'} onClick={() => void start('pdf')}>
            PDF
          </Button>
          <PrintButton papers={papers} what={title} />
        </>
      }
    >
      {choice}
      <div className={styles.body}>
        <QueryView query={form}>{() => <PaperPreview papers={papers} />}</QueryView>
      </div>
      <JobDialog uid={job} onClose={() => setJob(null)} />
    </Modal>
  );
}
