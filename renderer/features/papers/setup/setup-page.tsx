import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { setupTables } from '../tables.ts';
import { KindTable } from './kind-table.tsx';
import { SeriesTable } from './series-table.tsx';
import { WordsForm } from './words-form.tsx';

/** What is arranged once: numbers, kinds, and the office's own words in new papers. */
export function PaperSetupPage() {
  const settings = useQuery(api.papers.settings.queryOptions({ meta: { tables: ['setting'] } }));
  const series = useQuery(api.papers.series.queryOptions({ meta: { tables: setupTables } }));
  const kinds = useQuery(api.papers.kinds.queryOptions({ meta: { tables: setupTables } }));
  return (
    <PageFrame title="文号与文种" body="text">
      <QueryView query={settings}>
        {({ stored, effective }) => (
          <Sheet title="新公文里的固定内容">
            <WordsForm stored={stored} effective={effective} />
          </Sheet>
        )}
      </QueryView>
      <QueryView query={series}>{(list) => <SeriesTable series={list} />}</QueryView>
      <QueryView query={kinds}>{(list) => <KindTable kinds={list} series={series.data ?? []} />}</QueryView>
    </PageFrame>
  );
}
