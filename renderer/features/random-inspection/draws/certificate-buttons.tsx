import { Button } from 'antd';
import { useState } from 'react';
import type { RandomDrawDetail } from '#shared/contract/random-draws.ts';
import { client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import { useFormWriter } from '#renderer/ui/paper/use-form-writer.ts';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { useCertificate } from '../use-random.ts';

/** 抽取证书 on paper, as the file that verifies it, and the drawn list. */
export function CertificateButtons({ draw: { uid, seed } }: { draw: RandomDrawDetail }) {
  const [isOpen, setIsOpen] = useState(false);
  const mayExport = useRight('export');
  const file = useStartedJob(client.randomInspection.exportCertificate);
  const list = useStartedJob(client.randomInspection.exportDrawn);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>抽取证书</Button>
      {mayExport && seed !== '' && (
        <>
          <Button loading={file.starting} onClick={() => void file.start({ uid })}>
            证书文件
          </Button>
          <Button loading={list.starting} onClick={() => void list.start({ uid })}>
            结果名单
          </Button>
        </>
      )}
      {isOpen && <CertificateDialog uid={uid} onClose={() => setIsOpen(false)} />}
      {file.dialog}
      {list.dialog}
    </>
  );
}

function CertificateDialog({ uid, onClose }: { uid: string; onClose: () => void }) {
  const form = useCertificate(uid);
  const write = useFormWriter(client.randomInspection.writeCertificate, (format) => ({ uid, format }));
  return <FormPreview title="抽取证书" form={form} write={write} onClose={onClose} />;
}
