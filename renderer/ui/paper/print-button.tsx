import { App, Button } from 'antd';
import type { Paper } from '#shared/rules/papers/model.ts';
import { printAdvice, printPapers, printTestPage } from './print-papers.ts';

interface PrintButtonProps {
  papers: readonly Paper[];
  /** What one of them is called. */
  what?: string;
}

/** Opens the browser's own print dialog for the pages of the preview, after saying which switches matter. */
export function PrintButton({ papers, what = '公文' }: PrintButtonProps) {
  const { modal } = App.useApp();

  function ask(): void {
    const asked = modal.confirm({
      title: papers.length === 1 ? `打印${what}` : `打印 ${papers.length} 份${what}`,
      content: (
        <>
          <p>{printAdvice}</p>
          <Button
            size="small"
            onClick={() => {
              asked.destroy();
              void printTestPage();
            }}
          >
            先打一张测试页，量一量 156 毫米的线
          </Button>
        </>
      ),
      okText: '打印',
      cancelText: '取消',
      onOk: () => {
        // The dialog is gone from the page before the pages are laid out.
        setTimeout(() => void printPapers(papers));
      },
    });
  }

  return <Button onClick={ask}>打印</Button>;
}
