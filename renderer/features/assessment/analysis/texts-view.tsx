import { App, Button } from 'antd';
import { useState } from 'react';
import type { ResultText } from '#shared/contract/analysis.ts';
import { client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from './analysis.module.css';
import { FigureButton } from './figure-button.tsx';
import { TextDialog } from './text-dialog.tsx';
import { useResultTexts } from './use-analysis.ts';

interface TextsViewProps {
  groupUid: string;
  onProfile: (objectUid: string) => void;
}

/** 结果说明: what is said of each object, made of its reasons until the clerk writes it otherwise. */
export function TextsView({ groupUid, onProfile }: TextsViewProps) {
  const texts = useResultTexts(groupUid);
  return <QueryView query={texts}>{(data) => <Texts texts={data} onProfile={onProfile} />}</QueryView>;
}

function Texts({
  texts,
  onProfile,
}: {
  texts: readonly ResultText[];
  onProfile: TextsViewProps['onProfile'];
}) {
  const mayWrite = useRight('score');
  const copy = useCopy();
  const [edited, edit] = useState<ResultText | null>(null);
  const back = usePatchWithConflicts(client.analysis.setResultText, {
    success: '已恢复为按理由生成的说明',
    labels: { text: '结果说明' },
  });
  return (
    <div className={styles.scroll}>
      <div className={styles.tools}>
        <Button
          onClick={() => void copy(texts.map(shownText).join('\n\n'), `已复制 ${texts.length} 个单位的说明`)}
        >
          全部复制
        </Button>
        <span className={styles.hint}>
          按扣分理由自动生成，可以改写；改写的会保存下来，也写进导出的工作簿。
        </span>
      </div>
      {texts.map((text) => (
        <article key={text.objectUid} className={styles.text} aria-label={text.name}>
          <header>
            <FigureButton label={`${text.name}：历年情况`} onOpen={() => onProfile(text.objectUid)}>
              {text.name}
            </FigureButton>
            {text.text !== null && <span className={styles.none}>已改写</span>}
            {text.isBehind && <span className={styles.notice}>改写以后评分或理由有变动，请核对</span>}
            <span className={styles.buttons}>
              <Button size="small" onClick={() => void copy(shownText(text), `已复制“${text.name}”的说明`)}>
                复制
              </Button>
              {mayWrite && (
                <Button size="small" onClick={() => edit(text)}>
                  改写
                </Button>
              )}
              {mayWrite && text.text !== null && (
                <Button
                  size="small"
                  onClick={() =>
                    back.save({ uid: text.objectUid, base: { text: text.text }, set: { text: null } })
                  }
                >
                  恢复生成的
                </Button>
              )}
            </span>
          </header>
          <p>{shownText(text)}</p>
        </article>
      ))}
      {edited !== null && <TextDialog edited={edited} onClose={() => edit(null)} />}
      {back.dialog}
    </div>
  );
}

function shownText({ text, draft }: ResultText): string {
  return text ?? draft;
}

function useCopy(): (text: string, success: string) => Promise<void> {
  const { message } = App.useApp();
  return async (text, success) => {
    try {
      await navigator.clipboard.writeText(text);
      void message.success(success);
    } catch {
      void message.warning('没有复制成功。请点一下页面再试一次。');
    }
  };
}
