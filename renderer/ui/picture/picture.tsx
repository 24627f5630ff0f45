import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { printPicture } from '../paper/print-papers.ts';
import styles from './picture.module.css';

interface PictureProps {
  title: string;
  /** Paints the whole picture, for the clipboard and for paper. */
  paint: () => HTMLCanvasElement;
  /** Choices beside the title. */
  tools?: ReactNode;
  /** Takes the height that is left, and scrolls within. */
  fills?: boolean;
  children: ReactNode;
}

export const pictureCopied = '图片已复制，可以粘贴到 Word、WPS 或幻灯片里';
export const pictureNotCopied = '图片没有复制成功。请点一下页面再试一次，或者改用“打印”。';

/** A picture that can be copied into a report and printed. */
export function Picture({ title, paint, tools, fills = false, children }: PictureProps) {
  const { message } = App.useApp();

  async function copy(): Promise<void> {
    try {
      await copyPicture(paint());
      void message.success(pictureCopied);
    } catch {
      void message.warning(pictureNotCopied);
    }
  }

  return (
    <section className={fills ? styles.filling : styles.picture} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        {tools}
        <span className={styles.actions}>
          <Button size="small" onClick={() => void copy()}>
            复制图片
          </Button>
          <Button size="small" onClick={() => void printPicture(paint())}>
            打印
          </Button>
        </span>
      </header>
      {children}
    </section>
  );
}

/** @throws DOMException where the browser does not let it */
export async function copyPicture(canvas: HTMLCanvasElement): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': imageOf(canvas) })]);
}

function imageOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the picture is too large'));
      else resolve(blob);
    }, 'image/png');
  });
}
