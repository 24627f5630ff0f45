import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Paper } from '#shared/rules/papers/model.ts';
import { PaperPreview } from '#renderer/ui/paper/paper-preview.tsx';
import { printPapers, printTestPage } from '#renderer/ui/paper/print-papers.ts';

export interface PaperHarness {
  show(papers: readonly Paper[]): void;
  print(papers: readonly Paper[]): Promise<void>;
  printTestPage(): Promise<void>;
}

function Harness() {
  const [papers, setPapers] = useState<readonly Paper[]>([]);
  useEffect(() => {
    const harness: PaperHarness = { show: setPapers, print: (given) => printPapers(given), printTestPage };
    Object.assign(window, { harness });
  }, []);
  return <PaperPreview papers={papers} />;
}

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Harness />);
