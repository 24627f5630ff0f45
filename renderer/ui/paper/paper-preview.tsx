import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { type CSSProperties, useState } from 'react';
import type { LayoutOptions, LayoutRemark } from '#shared/rules/papers/layout.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { useBox } from '../use-box.ts';
import { missingFonts } from './layout/fonts.ts';
import styles from './paper-preview.module.css';
import { usePages } from './use-pages.ts';

const PAGE_PIXELS = (210 * 96) / 25.4;
const DESK_PADDING = 32;
const WIDEST_FIT = 1.25;
const zooms = [0.4, 0.5, 0.6, 0.75, 0.9, 1, 1.25, 1.5, 2];

interface Props {
  papers: readonly Paper[];
  options?: LayoutOptions;
}

/** Papers exactly as they will be printed, page below page on a grey desk. */
export function PaperPreview({ papers, options = {} }: Props) {
  const { ref: desk, width } = useBox<HTMLDivElement>();
  const { ref, laidOut } = usePages(papers, options);
  const [chosen, setChosen] = useState<number | null>(null);
  const fit = Math.min(WIDEST_FIT, Math.max(0.2, (width - DESK_PADDING) / PAGE_PIXELS));
  const zoom = chosen ?? fit;
  const pages = laidOut.papers.reduce((sum, { count }) => sum + count, 0);
  const larger = zooms.find((step) => step > zoom + 0.01);
  const smaller = zooms.findLast((step) => step < zoom - 0.01);
  const size = { '--zoom': zoom, '--pages': Math.max(1, pages) } as CSSProperties;
  return (
    <section className={styles['preview']} aria-label="打印预览">
      <div className={styles['bar']}>
        <span className={styles['count']}>{countText(papers.length, pages)}</span>
        <ZoomButton label="缩小" icon={<MinusOutlined />} to={smaller} choose={setChosen} />
        <span className={styles['zoom']}>{Math.round(zoom * 100)}%</span>
        <ZoomButton label="放大" icon={<PlusOutlined />} to={larger} choose={setChosen} />
        <Button size="small" disabled={chosen === null} onClick={() => setChosen(null)}>
          适合宽度
        </Button>
      </div>
      <Remarks remarks={laidOut.remarks} several={papers.length > 1} />
      <div className={styles['desk']} ref={desk}>
        <div className={styles['scaled']} style={size}>
          <div className={styles['sheets']} ref={ref} />
        </div>
      </div>
    </section>
  );
}

interface ZoomButtonProps {
  label: string;
  icon: React.ReactNode;
  to: number | undefined;
  choose: (zoom: number) => void;
}

function ZoomButton({ label, icon, to, choose }: ZoomButtonProps) {
  return (
    <Tooltip title={label}>
      <Button
        size="small"
        type="text"
        aria-label={label}
        icon={icon}
        disabled={to === undefined}
        onClick={() => {
          if (to !== undefined) choose(to);
        }}
      />
    </Tooltip>
  );
}

function countText(papers: number, pages: number): string {
  return papers > 1 ? `${papers} 份，共 ${pages} 页` : `共 ${pages} 页`;
}

const remarkTexts: Record<LayoutRemark['kind'], string> = {
  noBodyOnFirstPage: '首页没有正文：主送机关太多时请移到版记，或缩短标题。',
  signatureAlone: '落款所在的页没有正文，请适当增减正文字数。',
};

function Remarks({ remarks, several }: { remarks: readonly LayoutRemark[]; several: boolean }) {
  const missing = missingFonts();
  return (
    <>
      {missing.length > 0 && (
        <p className={styles['remark']}>
          这台电脑没有安装{missing.join('、')}，预览、打印和 PDF 改用相近的字体；安装后重新打开程序即可。
        </p>
      )}
      {remarks.map(({ paper, kind }) => (
        <p key={`${paper} ${kind}`} className={styles['remark']}>
          {several ? `第 ${paper + 1} 份：` : ''}
          {remarkTexts[kind]}
        </p>
      ))}
    </>
  );
}
