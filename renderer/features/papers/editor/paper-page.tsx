import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { paperPageTables } from '../tables.ts';
import { EarlierPaper } from './earlier-paper.tsx';
import { PaperWorkspace } from './paper-workspace.tsx';

/** One paper: its text at the left, as it will be printed at the right, its next step on top. */
export function PaperPage() {
  const { uid } = useParams<{ uid: string }>();
  const query = useQuery(api.papers.get.queryOptions({ input: { uid }, meta: { tables: paperPageTables } }));
  return (
    <QueryView query={query}>
      {({ content, ...paper }) =>
        content === null ? (
          <EarlierPaper key={paper.uid} paper={{ ...paper, content }} />
        ) : (
          <PaperWorkspace key={paper.uid} paper={{ ...paper, content }} />
        )
      }
    </QueryView>
  );
}
