import { Button } from 'antd';
import { useState } from 'react';
import type { Drawing } from '#shared/contract/campaigns.ts';
import { client } from '#renderer/app/client.ts';
import { useFormWriter } from '#renderer/ui/paper/use-form-writer.ts';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import { useDrawingRecord } from '../use-campaigns.ts';

interface RecordButtonProps {
  drawing: Drawing;
  isSmall?: boolean;
}

/** 抽取记录: from the screen to paper. */
export function RecordButton({ drawing, isSmall = false }: RecordButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size={isSmall ? 'small' : 'middle'} onClick={() => setIsOpen(true)}>
        抽取记录
      </Button>
      {isOpen && <RecordDialog uid={drawing.uid} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function RecordDialog({ uid, onClose }: { uid: string; onClose: () => void }) {
  const form = useDrawingRecord(uid);
  const write = useFormWriter(client.campaigns.writeDrawingRecord, (format) => ({ uid, format }));

  return <FormPreview title="抽取记录" form={form} write={write} onClose={onClose} />;
}
