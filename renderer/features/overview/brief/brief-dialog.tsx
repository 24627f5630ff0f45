import { App, Button, Modal, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { Overview } from '#shared/contract/overview.ts';
import { useSession } from '#renderer/app/session.tsx';
import { printAdvice, printSheet } from '#renderer/ui/paper/print-papers.ts';
import { copyPicture, pictureCopied, pictureNotCopied } from '#renderer/ui/picture/picture.tsx';
import { addressOfSvg, canvasOfSvg, imageOfSvg } from '#renderer/ui/picture/svg-picture.ts';
import styles from '../overview.module.css';
import { useToday } from '../use-today.ts';
import { briefPicture, briefShapes } from './brief-picture.ts';

interface BriefDialogProps {
  overview: Overview;
  today: string;
  onClose: () => void;
}

type ShapeName = keyof typeof briefShapes;
const shapeOptions: { value: ShapeName; label: string }[] = [
  { value: 'sheet', label: 'A4 一页纸' },
  { value: 'slide', label: '幻灯片图片' },
];

/** The overview on one page, as it will be on paper, or as a picture for a slide. */
export function BriefDialog({ overview, today, onClose }: BriefDialogProps) {
  const { officeName } = useSession();
  const { message } = App.useApp();
  const [shape, setShape] = useState<ShapeName>('sheet');
  const { duty, next } = useToday(today);
  const svg = useMemo(
    () =>
      briefPicture(
        { overview, cityName: '全市', officeName, today, now: { duty, next } },
        briefShapes[shape],
      ),
    [overview, officeName, today, duty, next, shape],
  );

  async function copy(): Promise<void> {
    try {
      await copyPicture(await canvasOfSvg(svg));
      void message.success(pictureCopied);
    } catch {
      void message.warning(pictureNotCopied);
    }
  }

  return (
    <Modal
      open
      title="一页纸"
      width={shape === 'sheet' ? 720 : 980}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={() => void copy()}>复制图片</Button>
          {shape === 'sheet' && (
            <Button type="primary" onClick={() => void imageOfSvg(svg).then(printSheet)}>
              打印
            </Button>
          )}
        </>
      }
    >
      <p>
        <Segmented<ShapeName> aria-label="版式" value={shape} options={shapeOptions} onChange={setShape} />
      </p>
      {shape === 'sheet' && <p>{printAdvice}</p>}
      <img className={styles.preview} src={addressOfSvg(svg)} alt="一页纸预览" />
    </Modal>
  );
}
